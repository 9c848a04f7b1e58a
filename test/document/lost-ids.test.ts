import { expect, test } from 'vitest';
import { check } from '../../server/src/core/check';
import { workspace } from '../support/workspace';

const found = (text: string) =>
  check(workspace(text).aims)
    .filter(({ rule }) => rule === 'dead-reference')
    .map(({ span, message }) => [span.end - span.start, message.split(' ')[0]]);

const settings = '//- aims.yaml\norganization:\n  name: A\nids:\n  supplier: S-##\n  risk: R-##\n';

test('an id of a stated form is found in a field, a table and prose alike, even where nothing of the type is declared', () => {
  const system =
    '//- ai-system.yaml\nkind: ai-system\nid: T\nname: Triage\npurpose: Sorts\nowner: Head\nsuppliers: [S-68]\n';
  expect(found(`${settings}${system}`)).toEqual([[4, '`S-68`']]);
  expect(
    found(
      `${settings}//- notes.md\n# Notes (ISO/IEC 42001)\n\n| Supplier | Note |\n|---|---|\n| S-67 | x |\n\nSee S-66.`,
    ),
  ).toEqual([
    [4, '`S-67`'],
    [4, '`S-66`'],
  ]);
});

test('an id in a field is told of once', () => {
  const risks =
    '//- risks.yaml\nkind: risk-register\nrisks:\n  - id: R-01\n    description: Wrong rank of rare cases\n    owner: Head\n    likelihood: 2\n    impact: 2\n';
  const system =
    '//- ai-system.yaml\nkind: ai-system\nid: T\nname: Triage\npurpose: Sorts\nowner: Head\nrisks: [R-09]\n';
  expect(found(`${settings}${risks}${system}`)).toEqual([[4, 'No']]);
});
