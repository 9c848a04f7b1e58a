import { expect, test } from 'vitest';
import data from '../../../data/synonyms/risk-criteria.yaml';
import { normalize } from '../text/words';

type Entry = { title: string; line: string; words: string[]; from?: string[]; to?: string[] };

test('words for criteria are normalized, and each criterion has a sentence to insert', () => {
  for (const [id, entry] of Object.entries(data as Record<string, Entry>)) {
    const all = [...entry.words, ...(entry.from ?? []), ...(entry.to ?? [])];
    expect(all.map((word) => word.replace(/^\*/, '')).filter((word) => normalize(word) !== word)).toEqual([]);
    expect(all.length, id).toBeGreaterThan(0);
    expect(entry.title).not.toMatch(/\.$/);
    expect(entry.line).toMatch(/\[Insert/);
  }
});
