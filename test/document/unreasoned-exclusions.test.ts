import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { viewAt } from '../../server/src/core/model/file-view';
import { unreasonedExclusions } from '../../server/src/core/model/unreasoned-exclusions';
import { normalize } from '../../server/src/core/text/words';
import { aimsOf } from '../support/workspace';

test('words are kept as they are compared', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../server/data/synonyms/exclusion-words.yaml'), 'utf8');
  const words = Object.values(parse(text) as Record<string, readonly string[]>).flat();
  expect(words.flatMap((word) => word.split(/[()|*.]/)).filter((word) => normalize(word) !== word.trim())).toEqual([]);
});

const found = (body: string): string | undefined => {
  const view = viewAt(aimsOf(new Map([['scope.md', `---\nkind: scope\n---\n# AIMS scope\n\n${body}`]])), 'scope.md');
  return view && unreasonedExclusions(view)?.text;
};

describe('exclusions without a reason', () => {
  test.each([
    ['## Exclusions\n\n- The depot in Hull\n- Yard cameras', 'Exclusions'],
    ['## 3. Out of scope\n\nThe canteen and the shop.', '3. Out of scope'],
    ['## Ausschlüsse\n\nDie Kantine', 'Ausschlüsse'],
    ['## Hors périmètre\n\nLa cantine', 'Hors périmètre'],
    ['## Fuera de alcance\n\nLa cantina', 'Fuera de alcance'],
  ])('%s', (body, heading) => expect(found(body)).toBe(heading));

  test.each([
    '## Exclusions\n\n- The depot in Hull: closed in May',
    '## Exclusions\n\n- The depot in Hull - closed in May',
    '## Exclusions\n\n- The depot in Hull (closed)',
    '## Exclusions\n\nNone.',
    '## Exclusions\n',
    '## Exclusions\n\nThe canteen, where no AI is used.',
    '## Exclusions\n\n| What | Why |\n|---|---|\n| Canteen | closed |',
    '## Exclusions\n\nThe canteen.\n\n## Justification\n\nIt does not belong to us.',
    '## Ausschlüsse\n\nDie Kantine, weil sie verpachtet ist.',
    'The canteen is outside.',
  ])('not: %s', (body) => expect(found(body)).toBeUndefined());
});
