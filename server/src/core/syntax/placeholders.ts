import { ANY_PLACEHOLDER, placeholderPatterns } from '../framework/synonyms';
import type { Placeholder } from '../model/facts';
import { matchesOf } from '../text/matches';

/** Text that somebody still has to replace, in a text that starts at `base` of the file. */
export function findPlaceholders(text: string, base: number): readonly Placeholder[] {
  if (!ANY_PLACEHOLDER.test(text)) return [];
  const found: Placeholder[] = [];
  for (const { name, sign, pattern } of placeholderPatterns) {
    if (!sign.test(text)) continue;
    for (const match of matchesOf(pattern, text)) {
      const start = base + match.index;
      const span = { start, end: start + match[0].length };
      if (!found.some((other) => other.span.start < span.end && span.start < other.span.end)) {
        found.push({ text: match[0], span, pattern: name });
      }
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
