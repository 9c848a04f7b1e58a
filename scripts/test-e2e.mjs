import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepare, run } from './prepare.mjs';

// Drives a real VS Code over the packaged extension, in a browser without a window.
const root = resolve(import.meta.dirname, '..');
const pictures = join(root, 'test-results');

prepare();
run(process.execPath, ['scripts/package.mjs']);
const { fetchBrowser, fetchHost } = await import('./vscode-host/fetch.mjs');
const { serveVsCode } = await import('./vscode-host/serve.mjs');
const { steps } = await import('../test/e2e/steps.mjs');

const host = fetchHost();
const browser = await launch(fetchBrowser());
const server = await serveVsCode({
  ...host,
  vsix: join(root, 'aims-docs.vsix'),
  settings: { 'editor.hover.delay': 200 },
});
const scratch = mkdtempSync(join(tmpdir(), 'aims-e2e-'));
let failed = 0;
try {
  failed = await runSteps();
} finally {
  await browser.close();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Steps follow each other like a person's: after one that fails the others still try. */
async function runSteps() {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  page.setDefaultTimeout(20_000);
  const folders = Object.fromEntries(['workspace', 'plain'].map((name) => [name, copy(name)]));
  let pictured = 0;
  const shoot = (name) =>
    page.screenshot({ path: join(pictures, `${String(++pictured).padStart(2, '0')}-${name}.png`) });
  const open = (name) => openFolder(page, folders[name]);
  let failures = 0;
  for (const [name, step] of steps) {
    try {
      await step({ page, folders, open, shoot });
      console.log(`✓ ${name}`);
    } catch (error) {
      failures++;
      console.log(
        `✗ ${name}\n  ${String(error?.message ?? error)
          .split('\n')
          .slice(0, 8)
          .join('\n  ')}`,
      );
      await shoot(`failed-${failures}`);
    }
  }
  return failures;
}

function copy(name) {
  const folder = join(scratch, name);
  cpSync(join(root, 'test/e2e', name), folder, { recursive: true });
  return folder;
}

async function openFolder(page, folder) {
  await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
  await page.locator('.monaco-workbench').waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
}

/** A browser of the system where there is one, else the one that came with the packages. */
async function launch(folder) {
  const require = createRequire(join(folder, 'package.json'));
  const { chromium } = require('playwright-core');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath: await browserPath(require), args, headless: true });
}

async function browserPath(require) {
  const known = [
    process.env.AIMS_BROWSER,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = known.find((path) => path && existsSync(path));
  if (found) return found;
  // Makes the package unpack the libraries and fonts a bare system lacks, and point to them.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import(require.resolve('@sparticuz/chromium'));
  return chromium.executablePath();
}
