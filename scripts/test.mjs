import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepare } from './prepare.mjs';

// Everything that needs only Node: types, lint, tests. The last line is `N passed, N failed`.
const root = resolve(import.meta.dirname, '..');
prepare();
const results = [
  step('types', ['typescript/bin/tsc', '--build']),
  step('lint', ['@biomejs/biome/bin/biome', 'check', '.']),
];
const tests = vitest();
const passed = tests.passed + results.filter(Boolean).length;
const failed = tests.failed + results.filter((ok) => !ok).length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function node(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function step(name, [program, ...args]) {
  const ok = node([join(root, 'node_modules', program), ...args]);
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  return ok;
}

function vitest() {
  const report = join(root, 'node_modules/.cache/aims/vitest.json');
  mkdirSync(join(report, '..'), { recursive: true });
  const ok = node([
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot even be loaded fails the run without a failed test.
  return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) };
}
