import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../../scripts/prepare.mjs';
import { checkReport } from './check-command.mjs';
import { defaultSeed, writeCorpus } from './corpus.mjs';
import { editingReport } from './editing.mjs';
import { machineFacts } from './machine.mjs';
import { installPeers, versionOf } from './peers.mjs';
import { figure } from './statistics.mjs';

// Measures the product against named tools in one run, and fails where it is slower than it promises.
const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    edits: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(defaultSeed) },
  },
});
const say = (text) => console.error(text);

prepare();
const missing = installPeers();
if (missing) say(missing);
const folder = mkdtempSync(join(tmpdir(), 'aims-bench-'));
try {
  const corpus = writeCorpus(folder, { seed: Number(values.seed), count: Number(values.files) });
  console.log(`${machineFacts(['rumdl', 'markdownlint-cli2', 'remark-cli'].map((name) => [name, versionOf(name)]))}`);
  console.log(`- Documents: ${corpus.files}, ${figure(corpus.bytes / 1024 / 1024)} MiB, seed ${values.seed}\n`);
  const check = await checkReport({
    folder,
    files: corpus.files,
    runs: Number(values.runs),
    cli: join(root, 'server/bin/aims.js'),
    say,
  });
  console.log(check.text);
  const server = join(root, 'server/bin/aims-language-server.js');
  const editing = await editingReport({ folder, edits: Number(values.edits), server, say });
  console.log(editing.text);
  report([...checkPromises(check.results), ...editingPromises(editing.results)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function checkPromises(results) {
  const wall = (name) => results.find((result) => result.name === name)?.wall?.median;
  const ratio = wall('markdownlint-cli2') / wall('aims check, cold');
  return [
    { what: 'aims check, cold: at most 1/10 of markdownlint-cli2', measured: `1/${figure(ratio)}`, ok: ratio >= 10 },
  ];
}

function editingPromises(results) {
  const own = results.find((result) => result.name === 'aims-language-server');
  return [{ what: 'edit → diagnostics p95: at most 16 ms', measured: `${figure(own?.p95)} ms`, ok: own?.p95 <= 16 }];
}

/** What could not be measured is not held. */
function report(promises) {
  for (const { what, measured, ok } of promises) console.log(`${ok ? '✓' : '✗'} ${what}: ${measured}`);
  if (promises.some(({ ok }) => !ok)) process.exitCode = 1;
}
