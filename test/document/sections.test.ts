import { describe, expect, test } from 'vitest';
import { sectionsOf } from '../../server/src/core/document/sections';
import { viewAt } from '../../server/src/core/model/file-view';
import { aimsOf } from '../support/workspace';

const sections = (text: string, path = 'x.md') => {
  const view = viewAt(aimsOf(new Map([[path, text]])), path);
  if (!view) throw new Error(path);
  const { found, missing } = sectionsOf(view);
  return {
    at: Object.fromEntries(found.map((one) => [one.section.id, one.heading?.text])),
    missing: missing.map((section) => section.id),
  };
};

const doc = (kind: string, body: string): string => `---\nkind: ${kind}\n---\n# A title\n\n${body}`;

/** Enough headings that running text does not count. */
const LONG = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta']
  .map((one) => `## ${one}\n`)
  .join('\n');

describe('a section is found', () => {
  test.each([
    ['scope', 'exclusions', '## What is out of scope, and why', 'What is out of scope, and why'],
    ['scope', 'exclusions', '### 3.2 Exclusions', '3.2 Exclusions'],
    ['scope', 'exclusions', '**Exclusions:** the canteen', 'Exclusions:'],
    ['scope', 'exclusions', '- Exclusions: the canteen', 'Exclusions'],
    ['scope', 'exclusions', '| Area | Excluded |\n|---|---|\n| Canteen | yes |', 'Excluded'],
    ['scope', 'exclusions', '| Field | Text |\n|---|---|\n| Exclusions | the canteen |', 'Exclusions'],
    ['scope', 'interfaces', '## Schnittstellen und Abhängigkeiten', 'Schnittstellen und Abhängigkeiten'],
    ['scope', 'exclusions', '## Nicht im Geltungsbereich', 'Nicht im Geltungsbereich'],
    ['risk-methodology', 'criteria', '## Risikokriterien', 'Risikokriterien'],
    [
      'risk-methodology',
      'scales',
      '## Échelles de gravité et de vraisemblance',
      'Échelles de gravité et de vraisemblance',
    ],
    ['audit-programme', 'auditors', '## Independencia de los auditores', 'Independencia de los auditores'],
    ['management-review', 'audits', '## What was presented (Clause 9.3.2)', 'What was presented (Clause 9.3.2)'],
    [
      'data-governance',
      'provenance',
      '## How we trace records (ISO/IEC 42001 A.7.5)',
      'How we trace records (ISO/IEC 42001 A.7.5)',
    ],
  ])('in %s: %s under `%s`', (kind, id, body, heading) =>
    expect(sections(doc(kind, `${LONG}\n${body}`)).at[id]).toBe(heading),
  );

  test('under a numbered heading only where its title fits the clause', () => {
    const body = '## 9.3.3 Management review results\n\n## 9.3.2 Seating order';
    expect(sections(doc('management-review', `${LONG}\n${body}`)).at.decisions).toBe('9.3.3 Management review results');
  });
  test('in the keys of YAML and the header of CSV, in one word too', () => {
    const yaml = 'kind: risk-register\nrisks:\n  - id: R-1\n    description: x\n    likelihood: 2\n    risk_owner: y\n';
    expect(sections(yaml, 'risk-register.yaml').at).toMatchObject({ owner: 'risk_owner', level: 'likelihood' });
    const csv = 'RecordID,EmployeeName,TrainingTitle\nT-1,Ada,Testing of AI systems\n';
    expect(sections(csv, 'training-records.csv').at).toMatchObject({ role: 'EmployeeName', required: 'TrainingTitle' });
  });
  test('in the running text of a document with few headings', () => {
    const short = sections(doc('scope', 'All sites and all AI systems are covered. The canteen is excluded.'));
    expect(short.missing).not.toContain('exclusions');
    expect(short.at).toHaveProperty('exclusions', undefined);
  });
});

describe('a section is missing', () => {
  test('where nothing in a structured document heads it', () => {
    expect(sections(doc('scope', `${LONG}\nThe canteen is excluded.`)).missing).toContain('exclusions');
  });
  test('where only the title of the document has its words', () => {
    const text = `---\nkind: scope\n---\n# Exclusions from the AIMS scope\n\n${LONG}`;
    expect(sections(text).missing).toContain('exclusions');
  });
  test('never in a document of no kind', () => expect(sections('# Notes').missing).toEqual([]));
});
