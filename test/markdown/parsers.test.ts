import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWithRemark } from '../../server/src/core/syntax/markdown/remark-parser';
import { readSource } from '../../server/src/core/syntax/read-file';
import { parseWithSatteri } from '../../server/src/host/satteri-parser';

/** Both parsers have to lead to the same facts: remark is the reference, satteri what runs where its binary loads. */
function expectSameFacts(text: string): void {
  expect(readSource('a.md', text, parseWithSatteri).facts).toEqual(readSource('a.md', text, parseWithRemark).facts);
}

const EXAMPLES = resolve(import.meta.dirname, '../../examples');
const documents = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

describe('two parsers, the same facts', () => {
  test.each(documents)('of examples/%s', (name) => expectSameFacts(readFileSync(join(EXAMPLES, name), 'utf8')));

  test.each([
    ['a byte order mark', '\uFEFF# Policy\n\nSee A.7.4.\n'],
    ['Windows line ends', '# Policy\r\n\r\n| Control | Title |\r\n|---|---|\r\n| A.7.4 | x |\r\n'],
    ['characters beyond the basic plane', '# 🧪 Prüfung\n\n**Owner:** 東京 🏥 A.7.4 [link 🧪](a%20b.md "t")\n'],
    [
      'escapes and entities',
      'A\\.7.4 &amp; A.7.5 \\| [x\\]](y.md) `a\\b` &#65;.7.6\n\n| a \\| b | A.7&period;4 |\n|---|---|\n| x | y |\n',
    ],
    ['underlined headings', 'Title A.7.4\n====\n\nSection\n---\n\ntext\n'],
    ['closed headings', '## A.7.4 Quality of data ##\n\n# #\n\n## \n'],
    ['a table without its outer pipes', 'A | B\n--|--\nA.7.4 | `x|y`\nz\n'],
    ['a table with short and long rows', '| A | B |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n||\n'],
    ['a table in a list', '- item\n\n  | A | B |\n  |---|---|\n  | A.7.4 | [x](y.md) |\n'],
    ['references and definitions', '[one][two] ![alt][two] [three]\n\n[two]: <a b.md> "t"\n[three]: c.md#d\n'],
    ['nested marks', '**bold *and [link](a.md) `A.7.4`* A.7.5** ~~gone A.7.6~~\n'],
    ['HTML and anchors', '<a id="x"></a>text<br>A.7.4\n\n<div id=y>\n\nA.7.5\n\n</div>\n'],
    ['hard breaks', '**Owner:** A  \n**Status:** B\\\n**Version:** 1\n'],
    ['quotes and tasks', '> **Owner:** A\n> [!NOTE]\n> - [x] A.7.4\n'],
    ['addresses', 'See https://a.example/A.7.4 and <https://b.example> and mail@c.example.\n'],
    ['footnotes', 'Text[^1] A.7.4\n\n[^1]: Note with A.7.5 and [x](y.md)\n'],
    ['code', '```md\nA.7.4 [x](y.md)\n```\n\n    A.7.5\n\n~~~\nopen\n'],
  ])('of %s', (_, text) => expectSameFacts(text));

  const fragments = [
    '# ',
    '## ',
    '> ',
    '- ',
    '1. ',
    '| ',
    ' | ',
    '|---|---|\n',
    '**',
    '*',
    '`',
    '[',
    '](a.md)',
    '![',
    '<br>',
    '\n',
    '\n\n',
    '  ',
    '    ',
    '---\n',
    '===\n',
    '\\',
    '&amp;',
    'A.7.4',
    'Clause 9.3',
    'ISO/IEC 42001',
    'Owner: ',
    'text',
    'ä',
    '🏥',
    'TBD',
    '\t',
  ];
  test('of 2,000 texts made of fragments', () => {
    const text = fc
      .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 24 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(text, expectSameFacts), { seed: 42001, numRuns: 2000 });
  });
});
