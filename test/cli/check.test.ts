import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../support/folder';
import { aims, git } from '../support/run';

const CONFIG = 'organization:\n  name: Harbour Clinic\n';
const POLICY =
  '---\nid: POL-001\ntitle: AI policy\nkind: ai-policy\nversion: "1.0"\nstatus: approved\nowner: Head of AI\napproved_on: 2026-06-01\nnext_review: 2099-06-01\n---\n\n# AI policy\n\nSee A.7.4 of ISO/IEC 42001.\n';
const WRONG = POLICY.replace('A.7.4', 'A.7.9');

describe('exit codes', () => {
  test('0 without findings at the threshold', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'policy.md': POLICY });
    expect(aims(['check', at.path]).code).toBe(0);
    expect(aims(['check', at.path, '--fail-on', 'warning']).code).toBe(1);
    expect(aims(['check', at.path, '--fail-on', 'never']).code).toBe(0);
  });
  test('1 with an error', () => {
    expect(aims(['check', folder({ 'aims.yaml': CONFIG, 'policy.md': WRONG }).path]).code).toBe(1);
  });
  test('2 for a wrong option, path, format, date or number, each with a sentence', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'policy.md': POLICY });
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [['check', '/nowhere/at/all'], '`/nowhere/at/all` does not exist'],
      [['check', at.path, '--formt', 'json'], 'unknown option'],
      [['check', at.path, '--format', 'yaml'], '`yaml` is no format'],
      [['check', at.path, '--as-of', '31.12.2026'], 'is no date'],
      [['check', at.path, '--max-findings', 'many'], 'is no number'],
      [['check', at.path, '--since', 'main'], 'git repository'],
      [['chek'], 'unknown command'],
      [['explain', 'title-missmatch'], 'Did you mean `title-mismatch`'],
    ];
    for (const [args, message] of wrong) {
      const { code, out, err } = aims(args);
      expect(`${args.join(' ')}: ${err}`).toContain(message);
      expect(code, args.join(' ')).toBe(2);
      expect(out).toBe('');
    }
  });
  test('2 for faulty settings, and everything else is still checked', () => {
    const at = folder({ 'aims.yaml': 'organisation:\n  name: X\nframeworks: ["42001"]\n', 'policy.md': WRONG });
    const { code, out } = aims(['check', at.path]);
    expect(code).toBe(2);
    expect(out).toContain('`organisation` is no setting of aims.yaml');
    expect(out).toContain('`A.7.9` is not a control');
  });
  test('2 for settings that are no YAML, with the place', () => {
    const at = folder({ 'aims.yaml': 'organization: [\n', 'policy.md': WRONG });
    const { code, out } = aims(['check', at.path]);
    expect(code).toBe(2);
    expect(out).toContain('config-invalid');
    expect(out).toContain('unknown-control');
  });
  test('3 where nothing was checked', () => {
    const { code, err } = aims(['check', folder({ 'main.py': 'print()' }).path]);
    expect(code).toBe(3);
    expect(err).toContain('Nothing was checked');
  });
});

describe('bad input', () => {
  test('a file that cannot be read is a finding, and the others are checked', () => {
    const at = folder({
      'aims.yaml': CONFIG,
      'policy.md': WRONG,
      'broken.yaml': 'a: "b\n',
      'open.md': '---\ntitle: x\n\n# X\n',
    });
    at.write('binary.md', Buffer.from([35, 32, 0, 1, 2]));
    const { code, out } = aims(['check', at.path]);
    expect(code).toBe(1);
    expect(out).toContain('cannot be read from here on');
    expect(out).toContain('never closed');
    expect(out).toContain('binary');
    expect(out).toContain('unknown-control');
  });
  test.skipIf(process.platform === 'win32')('a pipe among the documents does not stop the check', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'policy.md': POLICY });
    spawnSync('mkfifo', [at.at('pipe.md')]);
    symlinkSync('.', at.at('loop'));
    symlinkSync('/dev/zero', at.at('zero.md'));
    const { code, out } = aims(['check', at.path]);
    expect(code).toBe(1);
    expect(out).toContain('no regular file');
  });
  test('text that nests without end is read as far as it goes', () => {
    const at = folder({
      'aims.yaml': CONFIG,
      'policy.md': WRONG,
      'deep.md': `# X\n\n${'> '.repeat(5000)}\n`,
      'deep.yaml': `a: ${'['.repeat(5000)}\n`,
    });
    const { code, out } = aims(['check', at.path]);
    expect(code).toBe(1);
    expect(out).toContain('Read up to here only');
    expect(out).toContain('nested more than');
  });
  test('a name that would forge a command or a line stays text', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'a\u001b[31m::error::x.md': '# X of ISO/IEC 42001\n\nA.7.9\n' });
    expect(aims(['check', at.path]).out).toContain('a\\u{1b}[31m::error::x.md');
    expect(aims(['check', at.path, '--format', 'github']).out).toContain('file=a\u001b[31m%3A%3Aerror%3A%3Ax.md,');
  });
});

describe('formats', () => {
  test('json has the documented shape', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'docs/policy.md': WRONG });
    const { out, err } = aims(['check', at.path, '--format', 'json', '--as-of', '2026-11-20']);
    const value = JSON.parse(out);
    expect(err).toBe('');
    expect(Object.keys(value)).toEqual(['version', 'root', 'checked', 'findings', 'summary', 'readiness']);
    expect(value).toMatchObject({
      version: 1,
      checked: { files: 2 },
      readiness: { controls: { total: 38 }, clauses: { total: 32 } },
    });
    const finding = value.findings.find((one: { rule: string }) => one.rule === 'unknown-control');
    expect(finding).toMatchObject({
      severity: 'error',
      file: 'docs/policy.md',
      line: 14,
      column: 5,
      endLine: 14,
      endColumn: 10,
      framework: '42001',
      subject: '42001:A.7.9',
    });
    expect(value.summary.errors).toBe(1);
  });
  test('several formats go to files and to standard output at once', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'policy.md': WRONG });
    const { out } = aims([
      'check',
      at.path,
      '--format',
      `json=${at.at('out.json')}`,
      '--format',
      `sarif=${at.at('out.sarif')}`,
      '--format',
      'text',
    ]);
    expect(out).toContain('unknown-control');
    expect(JSON.parse(readFileSync(at.at('out.json'), 'utf8')).version).toBe(1);
    expect(JSON.parse(readFileSync(at.at('out.sarif'), 'utf8')).version).toBe('2.1.0');
  });
  test('github annotations are escaped, relative to the repository, and the most severe come first', () => {
    const at = folder({
      'docs/aims.yaml': CONFIG,
      'docs/a,b.md': '# 100 % of ISO/IEC 42001\n\nA.7.9 and [x](50%25:gone,.md)\n',
      // Twelve files, since findings of one rule at one place are joined to one annotation.
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`docs/scope-${i}.md`, '# AIMS scope\n\nValid from TBD.\n']),
      ),
    });
    git(at.path, 'init', '-q');
    const lines = aims(['check', at.at('docs'), '--format', 'github'])
      .out.trim()
      .split('\n');
    expect(lines[0]).toMatch(
      /^::error file=docs\/a%2Cb\.md,line=3,endLine=3,col=\d+,endColumn=\d+,title=(?:unknown-control|dead-reference)::/,
    );
    expect(lines.join('\n')).toContain('`50%25:gone,.md` does not exist');
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
  });
  test('a reader who leaves early ends it quietly', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`n${i}.md`, `# ISO/IEC 42001\n\n${'A.7.9 '.repeat(50)}\n`]),
    );
    const at = folder({ 'aims.yaml': CONFIG, ...files });
    const child = spawn(
      process.execPath,
      [resolve(import.meta.dirname, '../../server/bin/aims.js'), 'check', at.path],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let errors = '';
    child.stderr.on('data', (data) => (errors += data));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.once('exit', done));
    expect(errors).toBe('');
  });
});

describe('since', () => {
  test('reports what is new, also in files that did not change', () => {
    const at = folder({
      'aims.yaml': CONFIG,
      'policy.md': WRONG,
      'scope.md': '# Scope of the AIMS\n\nISO/IEC 42001, see [policy](policy.md#ai-policy).\n',
    });
    git(at.path, 'init', '-q');
    git(at.path, 'add', '.');
    git(at.path, 'commit', '-qm', 'first');
    expect(aims(['check', at.path, '--since', 'HEAD']).out).toContain('0 new findings');
    at.write(
      'policy.md',
      `\n\n\n${WRONG.replace('# AI policy', '# Our policy').replace('See A.7.9', 'See A.7.9 and A.7.8')}`.trimStart(),
    );
    const { out, code } = aims(['check', at.path, '--since', 'HEAD', '--format', 'json']);
    const rules = JSON.parse(out).findings.map((one: { rule: string; file: string; subject?: string }) =>
      `${one.file} ${one.rule} ${one.subject ?? ''}`.trim(),
    );
    expect(rules).toContain('scope.md dead-reference');
    expect(rules).toContain('policy.md unknown-control 42001:A.7.8');
    expect(code).toBe(1);
  });
  test('evidence beside the AIMS is judged as it stood then', () => {
    const row =
      '| A.7.4 | Quality of data for AI systems | Yes | R-01 | `src/a.py:2`, `src/b.py:9`, `tests/**`, `gone/**` |';
    const at = folder({
      'docs/aims/aims.yaml': CONFIG,
      'docs/aims/soa.md': `# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Evidence |\n|---|---|---|---|---|\n${row}\n`,
      'src/a.py': 'a\nb\n',
      'src/b.py': 'a\nb\n',
      'tests/a.py': '',
    });
    git(at.path, 'init', '-q');
    git(at.path, 'add', '.');
    git(at.path, 'commit', '-qm', 'first');
    const dead = (...args: readonly string[]) =>
      JSON.parse(aims(['check', at.at('docs/aims'), '--format', 'json', ...args]).out)
        .findings.filter((one: { rule: string }) => one.rule === 'dead-reference')
        .map((one: { message: string }) => one.message.split(/[,.] /)[0]);
    expect(dead()).toEqual(['`../../src/b.py` has 2 lines', 'No file fits `gone/**`']);
    expect(dead('--since', 'HEAD')).toEqual([]);
    at.write('src/a.py', 'a\n');
    expect(dead('--since', 'HEAD')).toEqual(['`../../src/a.py` has 1 line']);
  });
  test('a name that is no commit is said so', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'policy.md': POLICY });
    git(at.path, 'init', '-q');
    const { code, err } = aims(['check', at.path, '--since', '--output=x']);
    expect(code).toBe(2);
    expect(err).toContain('is no commit');
  });
});

describe('which files', () => {
  test('.gitignore, exclude and include are heard', () => {
    const bad = '# ISO/IEC 42001\n\nA.7.9\n';
    const at = folder({
      'aims.yaml': `${CONFIG}exclude: ["drafts"]\n`,
      '.gitignore': 'build/\n*.tmp.md\n',
      'build/a.md': bad,
      'x.tmp.md': bad,
      'drafts/b.md': bad,
      'node_modules/c.md': bad,
      '.github/d.md': bad,
      'e.md': bad,
    });
    const value = JSON.parse(aims(['check', at.path, '--format', 'json']).out);
    expect([...new Set(value.findings.map((one: { file: string }) => one.file))].sort()).toEqual(['aims.yaml', 'e.md']);
  });
  test('several AIMS in one repository do not mix', () => {
    const at = folder({ 'a/aims.yaml': CONFIG, 'a/policy.md': WRONG, 'b/aims.yaml': CONFIG, 'b/policy.md': POLICY });
    const value = JSON.parse(aims(['check', at.path, '--format', 'json']).out);
    expect(value.aims.map((one: { root: string }) => one.root)).toEqual(['a', 'b']);
    expect(value.findings.filter((one: { rule: string }) => one.rule === 'unknown-control')).toMatchObject([
      { file: 'a/policy.md' },
    ]);
  });
  test('a file and a folder inside an AIMS show only what is placed there', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'one/a.md': WRONG, 'two/b.md': WRONG });
    const files = (path: string) =>
      new Set(
        JSON.parse(aims(['check', path, '--format', 'json']).out).findings.map((one: { file: string }) => one.file),
      );
    expect(files(at.at('one'))).toEqual(new Set(['one/a.md']));
    expect(files(at.at('two/b.md'))).toEqual(new Set(['two/b.md']));
  });
});

describe('other commands', () => {
  test('readiness by AI system, as text and as JSON', () => {
    const at = folder({
      'aims.yaml': 'organization:\n  name: Harbour Clinic\n',
      'services/triage/ai-system.yaml': 'kind: ai-system\nid: triage-bot\nname: Triage bot\npurpose: x\nowner: Lead\n',
    });
    const text = aims(['readiness', at.path, '--view', 'system']).out;
    expect(text).toContain('AI systems  0 of 1 complete');
    expect(text).toMatch(/○ Impact assessment {2}missing {2}It has none\. Assess what it may do/);
    const [{ systems }] = JSON.parse(aims(['readiness', at.path, '--format', 'json']).out).aims;
    expect(systems).toMatchObject([
      { id: 'triage-bot', owner: 'Lead', file: 'services/triage/ai-system.yaml', met: 0 },
    ]);
    expect(systems[0].aspects).toHaveLength(10);
    expect(systems[0].aspects[2]).toMatchObject({
      id: 'impact-assessment',
      state: 'missing',
      files: ['services/triage/ai-system.yaml'],
    });
    expect(systems[0].aspects[2].basis).toContain('8.4');
    const { code, err } = aims(['readiness', at.path, '--view', 'systems']);
    expect([code, err]).toEqual([2, expect.stringContaining('document, system, due')]);
  });

  test('readiness, explain and init', () => {
    const at = folder({ 'ai-policy.md': '# AI policy\n\nISO/IEC 42001\n' });
    expect(aims(['readiness', at.path]).out).toContain('5.2');
    expect(JSON.parse(aims(['readiness', at.path, '--format', 'json']).out).aims[0].controls).toHaveLength(38);
    expect(aims(['explain', 'A.7.4']).out).toContain('Quality of data for AI systems');
    expect(aims(['explain', '42001:9.3.2']).out).toContain('Management review inputs');
    expect(aims(['explain', 'B.7.4']).out).toContain('guidance');
    expect(aims(['explain', '--list']).out.trim().split('\n').length).toBeGreaterThanOrEqual(20);
    expect(aims(['init', at.path]).code).toBe(0);
    expect(readFileSync(at.at('aims.yaml'), 'utf8')).toContain('frameworks: ["42001"]');
    expect(aims(['init', at.path])).toMatchObject({ code: 2 });
    expect(aims(['check', at.path]).out).not.toContain('config-invalid');
  });
});
