import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { prepare, run } from './prepare.mjs';

// Shows the product: readiness of the example in the terminal, then the example in a real VS Code.
const root = resolve(import.meta.dirname, '..');
const example = join(root, 'examples/northwind-health');
const noOpen = process.argv.includes('--no-open');

prepare();
run(process.execPath, [
  'server/bin/aims.js',
  'readiness',
  'examples/northwind-health',
  '--view',
  'all',
  '--as-of',
  '2026-11-20',
]);
if (isOnPath('code') && !noOpen) {
  run('code', [`--extensionDevelopmentPath=${root}`, example]);
} else {
  await showInBrowser();
}

function isOnPath(command) {
  const names = process.platform === 'win32' ? [`${command}.cmd`, `${command}.exe`] : [command];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => names.some((name) => existsSync(join(folder, name))));
}

async function showInBrowser() {
  const { fetchHost } = await import('./vscode-host/fetch.mjs');
  const { serveVsCode } = await import('./vscode-host/serve.mjs');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const link = { folder: root, name: `${manifest.publisher}.${manifest.name}-${manifest.version}` };
  const server = await serveVsCode({ ...fetchHost(), link });
  const url = `${server.url}/?folder=${encodeURIComponent(example)}`;
  console.log(`VS Code is at ${url}`);
  if (noOpen) {
    const { status } = await fetch(url);
    await server.stop();
    if (status !== 200) throw new Error(`VS Code answered with ${status}.`);
    console.log('It answered, and was stopped again (--no-open).');
    return;
  }
  open(url);
  console.log('Press Ctrl+C to stop it.');
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
}

function open(url) {
  const command = { win32: 'explorer', darwin: 'open' }[process.platform] ?? 'xdg-open';
  spawn(command, [url], { stdio: 'ignore', detached: true }).on('error', () => {
    // No browser can be started from here; the address is on the screen.
  });
}
