import type { SourceFile } from '../model/aims';
import { memo } from '../query/memo';
import { hashText } from '../text/hash';

const SAMPLE = 16;
const MIN_LINE = 8;
const DIGITS = 8;

/** A hash of every line that says something: rules of tables, fences and blank lines are alike everywhere. */
const lineHashes = memo(
  (file: SourceFile): ReadonlySet<string> =>
    new Set(
      file.text
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line.length >= MIN_LINE && /[\p{L}\p{N}]/u.test(line))
        .map((line) => hashText(line).slice(0, DIGITS)),
    ),
);

/** A sample of the lines of a file, by which it is known again under another name: the smallest of their hashes. */
export const sketchOf = (file: SourceFile): string => [...lineHashes(file)].sort().slice(0, SAMPLE).join('');

/** The share of the sampled lines that a file holds, from 0 to 1. */
export function likeness(sketch: string, file: SourceFile): number {
  const sampled = sketch.match(/.{8}/g) ?? [];
  const held = lineHashes(file);
  return sampled.length === 0 ? 0 : sampled.filter((hash) => held.has(hash)).length / sampled.length;
}
