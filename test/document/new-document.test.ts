import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/core/check';
import { extensionOf, newDocument } from '../../server/src/core/document/new-document';
import { sectionsOf } from '../../server/src/core/document/sections';
import { withTabStops } from '../../server/src/core/document/tab-stops';
import { shippedFrameworks } from '../../server/src/core/framework/frameworks';
import { templateOf } from '../../server/src/core/framework/templates';
import { viewAt } from '../../server/src/core/model/file-view';
import { newId, newPath } from '../../server/src/core/model/new-path';
import type { CivilDate } from '../../server/src/core/text/civil-date';
import { aimsOf } from '../support/workspace';

const framework = shippedFrameworks().get('42001');
if (!framework) throw new Error('ISO/IEC 42001 is missing');
const kinds = [...framework.kinds.values()];
const today = '2026-11-20' as CivilDate;
const filled = { today, owner: 'Head of AI', organization: 'Harbour Clinic' };

const viewOf = (id: string) => {
  const kind = framework.kinds.get(id);
  if (!kind) throw new Error(id);
  const path = `new${extensionOf(framework, kind)}`;
  const aims = aimsOf(
    new Map([
      ['aims.yaml', 'organization:\n  name: Harbour Clinic\n'],
      [path, newDocument(framework, kind, filled)],
    ]),
  );
  const view = viewAt(aims, path);
  if (!view) throw new Error(path);
  return { aims, path, view };
};

describe.each(kinds.map((kind) => [kind.id, kind] as const))('a new %s', (id, kind) => {
  const { aims, path, view } = viewOf(id);

  test('has a text of its own', () => expect(templateOf(framework, kind)?.body.split('\n').length).toBeGreaterThan(20));
  test('is recognized by its front matter', () =>
    expect([view.document.kind?.id, view.document.kindReason]).toEqual([id, 'front matter']));
  test('holds every section of its kind', () => expect(sectionsOf(view).missing.map((one) => one.id)).toEqual([]));
  test('counts as a form until it is filled in', () => expect(view.document.template).toBe(true));
  test('marks every place to fill in so that it is seen', () =>
    expect(view.file.facts.placeholders.length).toBe([...view.file.text.matchAll(/\[Insert /g)].length));
  test('brings no finding but that', () =>
    expect(
      check(aims)
        .filter((one) => one.file === path)
        .map((one) => `${one.rule} ${one.severity} ${one.message}`),
    ).toEqual([expect.stringMatching(/^placeholder hint /)]));
  test('names the organization', () => expect(view.file.text).not.toContain('[Insert organization]'));
});

test('every template belongs to a kind', () => {
  expect(kinds.filter((kind) => templateOf(framework, kind) === undefined).map((kind) => kind.id)).toEqual([]);
});

test('no sentence stands in two templates', () => {
  const sentences = kinds.flatMap((kind) =>
    (templateOf(framework, kind)?.body ?? '')
      .split('\n')
      .filter((line) => line.length > 60 && !line.startsWith('|') && !line.includes('[Insert'))
      .map((line) => line.trim()),
  );
  expect(sentences.filter((line, index) => sentences.indexOf(line) !== index)).toEqual([]);
});

test('metadata is complete, and what is not known is marked', () => {
  const kind = framework.kinds.get('ai-policy');
  const text = kind ? newDocument(framework, kind, { today }) : '';
  expect(text.slice(0, text.indexOf('\n# '))).toBe(`---
id: DOC-AI-POLICY
title: "AI policy of [Insert organization]"
kind: ai-policy
version: "0.1"
status: draft
owner: "[Insert owner]"
approver: "[Insert approver]"
approved_on: "[Insert date of approval]"
next_review: 2027-11-20
classification: internal
frameworks: ["42001"]
clauses: ["5.2"]
controls: [A.2.2, A.2.3, A.2.4]
---
`);
});

test('names that would break YAML are quoted', () => {
  const kind = framework.kinds.get('scope');
  const text = kind ? newDocument(framework, kind, { today, owner: 'yes: "no" # x', organization: '$& [A](b)' }) : '';
  expect(text).toContain('owner: "yes: \\"no\\" # x"');
  expect(text).toContain('The AI management system of $& [A](b) covers');
});

test('a Statement of Applicability decides about all 38 controls by their titles', () => {
  const { view } = viewOf('soa');
  for (const control of framework.controls.values())
    expect(view.file.text).toContain(`| ${control.id} | ${control.title} | [Insert Yes or No] |`);
});

describe('the place of a new document', () => {
  const aims = aimsOf(
    new Map([
      ['planning/risks.md', '---\nkind: risk-methodology\nid: DOC-OBJECTIVES\n---\n# Risks'],
      ['planning/soa.md', '---\nkind: soa\n---\n# SoA'],
      ['plan/rtp.md', '---\nkind: risk-treatment-plan\n---\n# Plan'],
      ['data/datasheet.md', '---\nkind: dataset-record\n---\n# Cases'],
      ['ai-policy.md', '# Notes'],
    ]),
  );
  test.each([
    ['objectives', 'planning/ai-objectives.md'],
    ['risk-register', 'planning/risk-register.yaml'],
    ['data-governance', 'data/data-governance.md'],
    ['scope', 'aims-scope.md'],
    ['ai-policy', 'ai-policy-2.md'],
  ])('of kind %s is %s', (id, path) => {
    const kind = framework.kinds.get(id);
    expect(kind && newPath(aims, framework, kind)).toBe(path);
  });
  test('its id is free', () => {
    const kind = framework.kinds.get('objectives');
    expect(kind && newId(aims, kind)).toBe('DOC-OBJECTIVES-2');
  });
});

describe('tab stops', () => {
  test('stand where something is to be filled in; the organization is one everywhere', () => {
    expect(
      withTabStops('# [Insert organization]: [Insert role]\n\n[Insert role] of [Insert organization], $5 \\ }'),
    ).toBe(
      '# ${1:[Insert organization]}: ${2:[Insert role]}\n\n${3:[Insert role]} of ${1:[Insert organization]}, \\$5 \\\\ }',
    );
  });
  test('offer a choice of two', () =>
    expect(withTabStops('| [Insert Yes or No] |')).toBe('| ${1|[Insert Yes or No],Yes,No|} |'));
  test('leave a text that is filled in as it is', () => expect(withTabStops('# AI policy\n')).toBe('# AI policy\n'));
});
