import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/core/rules/rules';
import { folder } from '../support/folder';
import { aims, git } from '../support/run';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');
const AS_OF = '2026-11-20';

const check = (path: string) => JSON.parse(aims(['check', path, '--as-of', AS_OF, '--format', 'json']).out);

describe('the example of Northwind Health', () => {
  test('has no findings, and everything in it is current', () => {
    const { findings, readiness, checked } = check(join(EXAMPLES, 'northwind-health'));
    expect(findings).toEqual([]);
    expect(checked.files).toBeGreaterThan(40);
    expect(readiness).toEqual({
      controls: { total: 38, byState: { current: 38 } },
      clauses: { total: 32, byState: { current: 32 } },
      stage1: { met: 14, total: 14 },
      stage2: { met: 10, total: 10 },
    });
  });

  test('is complete for every AI system, one of them described beside its code', () => {
    const { systems } = JSON.parse(
      aims(['readiness', join(EXAMPLES, 'northwind-health'), '--as-of', AS_OF, '--format', 'json']).out,
    ).aims[0];
    expect(systems.map((one: { id: string; met: number; total: number }) => [one.id, one.met, one.total])).toEqual([
      ['triage-bot', 10, 10],
      ['letter-writer', 10, 10],
      ['no-show-predictor', 10, 10],
    ]);
    expect(systems[2].file).toBe('systems/no-show-predictor/ai-system.yaml');
  });

  test('has none in a clone of depth 1 either', () => {
    const at = folder({ 'x/y': '' });
    cpSync(join(EXAMPLES, 'northwind-health'), at.at('origin'), { recursive: true });
    git(at.at('origin'), 'init', '-q');
    git(at.at('origin'), 'add', '.');
    git(at.at('origin'), 'commit', '-qm', 'first');
    git(at.at('origin'), 'commit', '-qm', 'second', '--allow-empty');
    git(at.path, 'clone', '-q', '--depth', '1', pathToFileURL(at.at('origin')).href, 'clone');
    expect(check(at.at('clone')).findings).toEqual([]);
  });

  test.each([
    ['leadership/ai-policy.md', ['5.2'], ['A.2.2', 'A.2.4']],
    ['improvement/nonconformity-log.md', ['10.2'], []],
    ['planning/impact-assessment-procedure.md', [], ['A.5.2']],
    ['planning/statement-of-applicability.md', [], 'all'],
  ])('without %s exactly what rests on it falls', (path, clauses, controls) => {
    const at = folder({});
    cpSync(join(EXAMPLES, 'northwind-health'), at.at('aims'), { recursive: true });
    const standing = () =>
      JSON.parse(aims(['readiness', at.at('aims'), '--as-of', AS_OF, '--format', 'json']).out).aims[0];
    const low = (list: readonly { id: string; state: string }[]) =>
      list.filter((one) => one.state !== 'current').map((one) => one.id);
    git(at.path, 'init', '-q');
    at.write(`aims/${path}`, '');
    git(at.path, 'clean', '-qxf', `aims/${path}`);
    const after = standing();
    expect(low(after.clauses)).toEqual(clauses);
    expect(low(after.controls)).toEqual(
      controls === 'all' ? after.controls.map((one: { id: string }) => one.id) : controls,
    );
  });
});

describe('the example with defects', () => {
  test('shows every rule where its README says so', () => {
    const readme = readFileSync(join(EXAMPLES, 'with-defects/README.md'), 'utf8');
    const promised = [...readme.matchAll(/^\| `([a-z-]+)` \| (\S+) \|/gm)].map((match) => `${match[1]} ${match[2]}`);
    const { findings } = check(join(EXAMPLES, 'with-defects'));
    const found = new Set(findings.map((one: { rule: string; file: string }) => `${one.rule} ${one.file}`));
    expect(promised.filter((one) => !found.has(one))).toEqual([]);
    const rules = new Set(promised.map((one) => one.split(' ')[0]));
    expect(RULES.map((rule) => rule.meta.name).filter((name) => !rules.has(name))).toEqual(['rule-crashed']);
  });
});

test('nothing in the examples is larger than a document is', () => {
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(EXAMPLES, name)).isFile(),
  );
  expect(files.filter((name) => statSync(join(EXAMPLES, name)).size > 20_000)).toEqual([]);
});
