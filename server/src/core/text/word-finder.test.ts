import { expect, test } from 'vitest';
import { WordFinder } from './word-finder';

test('finds words in any case, wherever they stand, also one within another', () => {
  const finder = new WordFinder(['nist ai', 'ai rmf', '42001', 'cláusula', 'ki-v', 'a.5']);
  const text = 'NIST AI RMF, ISO 42001; Cláusula 5 – CLÁUSULA, A.5.2, KI-VO and clausula';
  expect(finder.find(text).map(({ at, word }) => [text.slice(at, at + word.length), word])).toEqual([
    ['NIST AI', 'nist ai'],
    ['AI RMF', 'ai rmf'],
    ['42001', '42001'],
    ['Cláusula', 'cláusula'],
    ['CLÁUSULA', 'cláusula'],
    ['A.5', 'a.5'],
    ['KI-V', 'ki-v'],
  ]);
});

test('a text shorter than a word, and one that ends within a word, hold none', () => {
  const finder = new WordFinder(['clause']);
  expect(finder.find('')).toEqual([]);
  expect(finder.find('cl')).toEqual([]);
  expect(finder.find('a claus')).toEqual([]);
});

test('finds what an expression of the same words finds, in random texts', () => {
  const words = ['cl.', 'gdpr', '9001', 'pci-', 'soc 2', 'soc2'];
  const finder = new WordFinder(words);
  const pieces = [...words, 'CL.', 'Soc', ' ', '2', '900', '1', 'pci', '—', 'ä', '\n'];
  let seed = 7;
  const next = (): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff);
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 30 }, () => pieces[next() % pieces.length]).join('');
    const expected = words
      .flatMap((word) =>
        [...text.matchAll(new RegExp(`(?=${word.replace(/[.]/g, '\\.')})`, 'gi'))].map((m) => `${m.index} ${word}`),
      )
      .sort();
    expect(
      finder
        .find(text)
        .map(({ at, word }) => `${at} ${word}`)
        .sort(),
    ).toEqual(expected);
  }
});
