import { describe, expect, test } from 'vitest';
import { READINESS_VIEWS, type ReadinessNode } from '../../server/src/core/features/feature';
import { readinessTree } from '../../server/src/core/features/readiness-tree/tree';
import { assess } from '../../server/src/core/readiness/assess';
import { workspace } from '../support/workspace';

const AIMS = `
//- aims.yaml
organization:
  name: Northwind
certificate:
  decided_on: 2025-12-01
  expires_on: 2028-11-30
//- policy.md
---
title: AI policy
kind: ai-policy
status: approved
owner: Head of AI
approved_on: 2026-01-10
next_review: 2026-10-03
---
# AI policy
//- scope.md
---
title: AIMS scope
kind: scope
status: draft
---
# AIMS scope
//- templates/audit.md
---
title: Internal audit report
kind: audit-report
---
# Internal audit report
//- old.md
---
title: AI policy of 2024
kind: ai-policy
status: superseded
---
# AI policy of 2024
`;

const tree = (view: (typeof READINESS_VIEWS)[number]) => readinessTree(workspace(AIMS.trim()).aims, view);
const named = (nodes: readonly ReadinessNode[], id: string) => nodes.find((node) => node.id === id);
const all = (node: ReadinessNode): readonly ReadinessNode[] => [node, ...node.children.flatMap(all)];

describe('views of readiness', () => {
  test.each(READINESS_VIEWS)('%s opens its own section and keeps the others, each once', (view) => {
    const nodes = tree(view);
    expect(nodes.filter((node) => node.expanded).map((node) => node.id)).toHaveLength(2);
    const ids = nodes.flatMap(all).map((node) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('by phase every clause comes once, as by chapter', () => {
    const phases = named(tree('pdca'), 'pdca')?.children ?? [];
    expect(phases.map((phase) => phase.label)).toEqual(['Plan', 'Do', 'Check', 'Act']);
    const clauses = phases.flatMap((phase) => phase.children.map((one) => one.label.split(' ')[0]));
    expect(clauses).toHaveLength(32);
    expect(new Set(clauses).size).toBe(32);
  });

  test('documents say where they stand, and a template or one out of force covers nothing', () => {
    const { documents } = assess(workspace(AIMS.trim()).aims);
    expect(documents.map(({ title, state, why, next }) => [title, state, why, next])).toEqual([
      ['AI policy', 'approved', 'Its review was due on 3 Oct 2026.', 'Review it and state the next date.'],
      ['AIMS scope', 'documented', 'It is not approved.', 'Have it approved: state status, approver and date.'],
      ['Internal audit report', 'template', 'It is a template.', 'Fill it in and have it approved.'],
      ['AI policy of 2024', 'withdrawn', 'It is superseded.', undefined],
    ]);
  });

  test('what is due comes in the order of days, with surveillance and recertification', () => {
    const due = named(tree('due'), 'due');
    expect(due?.description).toBe('1 overdue · 1 within 30 days');
    expect(due?.children.map(({ label, description }) => `${label}: ${description}`)).toEqual([
      'Review: AI policy: overdue since 3 Oct 2026 · Head of AI',
      'Surveillance audit: on 1 Dec 2026',
      'Surveillance audit: on 1 Dec 2027',
    ]);
    expect(due?.children[1]?.why).toContain('Internal audits and management review');
  });

  test('a stage lists owner and date of what it asks for', () => {
    const policy = named(tree('stage1'), 'stage1')?.children.find((one) => one.id === 'stage1/ai-policy');
    expect(policy).toMatchObject({ state: 'done', place: { file: 'policy.md' } });
    expect(policy?.description).toContain('Head of AI · due 3 Oct 2026');
  });
});
