import { expect, test } from 'vitest';
import data from '../../../data/synonyms/audit-words.yaml';
import { normalize } from '../text/words';
import { auditScopeOf, saysExcepted } from './audit-words';

test('the data have the shape that is read', () => {
  const lists = Object.entries(data as Record<string, readonly string[]>);
  expect(lists.map(([name]) => name)).toEqual(['whole', 'clauses', 'controls', 'clause', 'excepted', 'functions']);
  for (const [, words] of lists) expect(words.filter((word) => normalize(word) !== word)).toEqual([]);
});

const covered = (scope: string): string =>
  ['4.1', '6.1.2', '7.5.3', '9.2.1', '10.2', 'A.2.2', 'A.5.4', 'A.10.3']
    .filter((id) => auditScopeOf(scope)?.covers(id))
    .join(' ');

test.each([
  ['clauses 4 to 7, A.2 to A.5', '4.1 6.1.2 7.5.3 A.2.2 A.5.4'],
  ['Clauses 6–9 (sampling)', '6.1.2 7.5.3 9.2.1'],
  ['Kapitel 4, 9 und 10; A.10', '4.1 9.2.1 10.2 A.10.3'],
  ['6.1.2, 9.2', '6.1.2 9.2.1'],
  ['Cláusulas 4 a 6', '4.1 6.1.2'],
  ['the whole AIMS', '4.1 6.1.2 7.5.3 9.2.1 10.2 A.2.2 A.5.4 A.10.3'],
  ['all clauses', '4.1 6.1.2 7.5.3 9.2.1 10.2'],
  ['Annex A', 'A.2.2 A.5.4 A.10.3'],
])('%s', (scope, ids) => expect(covered(scope)).toBe(ids));

test.each(['operation of 3 systems', '2026-05-04', 'ISO/IEC 42001:2023', 'section on data', '4 to 7 May'])(
  '%s names nothing that is audited',
  (scope) => expect(auditScopeOf(scope)).toBeUndefined(),
);

test('exceptions', () => {
  expect([saysExcepted('Peter does not audit documents'), saysExcepted('Peter audits documents')]).toEqual([
    true,
    false,
  ]);
});
