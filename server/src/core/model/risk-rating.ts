import { remember } from '../query/remember';
import type { Text } from './facts';
import type { AimsRecord, RecordValue } from './records';

/** A rating of a risk that contradicts another one, or the scheme. */
export interface RatingConflict {
  readonly record: AimsRecord;
  readonly value: RecordValue;
  readonly message: string;
  /** What would have to stand there if everything else is right. */
  readonly expected?: Text;
}

/** `3`, `3 (possible)`, `high (15)`. Fractions, ranges and sums are no numbers of a scale. */
export const numberIn = remember((text: string): number | undefined => {
  if (/\d\s*[-–—/.x×*+=%]\s*\d|%|\d{4}/.test(text)) return undefined;
  const match = /^\D{0,3}(\d{1,3})(?!\d)|\((\d{1,3})\)\s*$/.exec(text.trim());
  return match ? Number(match[1] ?? match[2]) : undefined;
});

/** The part of a value that would change, in the case of the author. */
export function expectedAt({ text, span }: RecordValue, now: string, then: string): { readonly expected?: Text } {
  const at = text.toLowerCase().indexOf(now.toLowerCase());
  if (at < 0 || span.end - span.start !== text.length) return {};
  const start = span.start + at;
  const isCapital = /^\p{Lu}/u.test(text.slice(at));
  const word = isCapital ? then.charAt(0).toUpperCase() + then.slice(1) : then;
  return { expected: { text: word, span: { start, end: start + now.length } } };
}
