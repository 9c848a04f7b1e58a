import { describe, expect, test } from 'vitest';
import { hover } from '../../server/src/core/features/hover';
import { readinessTree } from '../../server/src/core/features/readiness-tree/tree';
import { assess } from '../../server/src/core/readiness/assess';
import { creditsOf } from '../../server/src/core/readiness/credit';
import { workspace } from '../support/workspace';

const approved = (more: string) =>
  `---\n${more}\nowner: Head of AI\nstatus: approved\napproved_on: 2026-09-01\nnext_review: 2027-09-01\n---\n`;

const integrated = (files: string, frameworks = '["42001", "27001", "9001"]') =>
  `//- aims.yaml\nframeworks: ${frameworks}\n//- competence.md\n${approved('clauses: ["7.2"]')}# Competence and training (ISO/IEC 42001)\n${files}`;

function clause(text: string, framework: string, id: string) {
  const credit = creditsOf(workspace(text).aims).find((one) => one.framework === framework);
  return credit?.clauses.find((one) => one.id === id);
}

describe('credit across frameworks', () => {
  test('is given to each declared framework for a clause they share', () => {
    for (const framework of ['27001', '9001'])
      expect(clause(integrated(''), framework, '7.2')).toMatchObject({ state: 'current', common: true, from: ['7.2'] });
    expect(clause(integrated(''), '27001', '7.3')).toMatchObject({ state: 'missing', common: true });
  });

  test('is nothing where one framework is in use', () => {
    expect(creditsOf(workspace(integrated('', '["42001"]')).aims)).toEqual([]);
    expect(creditsOf(workspace(integrated('', '["42001", "27001"]')).aims).map((one) => one.framework)).toEqual([
      '27001',
    ]);
  });

  test('goes by the counterpart, not by the number', () => {
    const text = integrated(`//- improvement.md\n${approved('clauses: ["10.1"]')}# Improvement (ISO/IEC 42001)\n`);
    expect(clause(text, '9001', '10.3')).toMatchObject({ state: 'current', from: ['10.1'] });
    expect(clause(text, '9001', '10.2')).toMatchObject({ state: 'missing', from: ['10.2'] });
  });

  test('of a clause over several is that of the weakest', () => {
    const half = `//- audit.md\n${approved('clauses: ["9.2.2"]')}# Our year (ISO/IEC 42001)\n`;
    expect(clause(integrated(half), '9001', '9.2')).toMatchObject({ state: 'missing', from: ['9.2.1', '9.2.2'] });
  });

  test('is not given where each standard has its own subject, unless a document says that it serves both', () => {
    const risk = (more: string) =>
      integrated(`//- risk.md\n${approved(`clauses: ["6.1.2"]${more}`)}# Risk assessment method (ISO/IEC 42001)\n`);
    expect(clause(risk(''), '27001', '6.1.2')).toMatchObject({ state: 'missing', common: false });
    expect(clause(risk('\nframeworks: ["42001", "27001"]'), '27001', '6.1.2')).toMatchObject({ state: 'current' });
    const other = integrated(`//- isms/risk.md\n${approved('clauses: ["27001:6.1.2"]')}# Security risk method\n`);
    expect(clause(other, '27001', '6.1.2')).toMatchObject({ state: 'current' });
    expect(clause(other, '9001', '6.1')).toMatchObject({ state: 'missing' });
  });

  describe('for a clause that asks for a record', () => {
    const both = 'frameworks: ["42001", "27001", "9001"]';
    const programme = `//- audit.md\n${approved(`kind: audit-programme\n${both}\nclauses: ["9.2.1", "9.2.2"]`)}# Internal audits (ISO/IEC 42001)\n\nEvery site is audited once a year.\n`;
    const report = (more: string) =>
      `//- report.md\n---\nkind: audit-report\nheld_on: 2026-06-01\nowner: Lead auditor\n${more}---\n# Internal audit of the AI management system\n\nOne finding.\n`;

    test('is not higher than the record allows, though the document says that it serves all', () => {
      for (const [framework, id] of [
        ['27001', '9.2.2'],
        ['9001', '9.2'],
      ] as const) {
        const open = clause(integrated(programme), framework, id);
        expect([framework, open?.state]).toEqual([framework, 'documented']);
        expect(open?.why).toContain('no record shows that it was done');
        expect([framework, clause(integrated(programme + report('')), framework, id)?.state]).toEqual([
          framework,
          'current',
        ]);
      }
    });

    test('with a subject of its own wants a record of that', () => {
      const method = `//- method.md\n${approved('frameworks: ["42001", "27001"]\nclauses: ["8.2"]')}# How risks are assessed (ISO/IEC 42001)\n\nTwice a year.\n`;
      const risks = (frameworks: string) =>
        `//- register.yaml\nkind: risk-register\ntitle: Risks of AI\nstatus: approved\napproved_on: 2026-09-01\nnext_review: 2027-09-01\nclauses: ["8.2"]\n${frameworks}risks:\n  - id: R-01\n    description: Old data\n`;
      expect(clause(integrated(method), '27001', '8.2')?.state).toBe('documented');
      expect(clause(integrated(method + risks('')), '27001', '8.2')?.state).toBe('documented');
      expect(clause(integrated(method + risks('frameworks: ["42001", "27001"]\n')), '27001', '8.2')?.state).toBe(
        'current',
      );
    });
  });

  test('leaves out clauses that have no counterpart', () => {
    const credit = creditsOf(workspace(integrated('')).aims);
    expect(credit.flatMap(({ clauses }) => clauses.filter(({ from }) => from.length === 0))).toEqual([]);
    expect(credit.map(({ framework, clauses }) => [framework, clauses.length])).toEqual([
      ['27001', 30],
      ['9001', 25],
    ]);
    expect(clause(integrated(''), '9001', '8.2')).toBeUndefined();
  });

  test('is shown on hover, from both sides, and in the tree', () => {
    const note = workspace(integrated('//- note.md\n# Note (ISO/IEC 42001)\n\nSee clause 7$0.2.\n'));
    expect(hover(note.aims, note.caret!.file, note.caret!.offset)?.markdown).toContain(
      '**Counts also for** ISO/IEC 27001 7.2: current · ISO 9001 7.2: current',
    );
    const other = workspace(integrated('//- note.md\n# Note\n\nSee ISO/IEC 27001:2022 clause 7$0.2.\n'));
    expect(hover(other.aims, other.caret!.file, other.caret!.offset)?.markdown).toContain(
      '**Here** current · By clause 7.2 of ISO/IEC 42001',
    );
    const labels = readinessTree(note.aims, 'clause').map((node) => node.label);
    expect(labels.slice(-2)).toEqual(['ISO/IEC 27001, shared clauses', 'ISO 9001, shared clauses']);
  });

  test('goes by the standard that a document is written for, where it names a bare clause', () => {
    const quality = (clauses: string) =>
      integrated(`//- q.md\n${approved(`frameworks: ["9001"]\nclauses: [${clauses}]`)}# Quality policy\n`);
    for (const clauses of ['"5.2"', '"9001:5.2"', '"ISO 9001 5.2"']) {
      expect(clause(quality(clauses), '9001', '5.2.1')?.state ?? clause(quality(clauses), '9001', '5.2')?.state).toBe(
        'current',
      );
      const own = assess(workspace(quality(clauses)).aims).clauses.find(({ id }) => id === '5.2');
      expect(own?.state).toBe('missing');
    }
  });
});
