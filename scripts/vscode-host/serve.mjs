import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUILTINS = [
  'markdown-basics',
  'markdown-language-features',
  'yaml',
  'theme-defaults',
  'theme-seti',
  'configuration-editing',
  'json',
];

const SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'files.autoSave': 'off',
};

/** Starts VS Code's server. `install` puts extensions into `extensionsDir` first. Returns its address and how to stop it. */
export async function serveVsCode({ vscode, node, settings = {}, link, vsix }) {
  const data = mkdtempSync(join(tmpdir(), 'aims-vscode-'));
  const extensions = join(data, 'extensions');
  mkdirSync(extensions, { recursive: true });
  mkdirSync(join(data, 'data/User'), { recursive: true });
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  if (link) symlinkSync(link.folder, join(extensions, link.name), 'junction');
  const builtin = join(data, 'builtin');
  mkdirSync(builtin);
  for (const name of BUILTINS)
    symlinkSync(join(vscode, 'lib/vscode/extensions', name), join(builtin, name), 'junction');
  const program = join(vscode, 'lib/vscode/out/server-main.js');
  const folders = ['--server-data-dir', data, '--extensions-dir', extensions];
  if (vsix)
    await finished(node, [
      program,
      '--install-extension',
      vsix,
      '--force',
      '--accept-server-license-terms',
      ...folders,
    ]);
  const listening = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--accept-server-license-terms',
  ];
  const quiet = ['--telemetry-level', 'off', '--disable-workspace-trust', '--builtin-extensions-dir', builtin];
  return listen(node, [program, ...listening, ...quiet, ...folders], data);
}

/** VS Code in VS Code's terminal would inherit variables that make the server behave as its child. */
const environment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(key)));

function finished(file, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(output))));
  });
}

function listen(file, args, data) {
  const child = spawn(file, args, {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    kill(child, 'SIGTERM');
    await Promise.race([
      child.exitCode === null ? gone : undefined,
      new Promise((resolve) => setTimeout(resolve, 3000)),
    ]);
    kill(child, 'SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(() => reject(new Error(`VS Code did not start.\n${output}`)), 60_000);
    const read = (chunk) => {
      output += chunk;
      const address = /Web UI available at (http:\/\/\S+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve({ url: address.replace(/\/$/, '').replace('localhost', '127.0.0.1'), stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}.\n${output}`)));
  });
}

/** The server has children of its own: the whole group goes. */
function kill(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}
