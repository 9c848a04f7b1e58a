import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from './language-client.mjs';
import { rumdlBinary } from './peers.mjs';
import { figure, median, percentile } from './statistics.mjs';
import { notMeasured, table } from './table.mjs';

const warmUp = 40;
const headers = ['language server', 'start → initialize', 'edit → diagnostics p50', 'p95', 'p99', 'RSS MiB'];

/** Edits one document among many and waits for its diagnostics, again and again; all times in milliseconds. */
export async function editingReport({ folder, edits, server, say }) {
  const servers = [
    { name: 'aims-language-server', pull: true, file: process.execPath, args: [server, '--stdio'] },
    { name: 'rumdl server', pull: false, file: rumdlBinary(), args: ['server'] },
  ];
  const results = [];
  for (const one of servers) {
    say(`editing: ${one.name}`);
    results.push(
      one.file
        ? { name: one.name, ...(await measure(one, folder, edits)) }
        : { name: one.name, failed: 'not installed' },
    );
  }
  const rows = results.map((result) =>
    result.failed
      ? notMeasured(result.name, result.failed, headers.length)
      : [result.name, ...[result.start, result.p50, result.p95, result.p99, result.rss].map(figure)],
  );
  return { results, text: `${table(headers, rows)}\n` };
}

async function measure(server, folder, edits) {
  const began = performance.now();
  const client = new LanguageClient({ ...server, cwd: folder });
  try {
    const root = pathToFileURL(folder).href;
    await client.request('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'bench' }],
      capabilities: server.pull ? { textDocument: { diagnostic: {} }, workspace: { diagnostics: {} } } : {},
    });
    const start = performance.now() - began;
    client.notify('initialized', {});
    const times = await editAgainAndAgain(client, server, documentOf(folder), edits);
    const kept = times.slice(warmUp);
    return {
      start,
      p50: median(kept),
      p95: percentile(kept, 0.95),
      p99: percentile(kept, 0.99),
      rss: residentMiB(client.pid),
    };
  } catch (error) {
    return { failed: error.message };
  } finally {
    client.stop();
  }
}

async function editAgainAndAgain(client, { pull }, { uri, text }, edits) {
  const ask = () => (pull ? client.request('textDocument/diagnostic', { textDocument: { uri } }) : client.pushed(uri));
  const opened = pull ? undefined : client.pushed(uri);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await (opened ?? ask());
  const lines = text.split('\n');
  const times = [];
  for (let at = 0; at < edits + warmUp; at += 1) {
    // A word goes into one line after the other of the lower half and out again, as a writer works through a page.
    const line = Math.floor(lines.length / 2) + (Math.floor(at / 2) % Math.floor(lines.length / 2));
    const end = { line, character: at % 2 === 0 ? 0 : 5 };
    const change = { range: { start: { line, character: 0 }, end }, text: at % 2 === 0 ? 'word ' : '' };
    const began = performance.now();
    const answer = pull ? undefined : ask();
    client.notify('textDocument/didChange', { textDocument: { uri, version: at + 2 }, contentChanges: [change] });
    await (answer ?? ask());
    times.push(performance.now() - began);
    // Nobody types faster than this; background work of the server may run meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}

/** The document whose size comes nearest to 6 KB. */
function documentOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const sized = files.map((name) => ({ name, off: Math.abs(statSync(join(folder, name)).size - 6000) }));
  const path = join(folder, sized.sort((a, b) => a.off - b.off)[0].name);
  return { uri: pathToFileURL(path).href, text: readFileSync(path, 'utf8') };
}

function residentMiB(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}
