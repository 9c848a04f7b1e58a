import { matchesOf } from './matches';
import type { Span } from './span';

/** One sentence or heading of a text, line breaks and all. */
export interface Sentence {
  readonly text: string;
  readonly span: Span;
}

/** An end of a sentence, a blank line, or the start of a list item, heading, quotation or table row. */
const BREAK = /[.!?]["')\]*_]*(?=\s)|\n[ \t]*(?:\r?\n|(?=[-*+>#|] ?|\d+[.)] |:?-))/g;

/** Where code or a comment starts. */
const OPENING = /^(?:```|~~~)|<!--/gm;

/** Front matter, code and comments are no sentences. What is never closed reaches to the end. */
function noProse(text: string): readonly Span[] {
  const spans: Span[] = [];
  const front = /^\uFEFF?---\r?\n/.exec(text);
  let from = 0;
  if (front) {
    const close = text.indexOf('\n---', front[0].length - 1);
    from = close < 0 ? front[0].length : close + 4;
    spans.push({ start: 0, end: from });
  }
  OPENING.lastIndex = from;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const closing = match[0] === '<!--' ? '-->' : `\n${match[0]}`;
    const close = text.indexOf(closing, match.index + match[0].length);
    const end = close < 0 ? text.length : close + closing.length;
    spans.push({ start: match.index, end });
    OPENING.lastIndex = end;
  }
  return spans;
}

/** The sentences of a text that lie outside the spans left out, in order. */
export const sentencesOf = (text: string, leftOut: readonly Span[]): readonly Sentence[] =>
  gapsBetween([...leftOut, ...noProse(text)], text.length).flatMap(({ start, end }) => sentencesIn(text, start, end));

function gapsBetween(spans: readonly Span[], length: number): readonly Span[] {
  const gaps: Span[] = [];
  let start = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start > start) gaps.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  return [...gaps, { start, end: length }];
}

function sentencesIn(text: string, from: number, to: number): readonly Sentence[] {
  const part = text.slice(from, to);
  const ends = [
    ...matchesOf(BREAK, part).map((match) => match.index + Math.max(1, match[0].trimEnd().length)),
    part.length,
  ];
  return ends.flatMap((end, index) => trimmed(part, ends[index - 1] ?? 0, end, from));
}

function trimmed(part: string, start: number, end: number, base: number): readonly Sentence[] {
  const raw = part.slice(start, end);
  const text = raw.trim();
  const at = base + start + raw.length - raw.trimStart().length;
  return text === '' ? [] : [{ text, span: { start: at, end: at + text.length } }];
}
