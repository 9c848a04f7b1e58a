import { describe, expect, test } from 'vitest';
import { check, checked } from '../../server/src/core/check';
import type { Aims } from '../../server/src/core/model/aims';
import { type BaselineOptions, writeBaseline } from '../../server/src/core/suppressions/write-baseline';
import type { CivilDate } from '../../server/src/core/text/civil-date';
import { aimsOf, workspace } from '../support/workspace';

const POLICY = `# AI policy (ISO/IEC 42001)

## Purpose

See [x](gone.md) and [x](gone.md), and A.7.9.

Every system we build serves the people it is used on.

The policy is reviewed whenever the law or the systems change.

## Scope

Every AI system of the organization is covered by this text.

See [y](gone.md).
`;

const textsOf = (aims: Aims) => new Map([...aims.files].map(([path, file]) => [path, file.text]));

const add: BaselineOptions = { add: { reason: 'Known when checking began' } };

function withBaseline(texts: ReadonlyMap<string, string>, options: BaselineOptions = add) {
  const written = writeBaseline(aimsOf(texts), options);
  return { written, texts: new Map([...texts, ['aims.baseline.yaml', written.text]]) };
}

const told = (texts: ReadonlyMap<string, string>, options = {}) =>
  check(aimsOf(texts, options)).map((one) => `${one.file} ${one.rule}`);

const START = textsOf(workspace(`//- docs/policy.md\n${POLICY}`).aims);

describe('a baseline', () => {
  test('accepts everything found, and nothing that comes after', () => {
    const { texts, written } = withBaseline(START);
    expect(told(START).length).toBe(written.accepted);
    expect(told(texts)).toEqual([]);
    const more = new Map([...texts, ['docs/policy.md', `${POLICY}\nSee [y](gone.md) again, and [x](gone.md).\n`]]);
    // One is in the same words and place as an accepted one, but there is one more of them.
    expect(told(more)).toEqual(['docs/policy.md dead-reference', 'docs/policy.md dead-reference']);
  });

  test('survives lines above, and the file under another name with lines above', () => {
    const { texts } = withBaseline(START);
    const preface = Array.from({ length: 50 }, (_, i) => `Line ${i} of a preface somebody added.\n`).join('\n');
    const pushed = new Map([...texts, ['docs/policy.md', preface + POLICY]]);
    expect(told(pushed)).toEqual([]);
    const moved = new Map(pushed);
    moved.set('governance/ai/rules.md', pushed.get('docs/policy.md')!);
    moved.delete('docs/policy.md');
    expect(told(moved)).toEqual([]);
    moved.set('governance/ai/rules.md', `${pushed.get('docs/policy.md')}\n[z](nowhere.md)\n`);
    expect(told(moved)).toEqual(['governance/ai/rules.md dead-reference']);
  });

  test('does not take another document for the one that is gone', () => {
    const { texts } = withBaseline(START);
    const other = new Map(texts);
    other.delete('docs/policy.md');
    other.set('docs/other.md', '# Notes on ISO/IEC 42001\n\nSee [x](gone.md).\n\nThey have nothing else in common.\n');
    expect(told(other)).toContain('docs/other.md dead-reference');
  });

  test('names what is found no more, and is pruned of it without losing what people wrote', () => {
    const { texts } = withBaseline(START);
    const own = texts
      .get('aims.baseline.yaml')!
      .replace(/(rule: unknown-control)/, '$1\n        reason: Ours\n        owner: Head of AI');
    const mended = new Map([
      ['docs/policy.md', POLICY.replace(' and [x](gone.md)', '').replace('See [y](gone.md).', 'Done.')],
      ['aims.baseline.yaml', own],
    ]);
    expect(told(mended)).toEqual(['aims.baseline.yaml suppression-unused', 'aims.baseline.yaml suppression-unused']);
    const pruned = withBaseline(mended, {});
    expect(pruned.written).toMatchObject({ accepted: withBaseline(START).written.accepted - 2, added: 0, removed: 2 });
    expect(pruned.written.text).toContain('reason: Ours\n        owner: Head of AI');
    expect(told(pruned.texts)).toEqual([]);
    expect(withBaseline(pruned.texts, {}).written.text).toBe(pruned.written.text);
  });

  test('gives a later decision a reason of its own', () => {
    const { texts } = withBaseline(START);
    const more = new Map([...texts, ['docs/policy.md', `${POLICY}\nSee [z](nowhere.md).\n`]]);
    const second = withBaseline(more, {
      add: { reason: 'Until the wiki is moved', expires: '2027-01-31' as CivilDate },
    });
    expect(second.written).toMatchObject({ added: 1, removed: 0 });
    expect(second.written.text.match(/^reason: .*/m)?.[0]).toBe('reason: Known when checking began');
    expect(checked(aimsOf(second.texts)).suppressed.at(-1)?.acceptance).toEqual({
      reason: 'Until the wiki is moved',
      expires: '2027-01-31',
    });
    expect(told(second.texts, { today: '2027-02-01' })).toContain('docs/policy.md dead-reference');
  });

  test('without a reason, or in a broken file, hides nothing and says where', () => {
    const { texts } = withBaseline(START);
    const without = new Map([
      ...texts,
      ['aims.baseline.yaml', texts.get('aims.baseline.yaml')!.replace(/^reason: .*\n/m, '')],
    ]);
    expect(told(without).filter((one) => one.endsWith('suppression-invalid')).length).toBeGreaterThan(0);
    expect(told(without)).toContain('docs/policy.md dead-reference');
    for (const broken of [
      '',
      'files: [',
      '- a\n- b',
      'files:\n  docs/policy.md: 3',
      'version: 1\nfiles:\n  a.md:\n    findings:\n      - says: x',
    ])
      expect(told(new Map([...START, ['aims.baseline.yaml', broken]]))).toContain('docs/policy.md dead-reference');
  });
});
