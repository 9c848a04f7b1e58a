import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/core/rules/rules';
import { folder } from '../support/folder';
import { aims, git } from '../support/run';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/with-defects');
const sarif = () => JSON.parse(aims(['check', EXAMPLE, '--as-of', '2026-11-20', '--format', 'sarif']).out);

/** Where the official schema lies, which is not ours to keep here: `SARIF_SCHEMA=… npm test` validates against it. */
const schema = process.env.SARIF_SCHEMA;

test.skipIf(schema === undefined)('is valid against the official schema', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema!, 'utf8')));
  validate(sarif());
  expect(validate.errors ?? []).toEqual([]);
});

describe('sarif', () => {
  test('carries every rule with its help', () => {
    const { driver } = sarif().runs[0].tool;
    expect(driver.rules.map((rule: { id: string }) => rule.id)).toEqual(RULES.map((rule) => rule.meta.name));
    for (const rule of driver.rules) expect(rule.helpUri).toContain(rule.id);
  });
  test('points to places by line and UTF-16 column, with fixes and fingerprints', () => {
    const run = sarif().runs[0];
    expect(run.columnKind).toBe('utf16CodeUnits');
    const result = run.results.find((one: { ruleId: string }) => one.ruleId === 'title-mismatch');
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('title-mismatch');
    expect(result.locations[0].physicalLocation.region).toEqual({
      startLine: 26,
      startColumn: 11,
      endLine: 26,
      endColumn: 26,
    });
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/planning\/soa\.md$/);
    expect(result.partialFingerprints['aimsFinding/v1']).toMatch(/^[0-9a-f]{32}$/);
    expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe(
      'Quality of data for AI systems',
    );
    const prints = run.results.map(
      (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['aimsFinding/v1'],
    );
    expect(new Set(prints).size).toBe(prints.length);
  });
  test('fingerprints stay when lines are added above, and paths are those of the repository', () => {
    const text = '# Controls of ISO/IEC 42001\n\n## Data\n\nA.7.9 and A.7.9\n';
    const at = folder({ 'docs/aims.yaml': 'organization:\n  name: X\n', 'docs/a b.md': text });
    git(at.path, 'init', '-q');
    const prints = () =>
      JSON.parse(aims(['check', at.at('docs'), '--format', 'sarif']).out).runs[0].results.filter(
        (one: { ruleId: string }) => one.ruleId === 'unknown-control',
      );
    const before = prints();
    expect(before[0].locations[0].physicalLocation.artifactLocation.uri).toBe('docs/a%20b.md');
    at.write('docs/a b.md', text.replace('## Data', '\n\n## Data'));
    expect(prints().map((one: { partialFingerprints: object }) => one.partialFingerprints)).toEqual(
      before.map((one: { partialFingerprints: object }) => one.partialFingerprints),
    );
  });
});
