import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folder } from '../support/folder';
import { aims } from '../support/run';

const CONFIG = 'organization:\n  name: Harbour Clinic\n';
const SCOPE = '---\nid: DOC-SCOPE\nkind: scope\nclauses: ["4.3"]\n---\n# AIMS scope\n';

describe('aims new', () => {
  test('writes a document beside those of its chapter, known as what it is', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'context/scope.md': SCOPE });
    const made = aims(['new', 'interested-parties', '--dir', at.path, '--owner', 'Head of Quality']);
    expect(made).toMatchObject({ code: 0, out: '' });
    expect(made.err).toContain('context/interested-parties.md');
    const text = readFileSync(`${at.path}/context/interested-parties.md`, 'utf8');
    expect(text).toContain('kind: interested-parties\n');
    expect(text).toContain('owner: Head of Quality\n');
    expect(text).toContain('Harbour Clinic');
  });

  test('takes the title of a kind, a place and an id, and makes the folder', () => {
    const at = folder({ 'aims.yaml': CONFIG });
    const file = `${at.path}/audits/2026-1`;
    expect(
      aims(['new', 'Internal audit reports', '--dir', at.path, '--file', file, '--id', 'IA-2026-1']),
    ).toMatchObject({
      code: 0,
    });
    expect(readFileSync(`${file}.md`, 'utf8')).toContain('id: IA-2026-1\n');
  });

  test('never overwrites: a second one of its kind gets a name and an id of its own', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'scope.md': SCOPE });
    expect(aims(['new', 'scope', '--dir', at.path, '--file', `${at.path}/scope.md`])).toMatchObject({ code: 2 });
    expect(readFileSync(`${at.path}/scope.md`, 'utf8')).toBe(SCOPE);
    aims(['new', 'scope', '--dir', at.path]);
    aims(['new', 'scope', '--dir', at.path]);
    expect(readFileSync(`${at.path}/aims-scope-2.md`, 'utf8')).toContain('id: DOC-SCOPE-3\n');
  });

  test('prints instead of writing, and lists what is missing first', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'scope.md': SCOPE });
    expect(aims(['new', 'ai-policy', '--dir', at.path, '--print']).out).toMatch(/^---\nid: DOC-AI-POLICY\n/);
    expect(existsSync(`${at.path}/ai-policy.md`)).toBe(false);
    const lines = aims(['new', '--list', '--dir', at.path]).out.trimEnd().split('\n');
    expect(lines).toHaveLength(49);
    expect(lines[0]).toMatch(/^\S+ +missing /);
    expect(lines.find((line) => line.startsWith('scope '))).toContain('1 there');
    expect(lines.findIndex((line) => line.startsWith('scope '))).toBeGreaterThan(
      lines.findLastIndex((line) => / missing /.test(line)),
    );
  });

  test('says what is wrong with a wrong wish', () => {
    const at = folder({ 'aims.yaml': CONFIG, 'a/aims.yaml': CONFIG, 'a/x.md': '# x\n', 'x.md': '# x\n' });
    const failed = (...args: string[]): string => {
      const ran = aims(['new', ...args, '--dir', `${at.path}/a`]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      return ran.err;
    };
    expect(failed('ai-polic')).toContain('Did you mean `ai-policy`?');
    expect(failed('zzzz')).toContain('`aims new --list`');
    expect(failed()).toContain('Say what to write');
    expect(failed('scope', '--file', `${at.path}/a/scope.yaml`)).toContain('`*.md`');
    expect(aims(['new', 'scope', '--dir', at.path]).err).toMatch(/several AIMS.*--dir/);
  });
});
