import { describe, expect, test } from 'vitest';
import { check, checkFile, checkWith } from '../../server/src/core/check';
import type { Aims } from '../../server/src/core/model/aims';
import type { Finding, Fix } from '../../server/src/core/model/finding';
import type { Rule } from '../../server/src/core/rules/rule';
import { RULE_NAMES } from '../../server/src/core/rules/rule-names';
import { RULES } from '../../server/src/core/rules/rules';
import { applyEdits } from '../../server/src/core/text/edit';
import { aimsOf, type Expected, workspace } from '../support/workspace';

const isExpected = (finding: Finding, { file, start, end, message }: Expected): boolean =>
  finding.file === file &&
  finding.span.start === start &&
  finding.span.end === end &&
  finding.message.includes(message);

/** A rule without a check of its own judges what the others found. */
const findingsOf = (rule: Rule, aims: Aims): readonly Finding[] =>
  checkWith(rule.file || rule.aims ? [rule] : RULES, aims).filter((finding) => finding.rule === rule.meta.name);

const describeFinding = (finding: Finding): string =>
  `${finding.file} ${finding.span.start}-${finding.span.end} ${finding.message}`;

for (const rule of RULES) {
  describe(rule.meta.name, () => {
    for (const [index, example] of rule.examples.bad.entries()) {
      test(`finds example ${index + 1}`, () => {
        const { aims, expected } = workspace(example.text);
        const findings = findingsOf(rule, aims);
        expect(expected.length).toBeGreaterThan(0);
        for (const one of expected)
          expect(
            findings.some((finding) => isExpected(finding, one)),
            `${one.message}\n${findings.map(describeFinding).join('\n')}`,
          ).toBe(true);
        // A note says that the example shows one of many.
        if (example.note === undefined) expect(findings.map(describeFinding)).toHaveLength(expected.length);
      });
    }
    for (const [index, example] of rule.examples.good.entries()) {
      test(`leaves good example ${index + 1} alone`, () => {
        expect(findingsOf(rule, workspace(example.text).aims).map(describeFinding)).toEqual([]);
      });
    }
    test('is described for its readers', () => {
      expect(RULE_NAMES.has(rule.meta.name)).toBe(true);
      expect(rule.meta.summary).toMatch(/\.$/);
      expect(rule.meta.why.length).toBeGreaterThan(60);
      expect(rule.meta.doubt.length).toBeGreaterThan(10);
      if (rule.file || rule.aims) expect(rule.examples.bad.length).toBeGreaterThan(0);
    });
  });
}

test('the names of the rules are those of the rules', () => {
  expect([...RULE_NAMES].sort()).toEqual(RULES.map((rule) => rule.meta.name).sort());
});

function textsAfter(aims: Aims, fix: Fix): ReadonlyMap<string, string> {
  const texts = new Map([...aims.files].map(([path, file]) => [path, file.text]));
  for (const path of new Set(fix.edits.map((edit) => edit.file))) {
    texts.set(
      path,
      applyEdits(
        texts.get(path) ?? '',
        fix.edits.filter((edit) => edit.file === path),
      ),
    );
  }
  return texts;
}

/** A fix that makes a file makes a form: it is not called safe, and all it may bring is the hint that it has to be filled in. */
function expectOnlyAForm(aims: Aims, fix: Fix): void {
  const created = fix.edits.map((edit) => edit.file);
  const after = check(aimsOf(textsAfter(aims, fix), { mode: aims.mode }));
  expect(fix.safe).toBe(false);
  expect(created.filter((path) => aims.files.has(path))).toEqual([]);
  const brought = after.filter((one) => created.includes(one.file));
  expect(brought.map((one) => `${one.rule} ${one.severity}`)).toEqual(created.map(() => 'placeholder hint'));
}

describe('fixes', () => {
  for (const rule of RULES) {
    for (const [index, example] of rule.examples.bad.entries()) {
      const { aims } = workspace(example.text);
      for (const finding of findingsOf(rule, aims)) {
        for (const fix of finding.fixes) {
          test(`${rule.meta.name} ${index + 1}: ${fix.title}`, () => {
            const texts = textsAfter(aims, fix);
            const after = findingsOf(rule, aimsOf(texts, { mode: aims.mode }));
            const same = after.filter(
              (one) => one.subject === finding.subject && one.message === finding.message && one.file === finding.file,
            );
            const before = findingsOf(rule, aims).filter(
              (one) => one.message === finding.message && one.subject === finding.subject,
            );
            // What a key still needs its value for is named again; everything else is gone.
            if (rule.meta.name !== 'metadata-missing') expect(same.length, fix.title).toBeLessThan(before.length);
            else expect(texts.get(finding.file)).toContain('status: ');
            if (fix.edits.some((edit) => edit.create)) expectOnlyAForm(aims, fix);
          });
        }
      }
    }
  }
});

test('a rule that throws is a finding, and the others run', () => {
  const crashing: Rule = {
    meta: { ...RULES[0]!.meta, name: 'title-mismatch' },
    examples: { bad: [], good: [] },
    file: {
      reads: 'file',
      check: () => {
        throw new Error('lost the thread');
      },
    },
  };
  const { aims } = workspace('//- policy.md\n---\nkind: ai-policy\n---\n# AI policy of [Organization Name]');
  const findings = checkWith([crashing, ...RULES.filter((rule) => rule.meta.name === 'placeholder')], aims);
  expect(findings.map((finding) => finding.rule)).toEqual(['rule-crashed', 'placeholder']);
  expect(findings[0]?.message).toContain('lost the thread');
});

test('the findings of one file are those of the whole check', () => {
  const text =
    RULES.flatMap((rule) => rule.examples.bad.map((example) => example.text)).find((one) => one.includes('A.7.5')) ??
    '';
  const { aims } = workspace(`${text}\n//- aims.yaml\norganization:\n  name: X`);
  for (const path of aims.files.keys()) {
    expect(checkFile(aims, path)).toEqual(check(aims).filter((finding) => finding.file === path));
  }
});

describe('quiet mode', () => {
  test('looks only at files that name the standard, and only at ids, titles and references', () => {
    const text =
      '//- a.md\n# Notes\n\nSee A.7.9 and [x](gone.md).\n//- b.md\n# Notes on ISO/IEC 42001\n\nSee A.7.9. The sites are TBD.';
    const { aims } = workspace(text, { mode: 'quiet' });
    expect(check(aims).map((finding) => `${finding.file} ${finding.rule}`)).toEqual(['b.md unknown-control']);
  });
});
