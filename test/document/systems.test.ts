import { describe, expect, test } from 'vitest';
import { sectionOf } from '../../server/src/core/features/readiness-tree/tree';
import { assess } from '../../server/src/core/readiness/assess';
import { SYSTEM_ASPECTS, type SystemAspect } from '../../server/src/core/readiness/readiness';
import { workspace } from '../support/workspace';

const doc = (kind: string, rest: string, body = '') =>
  `---\nkind: ${kind}\nstatus: approved\nowner: Head of AI\napprover: Board\napproved_on: 2026-06-01\nnext_review: 2027-06-01\n${rest}---\n# ${kind} of it\n${body}`;
const listed = (kind: string, list: string, body: string) =>
  `kind: ${kind}\nstatus: approved\nowner: Head of AI\napprover: Board\napproved_on: 2026-06-01\nnext_review: 2027-06-01\n${list}:\n${body}`;

const CARD = `kind: ai-system
id: triage-bot
name: Triage bot
purpose: Recommend how soon a patient should be seen
owner: Product lead
role: provider
stage: operation and monitoring
version: "4.2"
suppliers: [S-2]
last_review: 2026-08-01
`;
const RISK = `  - id: R-01
    description: Rare symptoms are ranked too low
    system: triage-bot
    owner: Head of AI
    likelihood: 2
    impact: 5
    treatment: modify
    controls: [A.7.4]
    accepted_by: Board
`;

/** Everything that is asked of one system, each file as it should be. */
const FULL: Readonly<Record<string, string>> = {
  'aims.yaml': 'organization:\n  name: Harbour Clinic\n',
  'services/triage/ai-system.yaml': CARD,
  'aia.md': doc('impact-assessment', 'id: AIA-1\nsystem: triage-bot\n'),
  'risks.yaml': listed('risk-register', 'risks', RISK),
  'data.md': doc('dataset-record', 'system: triage-bot\n'),
  'services/triage/ai-verifications.yaml':
    'verifications:\n  - id: V-1\n    test: Gap between languages\n    system: triage-bot\n    version: "4.2"\n    outcome: passed\n    date: 2026-05-30\n',
  'services/triage/ai-deployments.yaml':
    'deployments:\n  - id: DEP-1\n    system: triage-bot\n    version: "4.2"\n    deployed_on: 2026-06-02\n',
  'monitoring.md': doc('monitoring', 'systems: [triage-bot]\n'),
  'suppliers.yaml': listed(
    'supplier-register',
    'suppliers',
    '  - id: S-2\n    name: Cloud provider\n    assessed_on: 2026-05-02\n    result: accepted\n',
  ),
};

/** The full workspace with some files changed, or taken away. */
function systemsOf(changes: Readonly<Record<string, string | undefined>>) {
  const files = Object.entries({ ...FULL, ...changes }).filter((one): one is [string, string] => one[1] !== undefined);
  const text = files.map(([path, content]) => `//- ${path}\n${content.trimEnd()}`).join('\n');
  const { aims } = workspace(`${text}\n`);
  return { aims, systems: assess(aims).systems };
}

function aspect(id: SystemAspect, changes: Readonly<Record<string, string | undefined>>) {
  const { systems } = systemsOf(changes);
  expect(systems).toHaveLength(1);
  const found = systems[0]?.aspects.find((one) => one.id === id);
  return {
    state: found?.state,
    said: `${found?.why} ${found?.next ?? ''}`,
    files: found?.places.map((one) => one.file),
  };
}

test('a system of which everything is told is complete, and every aspect says where', () => {
  const { systems } = systemsOf({});
  expect(systems).toMatchObject([{ id: 'triage-bot', title: 'Triage bot', owner: 'Product lead', met: 10, total: 10 }]);
  expect(systems[0]?.aspects.map((one) => one.id)).toEqual(SYSTEM_ASPECTS);
  for (const one of systems[0]?.aspects ?? []) {
    expect([one.id, one.state, one.next]).toEqual([one.id, 'current', undefined]);
    expect(one.places.length).toBeGreaterThan(0);
  }
});

describe('what is missing', () => {
  test.each<[SystemAspect, string, string]>([
    ['impact-assessment', 'aia.md', 'It has none. Assess what it may do'],
    ['risk-assessment', 'risks.yaml', 'No risk names it.'],
    ['risk-treatment', 'risks.yaml', 'Assess its risks first.'],
    ['data', 'data.md', 'No dataset names it.'],
    ['verification', 'services/triage/ai-verifications.yaml', 'No test of it is recorded.'],
    ['deployment', 'services/triage/ai-deployments.yaml', 'No release of it is recorded.'],
    ['monitoring', 'monitoring.md', 'No results of its monitoring are recorded.'],
  ])('%s without %s, at the entry of the system', (id, file, said) => {
    const found = aspect(id, { [file]: undefined });
    expect(found).toMatchObject({ state: 'missing', files: ['services/triage/ai-system.yaml'] });
    expect(found.said).toContain(said);
    // Nothing else falls with it but what rests on the same file.
    const open = systemsOf({ [file]: undefined }).systems[0]?.aspects.filter((one) => one.state !== 'current');
    expect(open?.map((one) => one.id)).toEqual(file === 'risks.yaml' ? ['risk-assessment', 'risk-treatment'] : [id]);
  });

  test('a supplier that no register describes', () => {
    expect(aspect('suppliers', { 'suppliers.yaml': undefined })).toMatchObject({ state: 'mentioned' });
  });
});

const card = (from: string | RegExp, to: string) => ({ 'services/triage/ai-system.yaml': CARD.replace(from, to) });
const risk = (from: string | RegExp, to: string) => ({
  'risks.yaml': listed('risk-register', 'risks', RISK.replace(from, to)),
});

describe('what is there and not enough', () => {
  test.each<[SystemAspect, string, string, Readonly<Record<string, string | undefined>>]>([
    ['inventory', 'mentioned', 'does not state its stage', card(/stage:.*\n/, '')],
    ['inventory', 'approved', 'was due on 1 Aug 2025', card('2026-08-01', '2024-08-01')],
    ['inventory', 'documented', 'states no date', card(/last_review:.*\n/, '')],
    ['responsibility', 'mentioned', 'towards it', card(/role:.*\n/, '')],
    [
      'impact-assessment',
      'mentioned',
      'is superseded',
      { 'aia.md': FULL['aia.md']?.replace('approved\n', 'superseded\n') },
    ],
    ['impact-assessment', 'approved', 'was due on', { 'aia.md': FULL['aia.md']?.replace('2027-06-01', '2026-06-30') }],
    [
      'impact-assessment',
      'mentioned',
      'not why',
      { 'aia.md': undefined, ...card('suppliers', 'impact_assessment: screened out\nsuppliers') },
    ],
    ['risk-assessment', 'mentioned', '`R-01` is not rated', risk(/ +likelihood.*\n/, '')],
    ['risk-treatment', 'mentioned', '`R-01` has no treatment', risk(/ +treatment.*\n/, '')],
    ['risk-treatment', 'documented', 'Nothing says how', risk(/ +controls.*\n/, '')],
    ['risk-treatment', 'documented', 'Nobody has accepted', risk(/ +accepted_by.*\n/, '')],
    ['data', 'mentioned', '`D-9`', card('suppliers', 'datasets: [D-9]\nsuppliers')],
    [
      'verification',
      'documented',
      '`V-1` failed',
      {
        'services/triage/ai-verifications.yaml': FULL['services/triage/ai-verifications.yaml']?.replace(
          'passed',
          'failed',
        ),
      },
    ],
    ['verification', 'approved', 'Version 4.2 was tested, and in use is 4.3', card('"4.2"', '"4.3"')],
    ['deployment', 'approved', 'release of version 4.2', card('"4.2"', '"4.3"')],
    [
      'monitoring',
      'mentioned',
      'does not say that it is about it',
      { 'monitoring.md': doc('monitoring', '', '\nSensitivity of triage-bot: 0.97\n') },
    ],
    [
      'suppliers',
      'documented',
      '`S-2` was not assessed',
      { 'suppliers.yaml': FULL['suppliers.yaml']?.replace(/ +assessed_on.*\n +result.*\n/, '') },
    ],
  ])('%s: %s, since %s', (id, state, said, changes) => {
    const found = aspect(id, changes);
    expect(found.said).toContain(said);
    expect(found.state).toBe(state);
  });
});

describe('what is not asked', () => {
  test('of a system that is still being made', () => {
    const { systems } = systemsOf({
      ...card('operation and monitoring', 'inception'),
      'data.md': undefined,
      'monitoring.md': undefined,
      'services/triage/ai-verifications.yaml': undefined,
      'services/triage/ai-deployments.yaml': undefined,
    });
    const needless = systems[0]?.aspects.filter((one) => one.state === 'not-needed').map((one) => one.id);
    expect(needless).toEqual(['data', 'verification', 'deployment', 'monitoring']);
    expect(systems[0]).toMatchObject({ met: 6, total: 6 });
  });

  test('suppliers, where there is none', () => {
    const found = aspect('suppliers', { ...card('[S-2]', '"none: built and run by us"'), 'suppliers.yaml': undefined });
    expect(found).toMatchObject({
      state: 'not-needed',
      said: 'Not needed, because the entry says: built and run by us. ',
    });
  });

  test('of a system that was switched off', () => {
    const { systems } = systemsOf({
      ...card('operation and monitoring', 'retirement'),
      'aia.md': undefined,
      'retired.yaml': 'kind: retirement\nid: RET-1\nsystem: triage-bot\nretired_on: 2026-09-01\nreason: replaced\n',
    });
    expect(systems[0]?.aspects.filter((one) => one.state !== 'not-needed').map((one) => one.id)).toEqual([
      'inventory',
      'responsibility',
    ]);
  });

  test('what the Statement of Applicability excludes with a reason', () => {
    const found = aspect('deployment', {
      'services/triage/ai-deployments.yaml': undefined,
      'soa.md':
        '# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.6.2.5 | AI system deployment | No | Nothing is released by us, the producer does it |\n',
    });
    expect(found.state).toBe('not-needed');
    expect(found.said).toContain('A.6.2.5');
  });
});

describe('entries', () => {
  test('a list and a card beside the code are one system', () => {
    const { systems } = systemsOf({
      'inventory.csv':
        'System ID,Name,Owner,Purpose\nTriage-Bot,Triage bot,Somebody,x\nletter-writer,Letter writer,Lead,y\n',
    });
    expect(systems.map((one) => [one.id, one.owner])).toEqual([
      ['triage-bot', 'Product lead'],
      ['letter-writer', 'Lead'],
    ]);
  });

  test('a template is no inventory, and without one the view says what to do', () => {
    const { aims, systems } = systemsOf({
      'services/triage/ai-system.yaml': undefined,
      'templates/ai-system.yaml': CARD,
    });
    expect(systems).toEqual([]);
    expect(sectionOf(aims, assess(aims), 'system')).toMatchObject({ state: 'open', children: [] });
    expect(sectionOf(aims, assess(aims), 'system').description).toContain('none recorded');
  });

  test('what names another system says nothing of this one', () => {
    const other = FULL['aia.md']?.replace('triage-bot', 'letter-writer');
    expect(aspect('impact-assessment', { 'aia.md': other }).state).toBe('missing');
  });
});
