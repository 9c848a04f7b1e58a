import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { esbuildLazyChildProcess } from './bundle/lazy-child-process.mjs';
import { thirdPartyNotices } from './bundle/notices.mjs';
import { esbuildSatteri } from './bundle/satteri.mjs';
import { esbuildSeparate } from './bundle/separate.mjs';
import { esbuildTextFolder } from './bundle/text-folder.mjs';
import { esbuildYaml } from './bundle/yaml-data.mjs';

const root = resolve(import.meta.dirname, '..');
const at = (...parts) => join(root, ...parts);

const bundles = [
  { entry: 'server/src/lsp/main.ts', out: 'server/dist/aims-language-server.js' },
  { entry: 'server/src/cli/main.ts', out: 'server/dist/aims.js' },
  { entry: 'server/src/core/syntax/markdown/remark-parser.ts', out: 'server/dist/remark-parser.js' },
  { entry: 'client/src/extension.ts', out: 'dist/client/extension.js', external: ['vscode'] },
];

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: process.env.AIMS_BUILD !== 'debug',
  keepNames: false,
  sourcemap: false,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  // Packages that offer an ES module build bundle smaller and start faster with it.
  mainFields: ['module', 'main'],
  plugins: [
    esbuildYaml(),
    esbuildTextFolder(),
    esbuildSatteri(),
    esbuildLazyChildProcess(),
    esbuildSeparate(root, new Map(bundles.map(({ entry, out }) => [entry, out]))),
  ],
};

rmSync(at('server/dist'), { recursive: true, force: true });
rmSync(at('dist'), { recursive: true, force: true });
const results = [];
for (const { entry, out, external = [] } of bundles) {
  results.push(await esbuild.build({ ...shared, entryPoints: [entry], outfile: at(out), external }));
}
copyServer();
writeNotices(results.map((result) => result.metafile));

/** The extension carries the server with both Markdown parsers, the native one where this platform has it. */
function copyServer() {
  mkdirSync(at('dist/server'), { recursive: true });
  for (const name of ['aims-language-server.js', 'remark-parser.js'])
    cpSync(at('server/dist', name), at('dist/server', name));
  for (const name of nativeParsers()) cpSync(name, at('dist/server', name.split(/[/\\]/).at(-1)));
}

function nativeParsers() {
  const folder = at('node_modules/@bruits');
  try {
    return readdirSync(folder).flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.node'))
        .map((file) => join(folder, name, file)),
    );
  } catch {
    return [];
  }
}

function writeNotices(metafiles) {
  const text = thirdPartyNotices(root, metafiles);
  writeFileSync(at('server/dist/THIRD-PARTY-NOTICES.txt'), text);
  writeFileSync(at('dist/THIRD-PARTY-NOTICES.txt'), text);
}
