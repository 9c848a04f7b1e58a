import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { esbuildTextFolder } from './bundle/text-folder.mjs';
import { esbuildYaml } from './bundle/yaml-data.mjs';

// Writes the files that are made from the core: schemas, snippets, rule pages, the list of document kinds.
const root = resolve(import.meta.dirname, '..');
const outfile = join(root, 'node_modules/.cache/aims/generated-files.cjs');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['server/src/core/generated/files.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  plugins: [esbuildYaml(), esbuildTextFolder()],
  logLevel: 'warning',
});
const { generatedFiles } = createRequire(import.meta.url)(outfile);
const files = generatedFiles();
for (const name of readdirSync(join(root, 'docs/rules'))) {
  if (!files.has(`docs/rules/${name}`)) rmSync(join(root, 'docs/rules', name));
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log(`${files.size} files written`);
