import { patternsByNeedle, STANDARD_NEEDLES, type StandardPattern } from '../../framework/synonyms';
import type { NamedStandard } from '../../model/facts';
import { type FoundWord, WordFinder } from '../../text/word-finder';

const NEEDLES = new WordFinder(STANDARD_NEEDLES);

/** How far before its needle a name may begin; `DIN EN ISO/IEC FDIS ` is 20 characters long. */
const REACH = 80;

/**
 * Standards named in a text that starts at `base` of the file, in order; of two names at one place the longer one
 * counts. `needles` are the parts of names that stand in it, by their offsets in the file.
 */
export function findStandards(
  text: string,
  base: number,
  needles: readonly FoundWord[] = needlesIn(text, base),
): readonly NamedStandard[] {
  if (needles.length === 0) return NO_STANDARDS;
  const found: NamedStandard[] = [];
  for (const needle of needles)
    for (const standard of patternsByNeedle.get(needle.word) ?? []) findAt(needle.at, standard, text, base, found);
  return withoutOverlaps(found);
}

const NO_STANDARDS: readonly NamedStandard[] = [];

const needlesIn = (text: string, base: number): readonly FoundWord[] =>
  NEEDLES.find(text).map(({ at, word }) => ({ at: base + at, word }));

/** Adds the name that holds the needle at this place, unless it is known from another needle of it. */
function findAt(
  at: number,
  { framework, pattern }: StandardPattern,
  text: string,
  base: number,
  found: NamedStandard[],
): void {
  const end = found.findLast((standard) => standard.framework === framework)?.span.end ?? base;
  if (end > at) return;
  pattern.lastIndex = Math.max(end, at - REACH) - base;
  const match = pattern.exec(text);
  if (match && base + match.index <= at)
    found.push({ framework, span: { start: base + match.index, end: base + match.index + match[0].length } });
}

function withoutOverlaps(found: readonly NamedStandard[]): readonly NamedStandard[] {
  if (found.length < 2) return found;
  const ordered = [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: NamedStandard[] = [];
  for (const standard of ordered) {
    const last = kept.at(-1);
    if (!last || standard.span.start >= last.span.end) kept.push(standard);
  }
  return kept;
}

/** Whether a standard numbers controls as `A.5.2`, so that naming it can decide what such an id means. */
export const hasAnnexControls = (framework: string): boolean =>
  framework === '42001' || framework === '27001' || framework === '27701' || framework === '27002';

/** Whether a standard has numbered clauses 4 to 10. */
export const hasClauses = (framework: string): boolean => /^\d/.test(framework) || framework === 'other-iso';
