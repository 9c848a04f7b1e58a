import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binOf, peersFolder, rumdlBinary } from './peers.mjs';
import { figure } from './statistics.mjs';
import { notMeasured, table } from './table.mjs';
import { alternate } from './whole-process.mjs';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const node = process.execPath;
const headers = ['whole process', 'median ms', 'min–max ms', 'CPU ms', '× floor', '× rumdl uncached'];

/** Times `aims check` and its peers over one folder and returns the table to print. */
export async function checkReport({ folder, files, runs, cli, say }) {
  const scratch = mkdtempSync(join(tmpdir(), 'aims-bench-cache-'));
  const { commands, missing } = commandsFor(folder, scratch, cli);
  say(`aims check and peers, ${files} documents: ${commands.map((command) => command.name).join(', ')}`);
  const results = await alternate(commands, runs, say);
  rmSync(scratch, { recursive: true });
  return { results, text: `${checkTable(results, missing)}\n` };
}

function commandsFor(folder, scratch, cli) {
  const all = [...own(folder, scratch, cli), ...rumdl(folder, scratch), ...javascriptLinters(folder)];
  const floor = {
    name: 'floor: node reads and hashes every file',
    file: node,
    args: [join(here, 'floor.mjs'), folder],
  };
  const empty = { name: 'empty node (`node -e 0`)', file: node, args: ['-e', '0'] };
  return {
    commands: [empty, floor, ...all.filter((command) => !command.missing)],
    missing: all.filter((command) => command.missing),
  };
}

/** Cold means a cache folder that is empty at every start; warm means one that the runs before have filled. */
function own(folder, scratch, cli) {
  const cold = join(scratch, 'cold');
  const args = [cli, 'check', folder, '--format', 'json'];
  const emptied = () => {
    rmSync(cold, { recursive: true, force: true });
    mkdirSync(cold, { recursive: true });
  };
  const missing = existsSync(cli) ? undefined : `${cli} does not exist: run \`npm run build\``;
  return [
    { name: 'aims check, cold', missing, file: node, args, env: { XDG_CACHE_HOME: cold }, before: emptied },
    { name: 'aims check, warm', missing, file: node, args, env: { XDG_CACHE_HOME: join(scratch, 'warm') } },
  ];
}

function rumdl(folder, scratch) {
  const file = rumdlBinary();
  const missing = file ? undefined : 'rumdl is not installed, or has no native program for this platform';
  const cache = ['--cache-dir', join(scratch, 'rumdl')];
  return [
    { name: 'rumdl uncached', missing, file, args: ['check', '--no-config', '--no-cache', folder] },
    { name: 'rumdl cached', missing, file, args: ['check', '--no-config', ...cache, folder] },
  ];
}

function javascriptLinters(folder) {
  const markdownlint = binOf('markdownlint-cli2');
  const remark = binOf('remark-cli', 'remark');
  const plugins = ['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended'];
  const uses = plugins.flatMap((name) => ['--use', join(peersFolder, 'node_modules', name, 'index.js')]);
  return [
    {
      name: 'markdownlint-cli2',
      missing: markdownlint ? undefined : 'not installed',
      file: node,
      args: [markdownlint, '**/*.md'],
      cwd: folder,
    },
    {
      name: 'remark-cli, preset-lint-recommended',
      missing: remark ? undefined : 'not installed',
      file: node,
      args: [remark, ...uses, '--no-stdout', folder],
      cwd: peersFolder,
    },
  ];
}

function checkTable(results, missing) {
  const base = (name) => results.find((result) => result.name.startsWith(name))?.wall?.median;
  const floor = base('floor');
  const rust = base('rumdl uncached');
  const rows = results.map((result) => {
    if (result.failed) return notMeasured(result.name, result.failed, headers.length);
    const { median, low, high } = result.wall;
    const span = `${figure(low)}–${figure(high)}`;
    return [
      result.name,
      figure(median),
      span,
      figure(result.cpu?.median),
      figure(median / floor),
      figure(median / rust),
    ];
  });
  return table(headers, [...rows, ...missing.map(({ name, missing: why }) => notMeasured(name, why, headers.length))]);
}
