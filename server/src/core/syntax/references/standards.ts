import { patternsByNeedle, STANDARD_SIGNS, type StandardPattern } from '../../framework/synonyms';
import type { NamedStandard } from '../../model/facts';
import { matchesOf } from '../../text/matches';

/** Part of the name of a standard, in lower case: where one stands, a name may. */
export interface Needle {
  readonly at: number;
  readonly text: string;
}

/** `base` is the offset in the file at which the text starts. */
export function needlesIn(text: string, base = 0): readonly Needle[] {
  const found: Needle[] = [];
  for (const sign of STANDARD_SIGNS)
    for (const match of matchesOf(sign, text)) found.push({ at: base + match.index, text: match[0].toLowerCase() });
  return found.sort((a, b) => a.at - b.at);
}

/** How far before its needle a name may begin; `DIN EN ISO/IEC FDIS ` is 20 characters long. */
const REACH = 80;

/**
 * Standards named in a text that starts at `base` of the file, in order; of two names at one place the longer one
 * counts. `needles` are those that stand in it.
 */
export function findStandards(
  text: string,
  base: number,
  needles: readonly Needle[] = needlesIn(text, base),
): readonly NamedStandard[] {
  if (needles.length === 0) return NO_STANDARDS;
  const found: NamedStandard[] = [];
  for (const needle of needles)
    for (const standard of patternsByNeedle.get(needle.text) ?? []) findAt(needle.at, standard, text, base, found);
  return withoutOverlaps(found);
}

const NO_STANDARDS: readonly NamedStandard[] = [];

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
