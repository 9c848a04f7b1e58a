import { describe, expect, test } from 'vitest';
import { check, checked, checkFile } from '../../server/src/core/check';
import { suppress } from '../../server/src/core/features/suppress';
import type { Aims } from '../../server/src/core/model/aims';
import type { Finding } from '../../server/src/core/model/finding';
import { RULES } from '../../server/src/core/rules/rules';
import { isSuppressible } from '../../server/src/core/suppressions/sieve';
import { applyEdits } from '../../server/src/core/text/edit';
import { aimsOf, workspace } from '../support/workspace';

const rulesIn = (text: string, options = {}) => check(workspace(text, options).aims).map((one) => one.rule);

const DEAD = '# AI policy (ISO/IEC 42001)\n\nSee [x](gone.md).';

describe('a comment', () => {
  test('answers findings of its own line, the next one, its block or its file, and no others', () => {
    const dead = (text: string) => rulesIn(`//- notes.md\n${text}`).filter((rule) => rule === 'dead-reference').length;
    const head = '# Notes on ISO/IEC 42001\n\n';
    expect(dead(`${head}[x](gone.md)`)).toBe(1);
    expect(dead(`${head}[x](gone.md) <!-- aims-ignore-line dead-reference: elsewhere -->\n\n[y](gone.md)`)).toBe(1);
    expect(
      dead(`${head}<!-- aims-ignore-next-line dead-reference: elsewhere -->\n\n[x](gone.md)\n\n[y](gone.md)`),
    ).toBe(1);
    const block = '<!-- aims-ignore-start dead-reference: elsewhere -->\n\n[x](gone.md)\n\n<!-- aims-ignore-end -->';
    expect(dead(`${head}${block}\n\n[y](gone.md)`)).toBe(1);
    expect(dead(`${head}[x](gone.md)\n\n[y](gone.md)\n\n<!-- aims-ignore-file dead-reference: elsewhere -->`)).toBe(0);
  });

  test('stacks with another one above the same line', () => {
    const one = '<!-- aims-ignore-next-line dead-reference: elsewhere -->\n';
    const two = '<!-- aims-ignore-next-line unknown-control: ours -->\n';
    const all = (text: string) => rulesIn(text).filter((rule) => rule !== 'document-missing');
    expect(all(`//- a.md\n# Notes on ISO/IEC 42001\n\n${one}${two}See [x](gone.md) and A.7.9.`)).toEqual([]);
  });

  test('narrows a rule to a subject', () => {
    const text = (about: string) =>
      `//- aims.yaml\n# aims-ignore-file clause-uncovered[${about}]: later\nframeworks: ["42001"]\n//- a.md\n---\nkind: ai-policy\n---\n# AI policy`;
    const uncovered = (about: string) => {
      const subjects = check(workspace(text(about)).aims).filter((one) => one.rule === 'clause-uncovered');
      return subjects.map((one) => one.subject);
    };
    expect(uncovered('9.3.2')).not.toContain('42001:9.3.2');
    expect(uncovered('9.3.2')).toContain('42001:7.4');
    expect(uncovered('42001:7.4')).not.toContain('42001:7.4');
  });

  test('holds until the end of the day it expires on', () => {
    const text = `//- a.md\n${DEAD} <!-- aims-ignore-line dead-reference: elsewhere (owner: Head of AI, expires: 2026-11-20) -->`;
    expect(rulesIn(text, { today: '2026-11-20' })).not.toContain('dead-reference');
    expect(rulesIn(text, { today: '2026-11-21' })).toEqual(
      expect.arrayContaining(['dead-reference', 'suppression-invalid']),
    );
  });

  test('is read in front matter, YAML, table cells and lists, and not in code', () => {
    const cell =
      '| Control | Title |\n|---|---|\n| A.7.4 | Data provenance <!-- aims-ignore-line title-mismatch: ours --> |';
    expect(rulesIn(`//- a.md\n# Notes on ISO/IEC 42001\n\n${cell}`)).not.toContain('title-mismatch');
    expect(
      rulesIn(
        `//- a.md\n# Notes on ISO/IEC 42001\n\n\`\`\`\n<!-- aims-ignore-file dead-reference: x y -->\n\`\`\`\n\n[x](gone.md)`,
      ),
    ).toContain('dead-reference');
    const yaml =
      '//- soa.yaml\nkind: soa\ncontrols:\n  # aims-ignore-next-line unknown-control: ours\n  - control: A.7.9\n    applicable: yes';
    expect(rulesIn(yaml)).not.toContain('unknown-control');
  });

  test('says who accepted what, and why', () => {
    const { aims } = workspace(
      `//- a.md\n${DEAD} <!-- aims-ignore-line dead-reference: elsewhere (owner: Head of AI, expires: 2027-01-31) -->`,
    );
    expect(checked(aims).suppressed.map(({ by, acceptance }) => ({ by, ...acceptance }))).toEqual([
      { by: 'comment', reason: 'elsewhere', owner: 'Head of AI', expires: '2027-01-31' },
    ]);
  });

  test('cannot hide that the check is not complete', () => {
    const text = '//- aims.yaml\n# aims-ignore-file config-invalid: no\norganisation: x';
    expect(rulesIn(text)).toEqual(expect.arrayContaining(['config-invalid', 'suppression-invalid']));
  });
});

describe('suppressing a finding', () => {
  const cases = RULES.flatMap((rule) =>
    rule.examples.bad.map((example) => ({ name: rule.meta.name, text: example.text })),
  );
  for (const [index, { name, text }] of cases.entries()) {
    for (const lineBreak of ['\n', '\r\n']) {
      const { aims } = inLines(text, lineBreak);
      test(`${name} ${index + 1} in ${JSON.stringify(lineBreak)} leaves the others as they are`, () => {
        for (const finding of check(aims)) expectGone(aims, finding);
      });
    }
  }

  test('asks for a reason first', () => {
    const { aims } = workspace(`//- a.md\n${DEAD}`);
    const finding = check(aims).find((one) => one.rule === 'dead-reference')!;
    const after = check(edited(aims, finding, 'TODO'));
    expect(after.map((one) => one.rule)).toEqual(expect.arrayContaining(['dead-reference', 'suppression-invalid']));
  });
});

/** The same workspace with other line breaks. */
function inLines(text: string, lineBreak: string) {
  const { aims } = workspace(text);
  const texts = new Map([...aims.files].map(([path, file]) => [path, file.text.replaceAll('\n', lineBreak)]));
  return { aims: aimsOf(texts, { mode: aims.mode }) };
}

function edited(aims: Aims, finding: Finding, reason: string): Aims {
  const fix = suppress(aims, finding)!;
  const texts = new Map([...aims.files].map(([path, file]) => [path, file.text]));
  const edits = fix.edits.map((edit) => ({ ...edit, newText: edit.newText.replace(edit.placeholder ?? '', reason) }));
  texts.set(finding.file, applyEdits(texts.get(finding.file) ?? '', edits));
  return aimsOf(texts, { mode: aims.mode });
}

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map((one) => `${one.file} ${one.rule} ${one.subject ?? ''} ${one.message}`).sort();

/** Nothing but findings of the same rule in the same line goes, and nothing comes. */
function expectGone(aims: Aims, finding: Finding): void {
  if (!suppress(aims, finding)) return;
  expect(isSuppressible(finding.rule)).toBe(true);
  const before = check(aims);
  const after = edited(aims, finding, 'because we said so');
  const text = aims.files.get(finding.file)!.text;
  const lineOf = (one: Finding) => text.slice(0, one.span.start).split(/\r\n|\n|\r/).length;
  const stay = before.filter(
    (one) =>
      one !== finding && !(one.rule === finding.rule && one.file === finding.file && lineOf(one) === lineOf(finding)),
  );
  const left = told(check(after));
  expect(left, suppress(aims, finding)!.title).toEqual(expect.arrayContaining([...told(stay)]));
  expect(left.length).toBeLessThan(before.length);
  expect(left.filter((one) => !told(before).includes(one))).toEqual([]);
}

test('the findings of one file are those of the whole check, suppressed ones and unused comments included', () => {
  const { aims } = workspace(
    `//- a.md\n${DEAD} <!-- aims-ignore-line dead-reference: elsewhere -->\n\n[y](no.md)\n\n<!-- aims-ignore-next-line placeholder: x y -->\nNothing here.\n//- aims.baseline.yaml\nversion: 1\nreason: known\nfiles:\n  a.md:\n    findings:\n      - rule: dead-reference\n        text: "0123"`,
  );
  for (const path of aims.files.keys())
    expect(checkFile(aims, path)).toEqual(check(aims).filter((finding) => finding.file === path));
});
