import { expect, test } from 'vitest';
import { z } from 'zod';
import dateKeys from '../../../data/synonyms/date-keys.yaml';
import { normalize } from '../text/words';
import { dateKey } from './date-keys';

test('every key dates one thing and is written as keys are compared', () => {
  const keys = z
    .record(z.enum(['approval', 'change', 'collected', 'valid_until']), z.array(z.string()))
    .parse(dateKeys);
  const all = Object.values(keys).flat();
  expect(all.filter((key, index) => key !== normalize(key) || all.indexOf(key) !== index)).toEqual([]);
});

test('a key that may mean either dates nothing', () => {
  expect(['Approved on', 'Letzte Änderung', 'valid_until'].map(dateKey)).toEqual(['approval', 'change', 'valid_until']);
  expect(['Date', 'Effective date', 'Issued'].map(dateKey)).toEqual([undefined, undefined, undefined]);
});
