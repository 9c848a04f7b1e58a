import { expect, test } from 'vitest';
import { sentencesOf } from './sentences';

const SAMPLE = `---
title: No sentence.
---
# A heading
One sentence
over two lines. Another (in *marks*.) A third!

- An item
- Version 2.1 of it
<!-- nothing. -->
| a | b |
\`\`\`
code. here
\`\`\`
Last`;

test('prose is cut into sentences, without front matter, code and comments', () => {
  const sentences = sentencesOf(SAMPLE, []);
  expect(sentences.map(({ text }) => text)).toEqual([
    '# A heading\nOne sentence\nover two lines.',
    'Another (in *marks*.)',
    'A third!',
    '- An item',
    '- Version 2.1 of it',
    '| a | b |',
    'Last',
  ]);
  expect(sentences.filter(({ text, span }) => SAMPLE.slice(span.start, span.end) !== text)).toEqual([]);
});

test('what is left out parts sentences, and what is never closed reaches to the end', () => {
  expect(sentencesOf('One two three', [{ start: 4, end: 7 }]).map(({ text }) => text)).toEqual(['One', 'three']);
  expect(sentencesOf('One.\n```\nTwo.', []).map(({ text }) => text)).toEqual(['One.']);
  expect(sentencesOf('', [])).toEqual([]);
});
