import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../support/folder';

const ROOT = resolve(import.meta.dirname, '../..');

const EXTENSION = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/client/extension.js',
  'dist/server/aims-language-server.js',
  'dist/server/remark-parser.js',
  'media/aims.svg',
  'media/icon.png',
  'package.json',
  'schemas/aims.schema.json',
  'schemas/framework.schema.json',
  'schemas/records.schema.json',
  'schemas/soa.schema.json',
  'snippets/aims-markdown.json',
  'snippets/aims-yaml.json',
  'syntaxes/aims-ids.tmLanguage.json',
];

const SERVER = [
  'LICENSE',
  'README.md',
  'bin/aims-language-server.js',
  'bin/aims.js',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/aims-language-server.js',
  'dist/aims.js',
  'dist/remark-parser.js',
  'package.json',
];

const isWindows = process.platform === 'win32';

test('the extension ships these files and the native parser of its platform', () => {
  const { stdout } = spawnSync(process.execPath, ['scripts/package.mjs', '--list'], { cwd: ROOT, encoding: 'utf8' });
  const files = stdout
    .trim()
    .split('\n')
    .filter((name) => !/^dist\/server\/satteri_napi\..+\.node$/.test(name));
  expect(files).toEqual(EXTENSION);
});

test('the npm package ships these files', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json'], {
    cwd: resolve(ROOT, 'server'),
    encoding: 'utf8',
    shell: isWindows,
  });
  const [packed] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  expect(packed.files.map((file) => file.path).sort()).toEqual(SERVER);
});

test('the npm package installs into an empty folder and runs there', () => {
  const at = folder({ 'package.json': '{"private":true}', 'docs/soa.md': '# ISO/IEC 42001\n\nA.7.9\n' });
  const npm = (args: readonly string[], cwd: string) =>
    spawnSync('npm', [...args], { cwd, encoding: 'utf8', shell: isWindows });
  const packed = npm(['pack', '--pack-destination', at.path, '--json'], resolve(ROOT, 'server'));
  const [{ filename }] = JSON.parse(packed.stdout) as [{ readonly filename: string }];
  const installed = npm(['install', '--no-audit', '--no-fund', '--loglevel=error', `./${filename}`], at.path);
  expect(installed.status, installed.stderr).toBe(0);
  const npx = (args: readonly string[]) =>
    spawnSync('npx', ['--no-install', 'aims', ...args], { cwd: at.path, encoding: 'utf8', shell: isWindows });
  expect(npx(['--version']).stdout.trim()).toBe(
    JSON.parse(readFileSync(resolve(ROOT, 'server/package.json'), 'utf8')).version,
  );
  expect(npx(['check', 'docs']).stdout).toContain('`A.7.9` is not a control');
}, 120_000);

test('every package in the bundles is named with its licence', () => {
  const notices = readFileSync(resolve(ROOT, 'server/dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['yaml ', 'vscode-languageserver ', 'remark-parse ', 'commander ', 'satteri ', 'pulldown-cmark'])
    expect(notices).toContain(`\n${name}`);
  expect(notices).not.toMatch(/\((?:A?GPL|LGPL|UNLICENSED)/);
});
