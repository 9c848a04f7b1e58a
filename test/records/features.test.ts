import { expect, test } from 'vitest';
import { complete } from '../../server/src/core/features/complete';
import { definition } from '../../server/src/core/features/definition';
import { hover } from '../../server/src/core/features/hover';
import { references } from '../../server/src/core/features/references';
import { workspace } from '../support/workspace';

const REGISTER = `
//- planning/risk-register.yaml
title: AI risk register
kind: risk-register
risks:
  - id: R-01
    description: Rare symptoms are ranked too low by the AI.
    owner: Clinical safety officer
    likelihood: 2
    impact: 5
  - id: R-02
    description: The supplier changes the model.
    owner: Head of Engineering
    likelihood: 3
    impact: 3
`.trim();

const SOA = (risk: string) =>
  `
//- planning/soa.md
# Statement of Applicability (ISO/IEC 42001)

| Control | Title | Applicable | Justification | Status | Evidence | Risks |
|---|---|---|---|---|---|---|
| A.7.4 | Quality of data for AI systems | Yes | Treats risks | Implemented | x | ${risk} |
`.trim();

const at = (text: string) => {
  const { aims, caret } = workspace(text);
  if (!caret) throw new Error('no caret');
  return { aims, path: caret.file, offset: caret.offset };
};

test('a risk of an SoA row leads to its entry in the register, and its entry back to the row', () => {
  const row = at(`${REGISTER}\n${SOA('R-$001')}`);
  expect(definition(row.aims, row.path, row.offset).map((one) => one.file)).toEqual(['planning/risk-register.yaml']);
  const entry = at(`${REGISTER.replace('id: R-01', 'id: R-$001')}\n${SOA('R-01')}`);
  expect(references(entry.aims, entry.path, entry.offset, false).map((one) => one.file)).toEqual(['planning/soa.md']);
});

test('pointing at a risk tells what it is', () => {
  const row = at(`${REGISTER}\n${SOA('R-$001')}`);
  expect(hover(row.aims, row.path, row.offset)?.markdown).toContain('Rare symptoms');
});

test('keys of a record are offered in its list item, those it has left out', () => {
  const { aims, path, offset } = at(`${REGISTER}\n    $0`);
  const labels = complete(aims, path, offset).map((one) => one.label);
  expect(labels).toContain('treatment');
  expect(labels).not.toContain('owner');
});
