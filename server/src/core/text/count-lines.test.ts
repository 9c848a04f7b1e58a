import { expect, test } from 'vitest';
import { countLines } from './count-lines';

test.each([
  ['', 0],
  ['a', 1],
  ['a\n', 1],
  ['a\nb', 2],
  ['a\r\nb\r\n', 2],
  ['\n\n', 2],
])('%j', (text, lines) => expect(countLines(text)).toBe(lines));
