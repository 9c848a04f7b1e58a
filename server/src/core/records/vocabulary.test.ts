import { expect, test } from 'vitest';
import recordNouns from '../../../data/synonyms/record-nouns.yaml';
import { RECORD_TYPES } from './record-types';

test('every type that is numbered has nouns in the data, and no noun is one of a type that does not exist', () => {
  const types: readonly string[] = RECORD_TYPES.map(({ name }) => name);
  const { nouns } = recordNouns as { readonly nouns: Readonly<Record<string, unknown>> };
  expect(types.filter((name) => !(name in nouns))).toEqual(['competence', 'audit-report']);
  expect(Object.keys(nouns).filter((name) => !types.includes(name))).toEqual([]);
});
