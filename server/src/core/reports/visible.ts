/** Control characters and marks that turn the direction of text: in a terminal they could forge lines or colours. */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The text with everything invisible written as `\u{1b}`; tabs become blanks. */
export const visible = (text: string): string =>
  text
    .replace(/\t/g, ' ')
    .replace(/\n/g, '\\n')
    .replace(HIDDEN, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
