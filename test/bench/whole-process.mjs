import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spread } from './statistics.mjs';

/**
 * Runs every command in turn, round after round, so that a slow minute of the machine falls on all of them alike.
 * A command is `{ name, file, args, cwd?, env?, before? }`; the first round warms the disk cache and is not counted.
 */
export async function alternate(commands, rounds, say) {
  const results = new Map(commands.map((command) => [command.name, { wall: [], cpu: [], failed: undefined }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const command of commands) {
      const result = results.get(command.name);
      if (result.failed) continue;
      command.before?.();
      const run = await timed(command);
      if (run.failed) result.failed = run.failed;
      else if (round > 0) keep(result, run);
    }
    say?.(round === 0 ? 'warm-up done' : `round ${round} of ${rounds}`);
  }
  return commands.map(({ name }) => summary(name, results.get(name)));
}

function keep(result, run) {
  result.wall.push(run.wall);
  if (run.cpu !== undefined) result.cpu.push(run.cpu);
}

function summary(name, { wall, cpu, failed }) {
  return failed ? { name, failed } : { name, wall: spread(wall), cpu: cpu.length > 0 ? spread(cpu) : undefined };
}

/** Exit codes 0 and 1 are answers ("clean", "findings"); anything else means that the tool did not do the work. */
async function timed({ file, args, cwd, env }) {
  const scratch = mkdtempSync(join(tmpdir(), 'aims-bench-'));
  const errors = join(scratch, 'stderr');
  const stdio = ['ignore', openSync(join(scratch, 'stdout'), 'w'), openSync(errors, 'w')];
  const cpuBefore = childCpu();
  const start = process.hrtime.bigint();
  const { code, error } = await ended(spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio }));
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  const cpu = cpuBefore === undefined ? undefined : childCpu() - cpuBefore;
  for (const handle of stdio.slice(1)) closeSync(handle);
  const failed = code === 0 || code === 1 ? undefined : (error ?? `exit code ${code}: ${tail(errors)}`);
  rmSync(scratch, { recursive: true });
  return { wall, cpu, failed };
}

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: undefined, error: error.message }));
    child.once('exit', (code, signal) => resolve({ code: code ?? signal }));
  });
}

/** Milliseconds of CPU used by children that have ended. Node tells this only of itself; Linux tells it in /proc. */
function childCpu() {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

const tail = (file) =>
  readFileSync(file, 'utf8').trim().split('\n').slice(-2).join(' ').replaceAll('|', '/').slice(0, 200);
