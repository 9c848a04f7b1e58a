import { describe, expect, test } from 'vitest';
import { Landmarks } from '../landmarks';
import { plainFrontMatter } from './plain-front-matter';
import { parseFrontMatter, readFrontMatter } from './read-yaml';

/** What the YAML parser makes of it; without any of ours. */
const parsed = (text: string) => parseFrontMatter(text, { start: 0, end: text.length }, new Landmarks(text));
const read = (text: string) => readFrontMatter(text, { start: 0, end: text.length }, new Landmarks(text));
const isPlain = (text: string): boolean => plainFrontMatter(text, { start: 0, end: text.length }) !== undefined;

describe('simple front matter', () => {
  test.each([
    'id: POL-001\ntitle: AI policy\nversion: "3.0"\nnext_review: 2027-03-16\n',
    'clauses: ["5.2", 6.1, \'9.3\']\ncontrols: [A.2.2, A.2.3]\nowner: Head of AI\n',
    'clauses:\n  - "9.2"\n  - 9.3\nowner: x\n',
    'clauses:\n- "9.2"\n- Evidence (see A.7.4)\n',
    'owner: A  \r\nstatus: approved\r\n',
    'number: 8.10\nyes: no\nempty: ""\nBeauftragte Person: Zoë\n',
  ])('is read as the YAML parser reads it: %j', (text) => {
    expect(isPlain(text)).toBe(true);
    expect(read(text)).toEqual(parsed(text));
  });

  test.each([
    'owner: &a x\n',
    'owner:\n  name: x\n',
    'a: b: c\n',
    'a: b # c\n',
    'a: |\n  text\n',
    'a: first\n  second\n',
    '# comment\na: b\n',
    'a: {b: c}\n',
    'a: [b, [c]]\n',
    'a: "b\\n"\n',
    'owner:\n',
    '- a\n',
    '? a\n',
    'a:\n  - b: c\n',
    'a:\n  - b\n    c\n',
    'a:\tb\n',
    '"a": b\n',
  ])('leaves anything else to it: %j', (text) => {
    expect(isPlain(text)).toBe(false);
    expect(read(text)).toEqual(parsed(text));
  });

  test('agrees with it on 20,000 mixed ones', () => {
    const pick = picker(7);
    const values = [
      'a',
      'Head of AI',
      'A.7.4',
      '6.1',
      '"q"',
      "'s'",
      '[x, y]',
      '[A.2.2, "5.2"]',
      'TBD',
      'é',
      'b (c)',
      '8.10',
    ];
    const odd = [
      '[',
      ']',
      '- ',
      ': ',
      ' #',
      '{}',
      '&a',
      '*a',
      '|',
      '>',
      '\n',
      '\n  ',
      ' ',
      '  ',
      ',',
      '\r',
      '%',
      '@',
      '`',
      '!',
      '?',
      '"',
      "'",
    ];
    const keys = ['owner: ', 'clauses:\n  - ', 'clauses:\n- ', 'clauses: ', 'id: ', '  - ', '- ', 'two words: ', ''];
    let plain = 0;
    for (let round = 0; round < 20_000; round++) {
      const lines = Array.from(
        { length: 3 },
        () => pick(keys) + pick(values) + (pick([0, 0, 0, 1]) ? pick(odd) + pick(values) : ''),
      );
      const text = `${lines.join('\n')}\n`;
      if (!isPlain(text)) continue;
      plain++;
      expect(read(text), JSON.stringify(text)).toEqual(parsed(text));
    }
    expect(plain).toBeGreaterThan(1000);
  });
});

/** The same sequence of choices for the same seed. */
function picker(seed: number): <T>(items: readonly T[]) => T {
  let state = seed;
  return (items) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return items[Math.floor((state / 2 ** 32) * items.length)] as never;
  };
}
