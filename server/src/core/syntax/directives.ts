import type { CheckComment } from '../model/facts';
import type { Span } from '../text/span';
import type { MarkdownNode } from './markdown/markdown-node';

/** What a comment to the checks starts with: `<!-- aims-ignore-line … -->` or `# aims-ignore-line …`. */
export const DIRECTIVE = 'aims-ignore';

const NONE: readonly CheckComment[] = [];

/** Comments to the checks in the body of a Markdown text; `base` is the offset at which the parsed text starts. */
export function directivesInMarkdown(root: MarkdownNode, text: string, base: number): readonly CheckComment[] {
  // The opening is rare and found at once; the word is looked for only where there is one.
  if (!text.includes('<!--') || !text.includes(DIRECTIVE)) return NONE;
  const found: CheckComment[] = [];
  const pending = [root];
  // Without recursion: a hostile document is deeper than a call stack.
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'html' && node.start >= 0)
      found.push(...commentsIn(text, { start: node.start + base, end: node.end + base }));
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) pending.push(child);
    }
  }
  return found;
}

function commentsIn(text: string, html: Span): readonly CheckComment[] {
  const source = text.slice(html.start, html.end);
  return [...source.matchAll(/<!--\s*(aims-ignore.*?)\s*-->/gs)].map((match) => comment(match, html.start));
}

/** Comments to the checks in YAML, front matter included. */
export function directivesInYaml(text: string, within: Span = { start: 0, end: text.length }): readonly CheckComment[] {
  const source = text.slice(within.start, within.end);
  if (!source.includes(DIRECTIVE)) return NONE;
  return [...source.matchAll(/(?<=^|[ \t])#[ \t]*(aims-ignore[^\n\r]*?)[ \t]*$/gm)].map((match) =>
    comment(match, within.start),
  );
}

function comment(match: RegExpExecArray, base: number): CheckComment {
  const text = match[1] ?? '';
  const whole = { start: base + match.index, end: base + match.index + match[0].length };
  const start = whole.start + match[0].indexOf(text);
  return { text, span: { start, end: start + text.length }, whole };
}
