import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const isWindows = process.platform === 'win32';

/** Runs a command to its end; a failure ends this process with its exit code. */
export function run(file, args, options = {}) {
  const result = spawnSync(file, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
    ...options,
  });
  if (result.status !== 0) {
    console.error(`${[file, ...args].join(' ')} failed.`);
    process.exit(result.status ?? 1);
  }
}

/** Installs packages and builds the bundles where they are missing or older than what they are made from. */
export function prepare() {
  if (isOlder('node_modules/.package-lock.json', ['package-lock.json'])) {
    console.error('Installing packages …');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const sources = [
    'server/src',
    'server/data',
    'client/src',
    'scripts/bundle',
    'scripts/build.mjs',
    'package-lock.json',
  ];
  if (isOlder('dist/client/extension.js', sources) || isOlder('server/dist/aims.js', sources)) {
    console.error('Building …');
    run(process.execPath, ['scripts/build.mjs']);
  }
}

const isOlder = (made, sources) => {
  const path = join(root, made);
  return !existsSync(path) || statSync(path).mtimeMs < Math.max(...sources.map((source) => newest(join(root, source))));
};

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
