import { expect, test } from 'vitest';
import recordWords from '../../../data/synonyms/record-words.yaml';
import { normalize } from '../text/words';
import { remarkIn, saysAll, saysDone, saysLow, saysNone } from './record-words';

test('the data have the shape that is read', () => {
  const lists = Object.entries(recordWords as Record<string, readonly string[]>);
  expect(lists.map(([name]) => name)).toEqual(['none', 'all', 'done', 'low']);
  for (const [, words] of lists)
    expect(words.every((word) => typeof word === 'string' && normalize(word) !== '')).toBe(true);
});

test.each(['none', 'None.', 'N/A', 'n/a (rules only)', 'none: own data', 'keine – eigene Daten', 'in-house'])(
  '%s says that there is nothing',
  (text) => expect(saysNone(text)).toBe(true),
);

test.each(['no data yet', 'none of the records of 2019 to 2025', 'S-1', 'internal data of 41 clinics', ''])(
  '%s says nothing of the sort',
  (text) => expect(saysNone(text)).toBe(false),
);

test('all and done', () => {
  expect([saysAll('all'), saysAll('All AI systems'), saysAll('alliance-bot')]).toEqual([true, true, false]);
  expect([saysDone('Closed (3 May)'), saysDone('not done')]).toEqual([true, false]);
});

test('a remark is what follows', () => {
  expect(remarkIn('n/a (rules only)')).toBe('rules only');
  expect(remarkIn('screened out: nobody is affected.')).toBe('nobody is affected');
  expect(remarkIn('none')).toBe('');
});

test('low levels', () => {
  expect(['Low', '🟢 Low', '2 (low)', 'gering', 'Medium', 'below average'].map(saysLow)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
