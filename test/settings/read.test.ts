import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/core/check';
import { suppress } from '../../server/src/core/features/suppress';
import { type SettingSchema, settingSchema } from '../../server/src/core/records/config-schema';
import { readConfig, SHIPPED_PROFILES } from '../../server/src/core/records/read-config';
import { RULE_NAMES } from '../../server/src/core/rules/rule-names';
import { workspace } from '../support/workspace';

const found = (text: string, rule: string) => check(workspace(text).aims).filter((one) => one.rule === rule);

const shared = (files: Readonly<Record<string, string>>) => (path: string) => {
  const text = files[path];
  return text === undefined ? { refused: 'does not exist' } : { text };
};

describe('extends', () => {
  test('joins maps key by key, the nearer file first, and lists not at all', () => {
    const config = readConfig(
      'aims.yaml',
      'extends: base.yaml\nrules:\n  placeholder: off\nexclude: ["a/**"]\ndefault_framework:\n  "isms/**": "27001"\n',
      {
        shared: shared({
          'base.yaml':
            'extends: deep/more.yaml\nrules:\n  placeholder: info\n  title-mismatch: warning\nexclude: ["b/**"]\ndefault_framework:\n  "**": "42001"\n',
          'deep/more.yaml': 'organization:\n  name: Harbour Clinic\nreview:\n  default_months: 6\n',
        }),
      },
    );
    expect(config.problems).toEqual([]);
    expect(Object.fromEntries(config.severities)).toEqual({ placeholder: 'off', 'title-mismatch': 'warning' });
    expect(config.exclude).toEqual(['a/**']);
    expect(config.defaults.map(({ glob }) => glob)).toEqual(['isms/**', '**']);
    expect(config.organization).toBe('Harbour Clinic');
    expect(config.defaultReviewMonths).toBe(6);
    expect(config.sources).toEqual(['aims.yaml', 'base.yaml', 'deep/more.yaml']);
  });

  test('finds a circle where it closes', () => {
    const text = '//- aims.yaml\nextends: base.yaml\n//- base.yaml\nextends: aims.yaml\n         ^^^^^^^^^ itself';
    const { expected } = workspace(text);
    expect(found(text, 'config-invalid')).toMatchObject([
      { file: 'base.yaml', span: { start: expected[0]!.start, end: expected[0]!.end } },
    ]);
    expect(found('//- aims.yaml\nextends: aims.yaml', 'config-invalid')).toHaveLength(1);
  });

  test('a fault in the other file is found in it, and all else of both holds', () => {
    const text =
      '//- aims.yaml\nextends: base.yaml\n//- base.yaml\nrules:\n  placeholder: loud\n               ^^^^ does not fit\n  title-mismatch: info\n  no-such: info\n  ^^^^^^^ no rule';
    const { aims, expected } = workspace(text);
    const findings = found(text, 'config-invalid');
    expect(findings.map(({ file, span }) => ({ file, ...span }))).toEqual(
      expected.map(({ file, start, end }) => ({ file, start, end })),
    );
    expect(aims.config.severities.get('title-mismatch')).toBe('info');
  });

  test('a fault in a file above the AIMS is told at `extends`', () => {
    const { aims } = workspace('//- aims.yaml\n# ours\nextends: "../base.yaml" # shared');
    const config = readConfig('aims.yaml', aims.files.get('aims.yaml')!.text, {
      shared: shared({ '../base.yaml': '\nrulez: 1\n' }),
    });
    const [finding, ...others] = check({ ...aims, config }).filter((one) => one.rule === 'config-invalid');
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      'In `../base.yaml`, line 2: `rulez` is no setting of aims.yaml: remove it or correct its spelling.',
    );
    expect(aims.files.get('aims.yaml')!.text.slice(finding!.span.start, finding!.span.end)).toBe('../base.yaml');
  });
});

describe('faults', () => {
  test('are found at the innermost place', () => {
    const text =
      '//- aims.yaml\nrules:\n  placeholder:\n    severity: loud\n    excludes: [a]\norganization:\n  name: "2026"\nreview:\n  default_months: "12"';
    const { aims } = workspace(text);
    const source = aims.files.get('aims.yaml')!.text;
    expect(found(text, 'config-invalid').map(({ span }) => source.slice(span.start, span.end))).toEqual([
      'loud',
      'excludes',
      '12',
    ]);
    expect(aims.config.organization).toBe('2026');
  });

  test('never throw, whatever stands there', () => {
    for (const text of [
      '- a',
      'rules: [a]',
      '{',
      'a: &a [*a]',
      'extends: [x]',
      'extends:',
      '"__proto__": {a: b}',
      'ids: 3',
    ])
      expect(() => check(workspace(`//- aims.yaml\n${text}`).aims), text).not.toThrow();
  });
});

test('a value that fits no alternative is told what there is', () => {
  const messages = (text: string) => readConfig('aims.yaml', text).problems.map((one) => one.message);
  expect(messages('rules:\n  placeholder: loud')).toEqual([expect.stringContaining('`error`|`warning`')]);
  expect(messages('default_framework: 27002')).toEqual([expect.stringContaining('`42001`')]);
  expect(messages('ids:\n  risk: R')).toEqual([expect.stringContaining('such as R-##')]);
});

describe('rules', () => {
  const NOTE = '# AI policy (ISO/IEC 42001)\n\nOwner: {{OWNER}}\n';

  test('leave alone the files that are excluded for them', () => {
    const text = (glob: string) =>
      `//- aims.yaml\nrules:\n  placeholder: { severity: error, exclude: ["${glob}"] }\n//- old/a.md\n${NOTE}\n//- b.md\n${NOTE}`;
    expect(found(text('nothing'), 'placeholder').map((one) => one.file)).toEqual(['b.md', 'old/a.md']);
    expect(found(text('old'), 'placeholder')).toMatchObject([{ file: 'b.md', severity: 'error' }]);
    expect(found(text('**/*.md'), 'placeholder')).toEqual([]);
  });

  test('have the severity of the profile, then of the rules, then of the shipped profile', () => {
    const severity = (profile: string | undefined, text: string) =>
      readConfig('aims.yaml', text, { profile }).severities.get('review-overdue');
    expect(severity(undefined, '')).toBeUndefined();
    expect(severity('auditor', '')).toBe('error');
    expect(severity('auditor', 'rules:\n  review-overdue: info')).toBe('info');
    expect(severity('auditor', 'rules:\n  review-overdue: info\nprofiles:\n  auditor:\n    review-overdue: hint')).toBe(
      'hint',
    );
    expect(severity('board', 'profiles:\n  board:\n    review-overdue: off')).toBe('off');
    expect(severity('constructor', '')).toBeUndefined();
  });

  test('are the rules that shipped profiles name', () => {
    const names = Object.values(SHIPPED_PROFILES).flatMap((severities) => Object.keys(severities));
    expect(names.filter((name) => !RULE_NAMES.has(name))).toEqual([]);
    expect(Object.keys(SHIPPED_PROFILES)).toEqual(['writer', 'engineer', 'reviewer', 'auditor']);
  });
});

describe('the policy for suppressions', () => {
  const dead = (policy: string, comment: string) =>
    `//- aims.yaml\nsuppressions:\n  ${policy}\n//- a.md\n# AI policy (ISO/IEC 42001)\n\n<!-- aims-ignore-next-line dead-reference: kept elsewhere${comment} -->\nSee [x](gone.md).\n`;
  const cases = [
    ['require_owner: true', '', 'needs an owner'],
    ['require_owner: true', ' (owner: TODO)', 'needs an owner'],
    ['require_owner: true', ' (owner: Head of AI)', undefined],
    ['require_owner: false', '', undefined],
    ['require_expiry: true', ' (owner: Head of AI)', 'has to expire'],
    ['require_expiry: true', ' (expires: 2030-01-31)', undefined],
    ['max_months: 6', ' (expires: 2027-05-20)', undefined],
    ['max_months: 6', ' (expires: 2027-05-21)', 'at the latest'],
    ['max_months: 6', '', 'has to expire'],
    ['never: [dead-reference]', '', 'may not be suppressed'],
  ] as const;
  for (const [policy, comment, message] of cases) {
    test(`${policy}${comment}`, () => {
      const rules = check(workspace(dead(policy, comment)).aims).filter((one) => one.file === 'a.md');
      const names = rules.map((one) => one.rule);
      expect(names.includes('dead-reference')).toBe(message !== undefined);
      expect(names).not.toContain('suppression-unused');
      const invalid = rules.filter((one) => one.rule === 'suppression-invalid');
      expect(invalid.map((one) => one.message)).toEqual(
        message === undefined ? [] : [expect.stringContaining(message)],
      );
    });
  }

  test('is kept by the comment that the editor offers', () => {
    const { aims } = workspace(
      '//- aims.yaml\nsuppressions:\n  require_owner: true\n  max_months: 3\n//- a.md\n# AI policy (ISO/IEC 42001)\n\nSee [x](gone.md).',
    );
    const finding = check(aims).find((one) => one.rule === 'dead-reference')!;
    expect(suppress(aims, finding)?.edits[0]?.newText).toContain('TODO (owner: TODO, expires: 2027-02-20)');
    const never = { ...aims.config, suppressions: { ...aims.config.suppressions, never: new Set(['dead-reference']) } };
    expect(suppress({ ...aims, config: never }, finding)).toBeUndefined();
  });
});

test('every setting says what it is for, and shows an example that is read without a fault', () => {
  const leaves = (schema: SettingSchema, path: readonly string[]): [readonly string[], SettingSchema][] =>
    Object.entries(schema.properties ?? {}).flatMap(([key, one]) =>
      one.properties ? leaves(one, [...path, key]) : [[[...path, key], one] as [readonly string[], SettingSchema]],
    );
  const all = leaves(settingSchema(), []);
  expect(all.length).toBeGreaterThan(20);
  for (const [path, schema] of all) {
    expect(schema.description, path.join('.')).toMatch(/\.$/);
    expect(schema.examples, path.join('.')).toHaveLength(1);
    const text = JSON.stringify(path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), schema.examples![0]));
    const sharedText = path[0] === 'framework_files' ? 'id: house\nname: House rules\n' : '';
    const config = readConfig('aims.yaml', text, { shared: () => ({ text: sharedText }) });
    expect(config.problems, text).toEqual([]);
  }
});

describe('what is said twice or elsewhere', () => {
  test('a setting that stands twice is found at its second place, and a second document at its first line', () => {
    const { problems, organization } = readConfig(
      'aims.yaml',
      'organization:\n  name: A\nrules:\n  placeholder: off\norganization:\n  name: B\n---\nrules:\n  placeholder: info\n',
    );
    expect(problems.map(({ line, message }) => [line, message.split(' ')[0]])).toEqual([
      [5, '`organization`'],
      [8, 'Settings'],
    ]);
    expect(organization).toBe('B');
  });

  test.each([
    ['../svc/**', 'never read'],
    ['..', 'never read'],
    ['./../svc/**', 'never read'],
    ['docs/../../svc/**', 'never read'],
    ['/docs/**', 'without a slash in front'],
    ['C:/docs/**', 'without a slash in front'],
    ['docs/../policies/**', undefined],
    ['..docs/**', undefined],
  ])('of the glob %s it is said that it is %s', (glob, message) => {
    const { problems } = readConfig('aims.yaml', `include: ["docs/**", "${glob}"]\n`);
    expect(problems).toMatchObject(
      message === undefined ? [] : [{ line: 1, message: expect.stringContaining(message) }],
    );
  });
});
