import { ANY_STANDARD, standardPatterns } from '../../framework/synonyms';
import type { NamedStandard } from '../../model/facts';

/** Standards named in a text, in order; of two names at one place the longer one counts. */
export function findStandards(text: string, base: number): readonly NamedStandard[] {
  const lower = text.toLowerCase();
  if (!ANY_STANDARD.test(lower)) return [];
  const found: NamedStandard[] = [];
  for (const { framework, needles, pattern } of standardPatterns) {
    if (!needles.some((needle) => lower.includes(needle))) continue;
    pattern.lastIndex = 0;
    for (const match of text.matchAll(pattern)) {
      found.push({ framework, span: { start: base + match.index, end: base + match.index + match[0].length } });
    }
  }
  return withoutOverlaps(found);
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
