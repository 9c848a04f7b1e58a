import { describe, expect, test } from 'vitest';
import auditParts from '../../../data/synonyms/audit-parts.yaml';
import riskCriteria from '../../../data/synonyms/risk-criteria.yaml';
import { normalize } from '../text/words';
import { type PartData, wordedParts } from './worded-parts';

type Data = Record<string, PartData & { from?: readonly string[]; to?: readonly string[] }>;

describe.each([
  ['audit-parts', auditParts as Data],
  ['risk-criteria', riskCriteria as Data],
])('%s', (_, data) => {
  test('has words as they are compared, and a sentence to insert', () => {
    for (const { title, line, words, from = [], to = [] } of Object.values(data)) {
      const bare = [...words, ...from, ...to].map((word) => word.replace(/^\*/, ''));
      expect(bare.filter((word) => normalize(word) !== word)).toEqual([]);
      expect(title).not.toMatch(/\.$/);
      expect(line).toMatch(/\[Insert/);
    }
  });
});

test('words are looked for at their beginning, or anywhere after a star', () => {
  const [part] = wordedParts({ x: { title: 'x', line: '', words: ['accept', '*akzept'] } });
  expect([' acceptance ', ' nichtakzeptiert ', ' unaccept '].map((text) => part?.words.test(text))).toEqual([
    true,
    true,
    false,
  ]);
});
