import { expect, test } from 'vitest';
import { linesInFragment, withoutLines } from './line-range';

test.each([
  ['L10', { first: 10, last: 10 }],
  ['L10-L20', { first: 10, last: 20 }],
  ['l10-20', { first: 10, last: 20 }],
  ['L10C3-L12C9', { first: 10, last: 12 }],
  ['L20-L10', { first: 10, last: 20 }],
  ['L0', { first: 0, last: 0 }],
  ['lessons', undefined],
  ['L10-rules', undefined],
  ['L99999999999999999999', undefined],
])('#%s', (fragment, lines) => expect(linesInFragment(fragment)).toEqual(lines));

test('lines behind a path', () => {
  expect(withoutLines('a/b.py:20-10')).toEqual({ path: 'a/b.py', lines: { first: 10, last: 20 } });
  expect(withoutLines('a/b.py')).toEqual({ path: 'a/b.py' });
});
