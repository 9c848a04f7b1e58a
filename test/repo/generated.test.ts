import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../server/src/core/generated/files';

const ROOT = resolve(import.meta.dirname, '../..');

test('generated files are what the core makes of them: `npm run generate` brings them up to date', () => {
  const files = generatedFiles();
  const stale = [...files]
    .filter(([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text)
    .map(([path]) => path);
  const left = readdirSync(join(ROOT, 'docs/rules')).filter((name) => !files.has(`docs/rules/${name}`));
  expect({ stale, left }).toEqual({ stale: [], left: [] });
});
