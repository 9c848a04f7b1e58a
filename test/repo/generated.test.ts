import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../server/src/core/generated/files';
import { RECORD_TYPES } from '../../server/src/core/records/record-types';

const ROOT = resolve(import.meta.dirname, '../..');

test('generated files are what the core makes of them: `npm run generate` brings them up to date', () => {
  const files = generatedFiles();
  const stale = [...files]
    .filter(([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text)
    .map(([path]) => path);
  const left = readdirSync(join(ROOT, 'docs/rules')).filter((name) => !files.has(`docs/rules/${name}`));
  expect({ stale, left }).toEqual({ stale: [], left: [] });
});

test('the manifest loads the schema of records for the files their types name, and for no others', () => {
  const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const entry = contributes.yamlValidation.find((one: { url: string }) => one.url.endsWith('records.schema.json'));
  expect([...entry.fileMatch].sort()).toEqual(RECORD_TYPES.flatMap((type) => type.files).sort());
  for (const file of entry.fileMatch) expect(file).toMatch(/^(?:ai|aims)-/);
});
