import { describe, expect, test } from 'vitest';
import { folder } from '../support/folder';
import { aims, git } from '../support/run';

const POLICY = '# AI policy (ISO/IEC 42001)\n\nSee [x](gone.md). Every system serves the people it is used on.\n';
const AS_OF = ['--as-of', '2026-11-20'];

const json = (path: string, ...args: string[]) =>
  JSON.parse(aims(['check', path, '--format', 'json', ...AS_OF, ...args]).out);

describe('aims baseline', () => {
  test('accepts what is there, and shows what comes after, also when the file was moved in git', () => {
    const at = folder({ 'docs/policy.md': POLICY, 'aims.yaml': 'frameworks: ["42001"]\n' });
    git(at.path, 'init', '-q');
    const before = json(at.path).findings.length;
    const ran = aims(['baseline', at.path, '--reason', 'Known when checking began', ...AS_OF]);
    expect(ran).toMatchObject({ code: 0, out: '' });
    expect(ran.err).toContain(`${before} accepted (${before} new, 0 no longer found)`);
    expect(json(at.path)).toMatchObject({ findings: [], summary: { suppressed: before } });
    expect(aims(['check', at.path, ...AS_OF])).toMatchObject({ code: 0 });
    expect(aims(['check', at.path, ...AS_OF]).out).toContain(`0 findings in 3 documents, ${before} accepted`);
    git(at.path, 'add', '.');
    git(at.path, 'commit', '-qm', 'first');
    git(at.path, 'mv', 'docs', 'policies');
    at.write('policies/policy.md', `${'One line more.\n\n'.repeat(25)}${POLICY}\nAnd [y](no.md).\n`);
    expect(json(at.path).findings.map((one: { message: string }) => one.message)).toEqual([
      '`no.md` does not exist. Correct the path, or create the file.',
    ]);
  });

  test('prunes what was mended and keeps the rest', () => {
    const at = folder({ 'policy.md': POLICY, 'gone-soon.md': '# Notes on ISO/IEC 42001\n\nSee [z](z.md).\n' });
    aims(['baseline', at.path, '--reason', 'Known', ...AS_OF]);
    at.write('gone-soon.md', '# Notes on ISO/IEC 42001\n');
    expect(json(at.path).findings).toMatchObject([{ rule: 'suppression-unused', file: 'aims.baseline.yaml' }]);
    expect(aims(['baseline', at.path, '--prune', ...AS_OF]).err).toContain('0 new, 1 no longer found');
    expect(json(at.path).findings).toEqual([]);
  });

  test('wants a reason, a date that exists, and something to prune', () => {
    const at = folder({ 'policy.md': POLICY });
    expect(aims(['baseline', at.path])).toMatchObject({ code: 2 });
    expect(aims(['baseline', at.path, '--reason', 'TODO']).err).toContain('Say why');
    expect(aims(['baseline', at.path, '--reason', 'Known', '--expires', '2027-02-30'])).toMatchObject({ code: 2 });
    expect(aims(['baseline', at.path, '--prune']).err).toContain('nothing to prune');
  });

  test('compared with a commit, an accepted finding is not new', () => {
    const at = folder({ 'policy.md': POLICY });
    git(at.path, 'init', '-q');
    git(at.path, 'add', '.');
    git(at.path, 'commit', '-qm', 'first');
    at.write('policy.md', `${POLICY}\nAnd [y](no.md).\n`);
    expect(json(at.path, '--since', 'HEAD').findings).toHaveLength(1);
    aims(['baseline', at.path, '--reason', 'Known', ...AS_OF]);
    expect(json(at.path, '--since', 'HEAD').findings).toEqual([]);
  });
});

describe('sarif', () => {
  test('lists what was accepted with its reason', () => {
    const comment = '<!-- aims-ignore-line dead-reference: elsewhere (owner: Head of AI, expires: 2027-01-31) -->';
    const at = folder({ 'a.md': `${POLICY.trimEnd()} ${comment}\n`, 'b.md': POLICY });
    const results = () =>
      JSON.parse(aims(['check', at.path, '--format', 'sarif', ...AS_OF]).out).runs[0].results.filter(
        (one: { ruleId: string }) => one.ruleId === 'dead-reference',
      );
    expect(results().map((one: { suppressions?: unknown }) => one.suppressions)).toEqual([
      undefined,
      [{ kind: 'inSource', status: 'accepted', justification: 'elsewhere Owner: Head of AI. Until 2027-01-31.' }],
    ]);
    aims(['baseline', at.path, '--reason', 'Known', ...AS_OF]);
    expect(
      results()
        .map((one: { suppressions: { kind: string }[] }) => one.suppressions[0]?.kind)
        .sort(),
    ).toEqual(['external', 'inSource']);
  });
});
