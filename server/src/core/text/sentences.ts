import { matchesOf } from './matches';
import { noProse } from './no-prose';
import type { Span } from './span';

/** One sentence or heading of a text, line breaks and all. */
export interface Sentence {
  readonly text: string;
  readonly span: Span;
}

/** An end of a sentence, a blank line, or the start of a list item, heading, quotation or table row. */
const BREAK = /[.!?]["')\]*_]*(?=\s)|\n[ \t]*(?:\r?\n|(?=[-*+>#|] ?|\d+[.)] |:?-))/g;

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
