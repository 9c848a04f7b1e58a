import { matchesOf } from './matches';
import type { Span } from './span';

/** Where code or a comment starts; code may stand in a quotation or a list. */
const OPENING = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})|<!--/gm;

/** Front matter, code and comments are no prose. What is never closed reaches to the end. In order, without overlap. */
export function noProse(text: string): readonly Span[] {
  const front = frontMatter(text);
  const spans: Span[] = front ? [front] : [];
  let from = front?.end ?? 0;
  for (const match of text.includes('```') || text.includes('~~~') || text.includes('<!--')
    ? matchesOf(OPENING, text)
    : []) {
    if (match.index < from) continue;
    from = endOf(text, match);
    spans.push({ start: match.index, end: from });
  }
  return spans;
}

function frontMatter(text: string): Span | undefined {
  const open = /^\uFEFF?---\r?\n/.exec(text);
  if (!open) return undefined;
  const close = text.indexOf('\n---', open[0].length - 1);
  return { start: 0, end: close < 0 ? open[0].length : close + 4 };
}

function endOf(text: string, { 0: whole, 1: fence, index }: RegExpExecArray): number {
  const from = index + whole.length;
  if (fence === undefined) return afterNext(text, /-->/g, from);
  // A fence closes with at least as many of its signs.
  return afterNext(text, new RegExp(`^[ \\t>]*${fence}`, 'gm'), from);
}

function afterNext(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : text.length;
}
