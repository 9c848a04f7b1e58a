import { ANY_STANDARD, patternsByNeedle, type StandardPattern } from '../../framework/synonyms';
import type { NamedStandard } from '../../model/facts';
import { matchesOf } from '../../text/matches';

/**
 * Standards named in a text, in order; of two names at one place the longer one counts. `needles` are the parts of
 * names, in lower case, that are known to occur in it.
 */
export function findStandards(
  text: string,
  base: number,
  needles: readonly string[] = needlesIn(text),
): readonly NamedStandard[] {
  if (needles.length === 0) return [];
  const found: NamedStandard[] = [];
  for (const { framework, pattern } of patternsFor(needles)) {
    for (const match of matchesOf(pattern, text))
      found.push({ framework, span: { start: base + match.index, end: base + match.index + match[0].length } });
  }
  return withoutOverlaps(found);
}

/** Nearly always one needle, hence one pattern. */
function patternsFor(needles: readonly string[]): Iterable<StandardPattern> {
  const first = patternsByNeedle.get(needles[0] ?? '') ?? [];
  return needles.every((needle) => needle === needles[0])
    ? first
    : new Set(needles.flatMap((needle) => patternsByNeedle.get(needle) ?? []));
}

const needlesIn = (text: string): readonly string[] =>
  matchesOf(ANY_STANDARD, text.toLowerCase()).map(([needle]) => needle);

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
