import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const template = join(here, 'peers.package.json');
const folder = join(here, 'peers');
const windows = process.platform === 'win32';

/** Installs the tools to compare with, once per change of their list. Returns why it could not, or nothing. */
export function installPeers() {
  const manifest = join(folder, 'package.json');
  const installed = existsSync(join(folder, 'node_modules', '.package-lock.json'));
  if (installed && existsSync(manifest) && sameDependencies(manifest, template)) return undefined;
  mkdirSync(folder, { recursive: true });
  copyFileSync(template, manifest);
  const options = { cwd: folder, encoding: 'utf8', shell: windows };
  const done = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'],
    options,
  );
  return done.status === 0
    ? undefined
    : `npm install of the peers failed: ${lastLine(done.stderr ?? String(done.error))}`;
}

/** The file a package's own command runs, without the shell shim in between, or nothing when it is not installed. */
export function binOf(name, command = name) {
  const manifest = manifestOf(name);
  if (!manifest) return undefined;
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command];
  return bin && join(folder, 'node_modules', name, bin);
}

/** rumdl's native program itself: its npm wrapper would add the start of a node process to every figure. */
export function rumdlBinary() {
  const name = `@rumdl/cli-${process.platform}-${process.arch}`;
  const file = join(folder, 'node_modules', name, windows ? 'rumdl.exe' : 'rumdl');
  return existsSync(file) ? file : undefined;
}

export function versionOf(name) {
  return manifestOf(name)?.version;
}

export const peerRequire = createRequire(join(folder, 'package.json'));
export const peersFolder = folder;

function manifestOf(name) {
  const file = join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function sameDependencies(left, right) {
  const read = (file) => JSON.stringify(JSON.parse(readFileSync(file, 'utf8')).dependencies);
  return read(left) === read(right);
}

const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
