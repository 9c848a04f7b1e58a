import { describe, expect, test } from 'vitest';
import { newDocument } from '../../server/src/core/document/new-document';
import type { Aims } from '../../server/src/core/model/aims';
import { assess } from '../../server/src/core/readiness/assess';
import { aimsOf, TODAY, workspace } from '../support/workspace';

const HEAD = {
  kind: 'ai-policy',
  status: 'approved',
  owner: 'Head of AI',
  approver: 'Managing director',
  approved_on: '2026-06-01',
  next_review: '2027-06-01',
};

const WRITTEN =
  'Our clinic lets a model suggest how soon a patient should be seen, and a nurse decides. We say so to every patient who asks, and nobody is turned away because of a suggestion.';

const withHead = (head: Readonly<Record<string, string>>, body: string): string =>
  `---\n${Object.entries({ ...HEAD, ...head })
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n# AI policy\n\n${body}\n`;

function policyIn(aims: Aims) {
  const { clauses, documents, stage1 } = assess(aims);
  const document = documents.find(({ kindId }) => kindId === 'ai-policy');
  return {
    clause: clauses.find(({ id }) => id === '5.2'),
    document,
    met: stage1.items.find(({ kind }) => kind === 'ai-policy')?.met,
  };
}

const policy = (head: Readonly<Record<string, string>>, body = WRITTEN) =>
  policyIn(aimsOf(new Map([['policy.md', withHead(head, body)]])));

describe('an approval counts', () => {
  test('where everything is filled in', () => {
    expect(policy({})).toMatchObject({ clause: { state: 'current' }, document: { state: 'current' }, met: true });
  });

  test.each([
    ['owner', '[Insert owner]'],
    ['owner', '___'],
    ['owner', 'TBD'],
    ['approver', 'to be confirmed'],
    ['approver', '____________'],
    ['approver', '-'],
    ['approved_on', '{{DATE}}'],
    ['approved_on', '__/__/____'],
    ['approved_on', 'YYYY-MM-DD'],
    ['approved_on', 'pending'],
  ])('not with the %s `%s`', (field, value) => {
    const { clause, document, met } = policy({ [field]: value });
    expect([clause?.state, document?.state, met]).toEqual(['documented', 'documented', false]);
    for (const why of [clause?.why, document?.why]) {
      expect(why).toContain('not approved');
      expect(why).toContain(`\`${value}\``);
    }
    if (field === 'owner') expect(document?.owner).toBe('Managing director');
  });

  test.each([
    ['rejected', 'is not approved: its status is `rejected`.'],
    ['Nicht genehmigt', 'is not approved: its status is `Nicht genehmigt`.'],
    ['aproved', 'is not approved: its status is `aproved`, which is none that is known.'],
    ['Category B', 'is not approved: its status is `Category B`, which is none that is known.'],
    ['pending board decision', 'is not approved.'],
    ['final draft', 'is not approved.'],
    ['Released for review', 'is not approved.'],
    ['unpublished', 'is not approved.'],
  ])('not with the status `%s`, whatever date stands beside it', (status, why) => {
    const { clause, document, met } = policy({ status });
    expect([clause?.state, document?.state, met]).toEqual(['documented', 'documented', false]);
    expect(clause?.why).toBe(`AI policy covers it and ${why}`);
    expect(document?.why).toBe(`It ${why}`);
  });

  test.each([
    'Approved',
    '✅ Verified and approved',
    'Approved (v2, by the board)',
    'In use',
    'Geprüft und freigegeben',
    '✅',
  ])('with the status `%s`', (status) => {
    expect(policy({ status }).met).toBe(true);
  });

  test('with one or two places that slipped through, which are findings', () => {
    expect(policy({}, `${WRITTEN}\n\nTODO: link the intranet. Write to [Name of the AI officer].`).met).toBe(true);
  });

  test('not with three of them, however much was written', () => {
    const body = `${`${WRITTEN}\n\n`.repeat(12)}The levels are [Insert level], [Insert level] and TBD.`;
    const { clause, met } = policy({}, body);
    expect([clause?.state, met]).toEqual(['documented', false]);
    expect(clause?.why).toBe('AI policy covers it and still holds 3 placeholders, as `[Insert level]`.');
  });

  test('not where there is little more than what is to be replaced: that is a template', () => {
    const body = `${WRITTEN}\n\nThe levels are [Insert level], [Insert level] and TBD.`;
    expect(policy({}, body)).toMatchObject({ clause: { state: 'mentioned' }, document: { state: 'template' } });
  });

  test('with a line to sign on, and with actions of which something is not known yet', () => {
    const table = '| Action | Evidence |\n|---|---|\n| Log prompts | PR TBD |\n| Limit | TBD |\n| Test | TBD |';
    expect(policy({}, `${WRITTEN}\n\n${table}\n\nName: ______ Signature: ______ Date: ______`).met).toBe(true);
  });
});

describe('a record counts', () => {
  const minutes = (body: string, head = '') => {
    const { aims } = workspace(
      `//- review.md\n---\nkind: management-review\nchair: Managing director\ndate: 2026-09-01\nowner: "[Insert owner]"\n${head}---\n# Management review\n\n${WRITTEN} ${WRITTEN} ${WRITTEN}\n\n${WRITTEN} ${WRITTEN} ${WRITTEN}\n\n${body}\n`,
    );
    return assess(aims).documents[0];
  };

  test('by its date, whoever still has to be named', () => {
    expect(minutes('')?.state).toBe('current');
  });

  test('by its date, whatever its status says of what is still to be done', () => {
    expect(minutes('', 'status: Open\n')?.state).toBe('current');
  });

  test('not while it is unfinished', () => {
    expect(minutes('Inputs: [Insert inputs]. Results: [Insert results].')).toMatchObject({
      state: 'documented',
      why: 'It still holds 3 placeholders, as `[Insert owner]`.',
    });
  });
});

test('no template of the product counts as approved because its status says so', () => {
  const framework = aimsOf(new Map()).frameworks.get('42001')!;
  for (const kind of framework.kinds.values()) {
    const text = newDocument(framework, kind, { today: TODAY }).replace('status: draft', 'status: approved');
    const path = text.startsWith('---') ? 'one.md' : 'one.yaml';
    const { documents } = assess(aimsOf(new Map([[path, text]])));
    expect([kind.id, documents.map(({ state }) => state)]).toEqual([kind.id, ['template']]);
  }
});
