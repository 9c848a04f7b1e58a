import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folder } from '../support/folder';
import { git } from '../support/run';

const ROOT = resolve(import.meta.dirname, '../..');

interface Step {
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(resolve(ROOT, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

/** Runs every step of the action as a runner would, with expressions filled in and an environment of our own. */
function runAction(workspace: string, temp: string, inputs: Readonly<Record<string, string>>, baseRef: string) {
  const fill = (text: string): string =>
    text.replace(/\$\{\{\s*(\S+)\s*\}\}/g, (_, name: string) => {
      if (name === 'github.base_ref') return baseRef;
      const input = name.replace('inputs.', '');
      return inputs[input] ?? action.inputs[input]?.default ?? '';
    });
  const base = {
    ...process.env,
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    GITHUB_STEP_SUMMARY: `${temp}/step-summary.md`,
    GITHUB_OUTPUT: `${temp}/output`,
    NO_COLOR: '1',
  };
  let output = '';
  for (const step of action.runs.steps) {
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, fill(value)]));
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: workspace,
      encoding: 'utf8',
      env: { ...base, ...env },
    });
    output += stdout + stderr;
    if (status !== 0) return { status, output };
  }
  return { status: 0, output };
}

test.skipIf(process.platform === 'win32')(
  'a pull request gets annotations on what is new and a summary of what it changes',
  () => {
    const row = (state: string) =>
      `# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | ${state} |\n`;
    const at = folder({
      'origin/docs/aims.yaml': 'organization:\n  name: X\n',
      'origin/docs/soa.md': row('Yes | R-01'),
      'origin/docs/old.md': '# ISO/IEC 42001\n\nA.7.9\n',
      'temp/x': '',
    });
    git(at.at('origin'), 'init', '-q');
    git(at.at('origin'), 'add', '.');
    git(at.at('origin'), 'commit', '-qm', 'base');
    git(at.path, 'clone', '-q', at.at('origin'), 'work');
    at.write('work/docs/soa.md', row('No | n/a'));
    at.write('work/docs/new, file.md', '# ISO/IEC 42001\n\nA.7.8\n');
    git(at.at('work'), 'add', '.');
    git(at.at('work'), 'commit', '-qm', 'change');
    const { status, output } = runAction(at.at('work'), at.at('temp'), { path: 'docs' }, 'main');
    expect(status, output).toBe(1);
    expect(output).toContain('::error file=docs/new%2C file.md,line=3,');
    expect(output).toContain('::error file=docs/soa.md,line=5,');
    expect(output).not.toContain('A.7.9');
    const summary = readFileSync(at.at('temp/step-summary.md'), 'utf8');
    expect(summary).toContain('**This change alters 1 control.** Controls addressed 1 → 0 of 38');
    expect(summary).toContain('| A.2.2 AI policy | planned | undecided | docs/soa.md |'.replace('docs/', ''));
    expect(summary).toContain('3 new findings against origin/main');
    expect(readFileSync(at.at('temp/output'), 'utf8')).toContain('exit-code=1');
  },
);

test.skipIf(process.platform === 'win32')('an input cannot run anything', () => {
  const at = folder({ 'aims.yaml': 'organization:\n  name: X\n', 'temp/x': '' });
  const { status, output } = runAction(
    at.path,
    at.at('temp'),
    { path: '$(touch hacked)`touch hacked`; touch hacked', since: 'none' },
    '',
  );
  expect(status).toBe(2);
  expect(output).toContain('does not exist');
  expect(spawnSync('ls', [at.path], { encoding: 'utf8' }).stdout).not.toContain('hacked');
});
