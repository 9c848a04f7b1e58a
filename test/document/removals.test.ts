import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Aims } from '../../server/src/core/model/aims';
import { assess } from '../../server/src/core/readiness/assess';
import { aimsOf } from '../support/workspace';

const ROOT = resolve(import.meta.dirname, '../../examples/northwind-health');
const whole = aimsOf(
  new Map(
    readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:md|ya?ml|csv)$/.test(path))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(ROOT, path), 'utf8')]),
  ),
);

/** What is below its top rung: clauses and controls with their state, and what an auditor of each stage would miss. */
interface Low {
  readonly clauses?: string;
  readonly controls?: string;
  readonly stage1?: string;
  readonly stage2?: string;
}

function low(aims: Aims): Low {
  const { clauses, controls, stage1, stage2 } = assess(aims);
  const below = (list: readonly { id: string; state: string }[]): string =>
    list
      .filter(({ state }) => state !== 'current')
      .map(({ id, state }) => `${id} ${state}`)
      .join(', ');
  const missed = (items: readonly { met: boolean; kind: string }[]): string =>
    items
      .filter(({ met }) => !met)
      .map(({ kind }) => kind)
      .join(', ');
  const all = {
    clauses: below(clauses),
    controls: below(controls),
    stage1: missed(stage1.items),
    stage2: missed(stage2.items),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function without(path: string): Aims {
  const files = new Map(whole.files);
  files.delete(path);
  return {
    ...whole,
    files,
    paths: { ...whole.paths, kindOf: (asked) => (asked === path ? undefined : whole.paths.kindOf(asked)) },
  };
}

const everyControl = assess(whole)
  .controls.map(({ id }) => `${id} unaddressed`)
  .join(', ');

/**
 * What rests on each document of the example alone. Where another document answers the same clause nothing falls: two
 * describe the parties (4.2), the manual plans changes, resources and improvement too (6.3, 7.1, 10.1).
 */
const RESTS_ON: Readonly<Record<string, Low>> = {
  'README.md': {},
  'context/aims-manual.md': { clauses: '4.4 missing' },
  'context/context-analysis.md': { clauses: '4.1 mentioned' },
  'context/interested-parties.md': {},
  'context/legal-register.md': {},
  'context/scope.md': { clauses: '4.3 mentioned', stage1: 'scope' },
  'evaluation/audit-programme.md': { stage1: 'audit-programme' },
  'evaluation/audit-report-2026-2.md': { clauses: '9.2.2 documented', stage2: 'audit-report' },
  'evaluation/management-review-2026.md': {
    clauses: '9.3.1 mentioned, 9.3.2 missing, 9.3.3 missing',
    controls: 'A.2.3 implemented',
    stage1: 'management-review',
    stage2: 'management-review',
  },
  'evaluation/monitoring-report.md': {
    clauses: '9.1 mentioned',
    controls: 'A.6.2.6 implemented',
    stage2: 'monitoring',
  },
  'improvement/improvement-log.md': {},
  'improvement/nonconformity-log.md': { clauses: '10.2 mentioned', stage2: 'nonconformity-log' },
  'leadership/ai-policy.md': {
    clauses: '5.2 mentioned',
    controls: 'A.2.2 implemented, A.2.4 implemented',
    stage1: 'ai-policy',
  },
  'leadership/roles.md': { clauses: '5.3 mentioned', controls: 'A.3.2 implemented' },
  'operation/concern-reporting.md': { controls: 'A.3.3 implemented, A.8.3 implemented' },
  'operation/customer-requirements.md': { controls: 'A.10.4 implemented' },
  'operation/data-governance.md': { controls: 'A.7.2 implemented, A.7.3 implemented, A.7.6 implemented' },
  'operation/event-logging.md': { controls: 'A.6.2.8 implemented' },
  'operation/human-oversight.md': {},
  'operation/incident-response.md': { controls: 'A.8.4 implemented' },
  'operation/life-cycle-procedure.md': { controls: 'A.6.1.3 implemented' },
  'operation/operational-procedure.md': { clauses: '8.1 documented', stage2: 'operational-procedure' },
  'operation/reporting-obligations.md': { controls: 'A.8.5 implemented' },
  'operation/responsibility-matrix.md': { controls: 'A.10.2 implemented' },
  'operation/responsible-use.md': { controls: 'A.9.2 implemented' },
  'operation/supplier-register.md': { controls: 'A.10.3 implemented' },
  'planning/change-management.md': {},
  'planning/impact-assessment-procedure.md': { controls: 'A.5.2 implemented', stage1: 'impact-assessment-procedure' },
  'planning/objectives.md': {
    clauses: '6.2 mentioned',
    controls: 'A.6.1.2 implemented, A.9.3 implemented',
    stage1: 'objectives',
  },
  'planning/residual-risk-acceptance.md': { stage2: 'residual-risk-acceptance' },
  'planning/risk-methodology.md': { clauses: '6.1.1 mentioned', stage1: 'risk-methodology' },
  'planning/risk-register.yaml': { clauses: '8.2 mentioned', stage1: 'risk-register', stage2: 'risk-register' },
  'planning/risk-treatment-plan.md': {
    clauses: '8.3 mentioned',
    stage1: 'risk-treatment-plan',
    stage2: 'risk-treatment-plan',
  },
  'planning/statement-of-applicability.md': { controls: everyControl, stage1: 'soa' },
  'support/awareness-programme.md': { clauses: '7.3 mentioned' },
  'support/communication-plan.md': { clauses: '7.4 mentioned' },
  'support/competence-records.md': {
    clauses: '7.2 mentioned',
    controls: 'A.4.6 implemented',
    stage1: 'competence-records',
    stage2: 'competence-records',
  },
  'support/document-control.md': {
    clauses: '7.5.1 mentioned, 7.5.2 missing, 7.5.3 missing',
    stage1: 'document-control',
  },
  'support/document-register.md': {},
  'support/resources.md': { controls: 'A.4.2 implemented, A.4.4 implemented, A.4.5 implemented' },
  'systems/inventory.yaml': { stage1: 'system-inventory' },
  'systems/letter-writer/dataset-record.md': {},
  'systems/letter-writer/deployment-plan.md': {},
  'systems/letter-writer/impact-assessment.md': {},
  'systems/letter-writer/verification-report.md': {},
  'systems/no-show-predictor/ai-datasets.yaml': {},
  'systems/no-show-predictor/ai-deployments.yaml': {},
  'systems/no-show-predictor/ai-system.yaml': {},
  'systems/no-show-predictor/ai-verifications.yaml': {},
  'systems/no-show-predictor/impact-assessment.md': { controls: 'A.5.5 implemented' },
  'systems/triage-bot/dataset-record.md': { controls: 'A.4.3 implemented, A.7.4 implemented, A.7.5 implemented' },
  'systems/triage-bot/deployment-plan.md': { controls: 'A.6.2.5 implemented' },
  'systems/triage-bot/impact-assessment.md': { controls: 'A.5.3 implemented, A.5.4 implemented' },
  'systems/triage-bot/intended-use.md': { controls: 'A.9.4 implemented' },
  'systems/triage-bot/requirements.md': { controls: 'A.6.2.2 implemented' },
  'systems/triage-bot/technical-documentation.md': { controls: 'A.6.2.3 implemented, A.6.2.7 implemented' },
  'systems/triage-bot/user-information.md': { controls: 'A.8.2 implemented' },
  'systems/triage-bot/verification-report.md': { controls: 'A.6.2.4 implemented' },
};

test('with all of them nothing is low', () => expect(low(whole)).toEqual({}));

test('every document is in the table', () =>
  expect(Object.keys(RESTS_ON).sort()).toEqual([...whole.files.keys()].filter((path) => path !== 'aims.yaml').sort()));

describe('without it exactly what rests on it falls', () => {
  test.each(Object.entries(RESTS_ON))('%s', (path, expected) => expect(low(without(path))).toEqual(expected));
});

/** What is asked of the AI systems and rests on one document alone. */
const SYSTEMS_REST_ON: Readonly<Record<string, readonly string[]>> = {
  'evaluation/monitoring-report.md': [
    'triage-bot monitoring missing',
    'letter-writer monitoring missing',
    'no-show-predictor monitoring missing',
  ],
  'operation/data-governance.md': [],
  'systems/letter-writer/deployment-plan.md': ['letter-writer deployment missing'],
  'systems/letter-writer/impact-assessment.md': ['letter-writer impact-assessment missing'],
  'systems/no-show-predictor/ai-datasets.yaml': ['no-show-predictor data mentioned'],
  'systems/no-show-predictor/ai-verifications.yaml': ['no-show-predictor verification missing'],
  'systems/triage-bot/verification-report.md': ['triage-bot verification missing'],
};

describe('without it exactly that is open for the AI systems', () => {
  test.each(Object.entries(SYSTEMS_REST_ON))('%s', (path, expected) =>
    expect(
      assess(without(path)).systems.flatMap(({ id, aspects }) =>
        aspects.filter(({ state }) => state !== 'current').map((one) => `${id} ${one.id} ${one.state}`),
      ),
    ).toEqual(expected),
  );
});
