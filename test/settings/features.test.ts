import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/core/check';
import { complete } from '../../server/src/core/features/complete';
import { definition } from '../../server/src/core/features/definition';
import { hover } from '../../server/src/core/features/hover';
import { viewAt } from '../../server/src/core/model/file-view';
import { lostIdsIn } from '../../server/src/core/model/organization-ids';
import { applyEdits } from '../../server/src/core/text/edit';
import { workspace } from '../support/workspace';

const OTHERS = '\n//- policies/ai.md\n# AI policy\n//- shared/base.yaml\nrules: {}\n';

function offered(text: string, files = OTHERS) {
  const { aims, caret } = workspace(`//- aims.yaml\n${text}${files}`);
  return { suggestions: complete(aims, caret!.file, caret!.offset), source: aims.files.get('aims.yaml')!.text };
}

const labels = (text: string): readonly string[] => offered(text).suggestions.map((one) => one.label);

/** The text after the suggestion was taken. */
function taken(text: string, label: string): string {
  const { suggestions, source } = offered(text);
  const one = suggestions.find((suggestion) => suggestion.label === label);
  expect(one, label).toBeDefined();
  return applyEdits(source, [one!.edit]);
}

describe('completion in aims.yaml', () => {
  test('of keys, those that are there left out', () => {
    expect(labels('rev$0\nrules:\n  placeholder: off')).toContain('review');
    expect(labels('rev$0\nrules:\n  placeholder: off')).not.toContain('rules');
    expect(labels('organization:\n  name: A\n  $0')).toEqual(['roles']);
    expect(labels('review:\n  kinds:\n    risk-register: 6\n  $0\nrules: {}')).toEqual([
      'default_months',
      'evidence_months',
    ]);
    expect(taken('rev$0', 'review')).toBe('review:');
    expect(taken('rules:\n  place$0', 'placeholder')).toBe('rules:\n  placeholder: ');
    expect(taken('review:\n  def$0', 'default_months')).toBe('review:\n  default_months: ');
  });

  test('of rules, with their severities', () => {
    const { suggestions } = offered('rules:\n  $0');
    const rule = suggestions.find((one) => one.label === 'placeholder');
    expect(rule?.description).toBe('warning');
    expect(rule?.documentation?.()).toContain('docs/rules/placeholder.md');
    expect(labels('profiles:\n  auditor:\n    title-$0')).toContain('title-mismatch');
    expect(labels('suppressions:\n  never:\n    - $0')).toContain('title-mismatch');
    expect(labels('suppressions:\n  never:\n  - $0')).toContain('title-mismatch');
    expect(labels('suppressions:\n  never: [title-mismatch, $0')).toContain('placeholder');
  });

  test('of values', () => {
    expect(labels('rules:\n  placeholder: $0')).toEqual(['error', 'warning', 'info', 'hint', 'off']);
    expect(offered('rules:\n  placeholder: $0').suggestions[1]?.description).toBe('as shipped');
    expect(labels('rules:\n  placeholder: { $0')).toEqual(['severity', 'exclude']);
    expect(labels('rules:\n  placeholder: { severity: $0')).toEqual(['error', 'warning', 'info', 'hint', 'off']);
    expect(labels('rules:\n  placeholder:\n    severity: e$0')).toEqual(['error', 'warning', 'info', 'hint', 'off']);
    expect(labels('suppressions:\n  require_owner: $0')).toEqual(['true', 'false']);
    expect(labels('organization:\n  roles: [provider, $0')).toContain('deployer');
    expect(labels('certificate:\n  decided_on: $0')).toEqual(['2026-11-20']);
    expect(taken('frameworks: [$0', '27001')).toBe('frameworks: ["27001"');
    expect(taken('frameworks: ["$0"]', '27001')).toBe('frameworks: ["27001"]');
  });

  test('of kinds, types, fields, profiles and paths', () => {
    expect(labels('review:\n  kinds:\n    $0')).toContain('risk-register');
    expect(labels('kinds:\n  "policies/ai.md": ai-$0')).toContain('ai-policy');
    expect(labels('ids:\n  $0')).toEqual(expect.arrayContaining(['document', 'risk']));
    expect(labels('metadata:\n  $0')).toContain('owner');
    expect(labels('profiles:\n  $0')).toEqual(['writer', 'engineer', 'reviewer', 'auditor']);
    expect(labels('extends: $0')).toEqual(['shared/base.yaml']);
    expect(labels('exclude:\n  - $0')).toEqual(expect.arrayContaining(['policies/**', 'policies/ai.md']));
    expect(taken('kinds:\n  pol$0', 'policies/ai.md')).toBe('kinds:\n  policies/ai.md: ');
    expect(taken('exclude: [$0', '**')).toBe('exclude: ["**"');
  });

  test('of nothing in a comment or below a text', () => {
    expect(labels('# rev$0')).toEqual([]);
    expect(labels('organization:\n  name: N$0')).toEqual([]);
    expect(labels('organization:\n  name:\n    $0')).toEqual([]);
  });

  test('in a file that is extended, too', () => {
    const { aims, caret } = workspace('//- aims.yaml\nextends: base.yaml\n//- base.yaml\nrules:\n  place$0');
    expect(complete(aims, caret!.file, caret!.offset).map((one) => one.label)).toContain('placeholder');
  });
});

describe('hover in aims.yaml', () => {
  const told = (text: string): string => {
    const { aims, caret } = workspace(`//- aims.yaml\n${text}${OTHERS}`);
    return hover(aims, caret!.file, caret!.offset)?.markdown ?? '';
  };

  test('explains keys with what they take', () => {
    expect(told('rev$0iew: {}')).toContain('Review intervals in months');
    expect(told('review: { default_$0months: 6 }')).toContain('**review.default_months**');
    expect(told('review: { default_$0months: 6 }')).toContain('whole number');
  });

  test('explains names', () => {
    expect(told('rules:\n  place$0holder: off')).toContain('**Here** off');
    expect(told('suppressions:\n  never:\n    - place$0holder')).toContain('**placeholder** · warning');
    expect(told('kinds:\n  "x.md": ai-$0policy')).toContain('`ai-policy`');
    expect(told('frameworks: ["27$0001"]')).toContain('ISO/IEC 27001:2022');
  });

  test('says what a glob fits', () => {
    expect(told('exclude: ["poli$0cies/**"]')).toBe('Fits `policies/ai.md`.');
    expect(told('kinds:\n  "polices$0/ai.md": ai-policy')).toContain('Fits no file');
  });
});

describe('ids of the organization', () => {
  const FILES = '//- aims.yaml\nids:\n  document: [POL-##, PRO-*-#]\n//- a.md\n---\nid: POL-01\n---\n# AI policy\n';

  test('are offered while one is typed', () => {
    const offer = (line: string) => {
      const { aims, caret } = workspace(`${FILES}//- b.md\n# Note\n\n${line}`);
      return complete(aims, caret!.file, caret!.offset).map((one) => `${one.label}${one.detail}`);
    };
    expect(offer('See PO$0')).toEqual(['POL-01 AI policy']);
    expect(offer('See POL-0$0.')).toEqual(['POL-01 AI policy']);
    expect(offer('See P$0')).toEqual([]);
    expect(offer('See POLICY$0')).toEqual([]);
    expect(offer('See PRO$0')).toEqual([]);
  });

  test('lead to where they are declared, or are dead', () => {
    const { aims, caret } = workspace(
      `${FILES}//- b.md\n# Note (ISO/IEC 42001)\n\nSee POL-0$01, PRO-AI-7 and x/POL-99.\n`,
    );
    expect(definition(aims, caret!.file, caret!.offset)).toMatchObject([{ file: 'a.md' }]);
    expect(check(aims).filter((one) => one.rule === 'dead-reference')).toMatchObject([
      { file: 'b.md', subject: 'PRO-AI-7' },
    ]);
  });

  test('take no pattern that fits any word', () => {
    for (const pattern of ['"*"', '"##"', '"A-*"', '"A*#"', '"A**-#"', '"(a+)+#"'])
      expect(workspace(`//- aims.yaml\nids:\n  risk: ${pattern}`).aims.config.problems, pattern).toHaveLength(1);
  });

  test('are found fast, whatever the text', () => {
    const text = `${FILES}//- b.md\n# Note\n\n${'PRO-'.repeat(20_000)}\n\n${`PRO-${'a'.repeat(39)} `.repeat(2_000)}`;
    const { aims } = workspace(text);
    const start = performance.now();
    lostIdsIn(viewAt(aims, 'b.md')!, aims);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
