import { describe, expect, test } from 'vitest';
import { viewAt } from '../../server/src/core/model/file-view';
import { assess } from '../../server/src/core/readiness/assess';
import { RECORD_TYPES } from '../../server/src/core/records/record-types';
import { aimsOf, workspace } from '../support/workspace';

const kindOf = (title: string, path = 'doc.md', text = 'It is about AI.'): string | undefined =>
  viewAt(aimsOf(new Map([[path, `# ${title}\n\n${text}\n`]])), path)?.document.kind?.id;

describe('the title of a document', () => {
  test.each([
    ['AI Supplier Risk Register', 'supplier-register'],
    ['Legal and Regulatory Requirements Register', 'legal-register'],
    ['Artificial Intelligence Management System — Scope Statement', 'scope'],
    ['AI Management System', 'aims-manual'],
    ['Risk Management Policy', 'risk-methodology'],
    ['Impact assessment of triage-bot', 'impact-assessment'],
    ['Data Protection Impact Assessment (DPIA)', undefined],
    ['Business impact assessment', undefined],
  ])('%s', (title, kind) => expect(kindOf(title)).toBe(kind));
});

test('data to try a script out with are no inventory', () => {
  expect(kindOf('x', 'sample_ai_systems.md')).toBeUndefined();
  expect(kindOf('x', 'ai_systems.md')).toBe('system-inventory');
});

test('a short record need not speak of AI beside a document that names the standard, a policy does', () => {
  const beside = '//- a.md\n# Notes on ISO/IEC 42001\n';
  const kinds = (text: string, path: string) => viewAt(workspace(text).aims, path)?.document.kind?.id;
  expect(kinds(`${beside}//- b.md\n# Internal audit report 3\n\nScope: procurement.`, 'b.md')).toBe('audit-report');
  expect(kinds(`${beside}//- x/b.md\n# Internal audit report 3\n\nScope: procurement.`, 'x/b.md')).toBeUndefined();
  expect(kinds(`${beside}//- b.md\n# Incident response plan\n\nCall the duty officer.`, 'b.md')).toBeUndefined();
});

test('a document of another standard is ours where its sections speak of AI', () => {
  const text = 'ISO 27001 §6.1 applies.\n\n## AI risk taxonomy\n\nx\n\n## AI-specific controls\n\nx';
  expect(kindOf('Risk management policy', 'doc.md', text)).toBe('risk-methodology');
  expect(kindOf('Risk management policy', 'doc.md', 'ISO 27001 §6.1 applies, also to AI.')).toBeUndefined();
});

describe('a procedure about records is no record', () => {
  const review = (text: string) =>
    `//- aims.yaml\norganization:\n  name: Harbour Clinic\n//- review.md\n---\nkind: management-review\nstatus: approved\nowner: CEO\napproved_on: 2026-10-01\n---\n# AI management review\n\n${text}\n`;
  const stage2 = (text: string) =>
    assess(workspace(review(text)).aims).stage2.items.find((item) => item.kind === 'management-review');

  test('where it says so of itself', () =>
    expect(stage2('This document establishes the management review process of the clinic.')).toMatchObject({
      met: false,
      why: 'A procedure is there, and no record that it was followed.',
    }));
  test('not where it tells what was decided', () =>
    expect(stage2('Top management met on 1 October 2026 and decided to fund the fairness tests.')?.met).toBe(true));
  test('not where dated rows show what was done', () =>
    expect(
      stage2(
        'This log defines how reviews are kept.\n\n| Date | Decision |\n|---|---|\n| 2026-01-10 | a |\n| 2026-07-10 | b |',
      )?.met,
    ).toBe(true));
});

test('a stated cycle of a record makes its review due', () => {
  const { aims } = workspace(
    '//- register.md\n# AI risk register\n\n**Owner:** CTO | **Date:** 14 March 2025 | **Review cycle:** Quarterly\n',
  );
  expect(viewAt(aims, 'register.md')?.document.review).toMatchObject({ due: '2025-06-14', by: 'cycle' });
});

describe('a register called as its schema recommends is recognized by its name alone', () => {
  /** A list of what happened is no plan for it: these lists need not be the document that registers them. */
  const plans = new Set([
    'incident-response',
    'verification-validation',
    'deployment-plan',
    'change-management',
    'retirement-plan',
    'concern-reporting',
    'audit-report',
    'improvement-log',
  ]);
  const named = RECORD_TYPES.flatMap(({ files, registers }) =>
    !registers.includes('dataset-record') && registers.some((kind) => !plans.has(kind))
      ? files.map((file) => [file, registers] as const)
      : [],
  );
  const settings = '//- aims.yaml\norganization:\n  name: Acme\n';
  const kindAt = (path: string) =>
    viewAt(workspace(`${settings}//- ${path}\nrows:\n  - id: X-1\n    owner: CTO\n`).aims, path)?.document.kind?.id;

  test.each(named)('%s', (file, registers) => expect(registers).toContain(kindAt(file)));
  test('ai-management-reviews.yaml', () => expect(kindAt('ai-management-reviews.yaml')).toBe('management-review'));
  test('a bare list of data sets is no record of one', () => expect(kindAt('ai-datasets.yaml')).toBeUndefined());
  test.each(['risks.yaml', 'suppliers.yaml', 'maintained-risks.yaml', 'ai/risks.yaml', 'incidents.csv'])(
    'not %s, which may be of any management system',
    (file) => expect(kindAt(file)).toBeUndefined(),
  );
});
