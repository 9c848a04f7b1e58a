import type { Span } from './span';

/** Zero-based line and UTF-16 column, as LSP counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Offsets at which the lines of a text start; the first is always 0. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly length: number;
}

/** A line ends at LF, CR LF or a lone CR, as in LSP. */
export function indexLines(text: string): LineIndex {
  return { starts: text.includes('\r') ? startsAfterAny(text) : startsAfterLf(text), length: text.length };
}

/** Searching is far quicker than looking at each character. */
function startsAfterLf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsAfterAny(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}

/** The position of an offset; an offset outside the text is moved to its nearest end. */
export function positionAt(index: LineIndex, offset: number): Position {
  const target = Math.max(0, Math.min(offset, index.length));
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= target) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: target - (index.starts[low] ?? 0) };
}

/** The offset of a position; a position past the end of a line means the end of that line. */
export function offsetAt(index: LineIndex, position: Position): number {
  const start = index.starts[position.line];
  if (start === undefined) return index.length;
  const next = index.starts[position.line + 1] ?? index.length + 1;
  return Math.min(start + position.character, next - 1, index.length);
}

/** The line with `offset` in it, without its line break. */
export function lineSpanAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return { start, end };
}

const isBreak = (code: number): boolean => code === 10 || code === 13;
