import { describe, expect, test } from 'vitest';
import { isPathPattern, linesBehindPath, looksLikePath } from './path-like';

describe('looksLikePath', () => {
  test.each([
    'src/model.py',
    'model.py',
    '../src/model.py#L10-L20',
    'model.py:12',
    'src/model.py:12:4',
    'src/model.py:10-20',
    'tests/bias/',
    'tests/bias/**',
    '../tests/**/test_*.py',
    'reports/dq-{q1,q2}.pdf',
  ])('%s', (text) => expect(looksLikePath(text)).toBe(true));

  test.each([
    'pip install model.py',
    'python:3.12',
    'localhost:8080',
    'https://example.com/a.md',
    'model.py()',
    '*.md',
    '**/*.md',
    'A.6.*',
    'a/{b}.md',
    'a, b.md',
    'src/[id].ts*',
    '/etc/passwd.txt',
    '@scope/pkg.js',
    '.gitignore',
    'a/***/b',
    '../*',
  ])('not %s', (text) => expect(looksLikePath(text)).toBe(false));
});

test('lines stand behind a file only', () => {
  expect(linesBehindPath('src/model.py:10-20')).toEqual({ path: 'src/model.py', first: 10, last: 20 });
  expect(linesBehindPath('src/model.py:10:4')).toEqual({ path: 'src/model.py', first: 10, last: 10 });
  expect(linesBehindPath('redis:6379')).toBeUndefined();
  expect(linesBehindPath('src/model.py')).toBeUndefined();
});

test('a pattern names a folder', () => {
  expect(isPathPattern('tests/bias/**')).toBe(true);
  expect(isPathPattern('./tests/*.py')).toBe(true);
  expect(isPathPattern('../../*.py')).toBe(false);
  expect(isPathPattern('tests/bias/test.py')).toBe(false);
});
