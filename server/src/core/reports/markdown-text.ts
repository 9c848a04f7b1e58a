/** Text of a workspace inside Markdown of ours: no markup, no table break, no link. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\*_[\]<>|~#!]/g, (mark) => `\\${mark}`)
    .replace(/`/g, '&#96;');

/** Text of ours, in which backticks mean code, with what a workspace put into it kept from breaking a table. */
export const escapeCell = (text: string): string =>
  text.replace(/[\r\n]+/g, ' ').replace(/[|<>]/g, (mark) => (mark === '|' ? '\\|' : mark === '<' ? '&lt;' : '&gt;'));
