import { describe, expect, test } from 'vitest';
import { folder } from '../support/folder';
import { aims, git } from '../support/run';

const NOTE = '# AI policy (ISO/IEC 42001)\n\nOwner: {{OWNER}}\n';

const FILES = {
  'shared/base.yaml': 'rules:\n  placeholder: error\nprofiles:\n  board:\n    placeholder: info\n',
  'one/aims.yaml': 'extends: ../shared/base.yaml\nframeworks: ["42001", "9001"]\n',
  'one/policy.md': NOTE,
};

/** A repository with one commit. */
function repository(files: Readonly<Record<string, string>> = FILES) {
  const at = folder(files);
  git(at.path, 'init', '-q');
  git(at.path, 'add', '.');
  git(at.path, 'commit', '-qm', 'Start');
  return at;
}

interface Result {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly file: string }[];
}

const placeholders = (args: readonly string[]): readonly string[] =>
  (JSON.parse(aims(['check', ...args, '--format', 'json']).out) as Result).findings
    .filter((one) => one.rule === 'placeholder')
    .map((one) => one.severity);

describe('settings that extend others', () => {
  test('hold in the terminal, and at the commit compared with', () => {
    const at = repository();
    expect(placeholders([at.at('one')])).toEqual(['error']);
    expect(placeholders([at.at('one'), '--since', 'HEAD'])).toEqual([]);
    at.write('shared/base.yaml', 'rules:\n  placeholder: off\n');
    expect(placeholders([at.at('one')])).toEqual([]);
    git(at.path, 'commit', '-qam', 'Switch it off');
    at.write('shared/base.yaml', FILES['shared/base.yaml']);
    expect(placeholders([at.at('one'), '--since', 'HEAD'])).toEqual(['error']);
  });

  test('make the check incomplete where the file is missing', () => {
    const { code, out } = aims(['check', repository({ 'aims.yaml': 'extends: gone.yaml\n', 'policy.md': NOTE }).path]);
    expect(out).toContain('`gone.yaml` does not exist');
    expect(code).toBe(2);
  });
});

describe('--profile', () => {
  test('takes the severities of who looks', () => {
    const at = repository();
    expect(placeholders([at.at('one'), '--profile', 'board'])).toEqual(['info']);
    expect(placeholders([at.at('one'), '--profile', 'engineer'])).toEqual(['error']);
  });

  test('has to be one there is', () => {
    const { code, out, err } = aims(['check', repository().at('one'), '--profile', 'bord']);
    expect(err).toContain('`bord` is no profile. There are: writer, engineer, reviewer, auditor, board.');
    expect([code, out]).toEqual([2, '']);
  });
});

test('readiness counts what each declared framework is credited', () => {
  const at = repository();
  const { aims: all } = JSON.parse(aims(['readiness', at.at('one'), '--format', 'json']).out) as {
    aims: { frameworks: { framework: string; total: number; clauses: { id: string; from: string[] }[] }[] }[];
  };
  const [credit] = all[0]!.frameworks;
  expect(credit).toMatchObject({ framework: '9001', total: 25 });
  expect(credit?.clauses.find(({ id }) => id === '10.3')?.from).toEqual(['10.1']);
  expect(aims(['readiness', at.at('one')]).out).toContain('ISO 9001, shared clauses  0 of 25 current');
});

describe('a framework of the organization', () => {
  const HOUSE = 'id: house\nname: House rules\ncontrols:\n  - id: HR-1\n    title: Keep a log\n';
  const unknown = (args: readonly string[]): readonly string[] =>
    (JSON.parse(aims(['check', ...args, '--format', 'json']).out) as Result).findings
      .filter((one) => one.rule === 'unknown-control')
      .map((one) => one.file);

  test('holds in the terminal, also from above the root, and at the commit compared with', () => {
    const at = repository({
      'house.framework.yaml': HOUSE,
      'one/aims.yaml': 'framework_files: [../house.framework.yaml]\n',
      'one/note.md': '# Note\n\nWe follow house:HR-2.\n',
    });
    expect(unknown([at.at('one')])).toEqual(['note.md']);
    expect(unknown([at.at('one'), '--since', 'HEAD'])).toEqual([]);
    at.write('house.framework.yaml', `${HOUSE}  - id: HR-2\n    title: Read the log\n`);
    expect(unknown([at.at('one')])).toEqual([]);
    git(at.path, 'commit', '-qam', 'Add a control');
    at.write('house.framework.yaml', HOUSE);
    expect(unknown([at.at('one'), '--since', 'HEAD'])).toEqual(['note.md']);
  });
});
