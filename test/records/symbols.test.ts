import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Aims } from '../../server/src/core/model/aims';
import { viewsOf } from '../../server/src/core/model/file-view';
import { levelOf, riskScheme } from '../../server/src/core/model/risk-scheme';
import {
  declarationsOf,
  fieldReferencesIn,
  mentionsOf,
  symbolAt,
  symbolsOf,
} from '../../server/src/core/model/symbols';
import { parseWithRemark } from '../../server/src/core/syntax/markdown/remark-parser';
import { readSource } from '../../server/src/core/syntax/read-file';
import { aimsOf, workspace } from '../support/workspace';

const TEXT = `//- planning/risk-register.yaml
id: PLN-002
title: AI risk register
risks:
  - id: R-01
    description: Rare symptoms
    system: triage bot
    owner: Head of AI
  - id: AI Risk 7
    description: Old data
//- systems.yaml
systems:
  - id: triage-bot
    name: Triage bot
    purpose: x
    owner: Head of AI
//- roles.md
# Roles

## Roles

| Role | Answers for | May |
|---|---|---|
| Head of AI | risks | refuse |
//- soa.md
# Statement of Applicability, ISO/IEC 42001

| Control | Title | Applicable | Justification | Risks |
|---|---|---|---|---|
| A.2.2 | AI policy | Yes | needed | R-01, AI Risk 7 |
//- notes.md
# Notes

See r-01 and the ai risk 7, both in PLN-002, of the triage-bot. Not XR-01.
`;

const { aims } = workspace(TEXT);

const at = (path: string, needle: string, from = 0) => aims.files.get(path)!.text.indexOf(needle, from) + 1;

const lines = (id: string) =>
  mentionsOf(aims, id).map(({ file, span }) => `${file}: ${aims.files.get(file)!.text.slice(span.start, span.end)}`);

describe('symbols', () => {
  test('ids of any form are declared', () => {
    expect(declarationsOf(aims, 'r-01')).toMatchObject([
      { type: 'risk', title: 'Rare symptoms', file: 'planning/risk-register.yaml' },
    ]);
    expect(declarationsOf(aims, 'AI Risk 7')).toMatchObject([{ type: 'risk' }]);
    expect(declarationsOf(aims, 'PLN-002')).toMatchObject([{ type: 'document' }]);
    expect(declarationsOf(aims, 'Triage bot', ['ai-system'])).toMatchObject([{ byName: true }]);
    expect(declarationsOf(aims, 'Head of AI', ['person'])).toMatchObject([{ type: 'role' }]);
  });
  test('mentions are found in fields, tables and prose, as whole words', () => {
    expect(lines('R-01')).toEqual(['planning/risk-register.yaml: R-01', 'soa.md: R-01', 'notes.md: r-01']);
    expect(lines('AI Risk 7')).toEqual([
      'planning/risk-register.yaml: AI Risk 7',
      'soa.md: AI Risk 7',
      'notes.md: ai risk 7',
    ]);
    expect(lines('PLN-002')).toEqual(['planning/risk-register.yaml: PLN-002', 'notes.md: PLN-002']);
    expect(lines('Head of AI')).toEqual([
      'planning/risk-register.yaml: Head of AI',
      'systems.yaml: Head of AI',
      'roles.md: Head of AI',
    ]);
  });
  test('the id at a place is known', () => {
    expect(symbolAt(aims, 'soa.md', at('soa.md', 'R-01'))).toMatchObject({ id: 'R-01' });
    expect(symbolAt(aims, 'soa.md', at('soa.md', 'AI Risk 7'))).toMatchObject({ id: 'AI Risk 7' });
    expect(symbolAt(aims, 'notes.md', at('notes.md', 'ai risk 7'))).toMatchObject({ id: 'AI Risk 7' });
    expect(
      symbolAt(aims, 'planning/risk-register.yaml', at('planning/risk-register.yaml', 'triage bot')),
    ).toMatchObject({
      declarations: [{ id: 'Triage bot', type: 'ai-system' }],
    });
    expect(symbolAt(aims, 'notes.md', at('notes.md', 'both'))).toBeUndefined();
  });
  test('a full record is the declaration, a table that repeats its id is none', () => {
    const { aims: two } = workspace(
      `${TEXT}//- acceptance.md\n# Risks\n\n## Risks\n\n| Risk ID | Residual score | Accepted by |\n|---|---|---|\n| R-01 | 5 | Ann |\n`,
    );
    expect(declarationsOf(two, 'R-01').map(({ file }) => file)).toEqual(['planning/risk-register.yaml']);
  });
  test('templates declare nothing', () => {
    const { aims: one } = workspace('//- templates/risk-register.yaml\nrisks:\n  - id: R-01\n    description: x\n');
    expect(declarationsOf(one, 'R-01')).toEqual([]);
  });
});

const CHOICES = [
  'risks:\n  - id: R-1\n    description: old data\n    system: bot-1\n',
  'risks:\n  - id: R-2\n    description: R-1 again, DOC 2\n  - id: R-1\n    description: same\n',
  'systems:\n  - id: bot-1\n    name: Bot\n    risks: [R-1, R-2]\n',
  'id: DOC-1\ntitle: About R-1\n',
  'id: DOC 2\ntitle: Of two words\n',
  '',
];

const MENTIONED = ['R-1', 'R-2', 'bot-1', 'Bot', 'DOC-1', 'DOC 2'];

function picture(of: Aims): unknown {
  const index = symbolsOf(of);
  const declared = [...index.keys].map(
    (key) => [key, index.get(key).map(({ file, span, type, byName }) => ({ file, span, type, byName }))] as const,
  );
  const named = viewsOf(of).flatMap((view) => fieldReferencesIn(view, of.frameworks));
  return {
    declared: declared.sort(),
    composite: [...index.composite].sort(),
    named,
    mentions: MENTIONED.map((id) => mentionsOf(of, id)),
  };
}

test('after any edits the symbols are those of a fresh reading', () => {
  const edit = fc.record({ file: fc.integer({ min: 0, max: 4 }), text: fc.constantFrom(...CHOICES) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let current = aimsOf(new Map([0, 1, 2, 3, 4].map((n) => [`f${n}.yaml`, CHOICES[n]!])));
      for (const { file, text } of edits) {
        const path = `f${file}.yaml`;
        const files = new Map(current.files).set(path, readSource(path, text, parseWithRemark));
        current = { ...current, files };
        symbolsOf(current);
      }
      const fresh = aimsOf(new Map([...current.files].map(([path, one]) => [path, one.text])));
      expect(picture(current)).toEqual(picture(fresh));
    }),
    { numRuns: 60 },
  );
});

describe('the risk scheme', () => {
  test('is read from the methodology', () => {
    const { aims: of } = workspace(
      '//- method.md\n---\nkind: risk-methodology\nacceptance: low\n---\n# Risk methodology\n\n## Likelihood\n\n| Score | Likelihood |\n|---|---|\n| 1 | rare |\n| 2 | likely |\n\n## Levels\n\n| Level | Score | What follows |\n|---|---|---|\n| low | 1–5 | accepted |\n| high | 6 to 10 | treated |\n',
    );
    const scheme = riskScheme(of)!;
    expect(scheme).toMatchObject({
      acceptance: { text: 'low' },
      likelihood: [
        { value: 1, name: 'rare' },
        { value: 2, name: 'likely' },
      ],
      levels: [
        { name: 'low', from: 1, to: 5 },
        { name: 'high', from: 6, to: 10 },
      ],
    });
    expect(levelOf(scheme, 7)?.name).toBe('high');
    expect(scheme.impact).toBeUndefined();
  });
  test('is read from a register in YAML', () => {
    const { aims: of } = workspace(
      '//- risk-register.yaml\nkind: risk-register\nrisk:\n  likelihood: [rare, possible, likely]\n  levels:\n    low: 1-3\n    high: 4-9\n  acceptance: low\nrisks:\n  - id: R-1\n    description: x\n',
    );
    expect(riskScheme(of)).toMatchObject({
      likelihood: [{ value: 1, name: 'rare' }, {}, {}],
      levels: [
        { name: 'low', from: 1, to: 3 },
        { name: 'high', from: 4, to: 9 },
      ],
      acceptance: { text: 'low' },
    });
  });
  test('is absent where nothing is declared', () => {
    expect(riskScheme(aims)).toBeUndefined();
  });
});
