import { spawnSync } from 'node:child_process';

/** What cannot be known, as a sentence for the person who asked. */
export interface NotKnown {
  readonly reason: string;
}

export const isNotKnown = (value: object): value is NotKnown => 'reason' in value;

/** Runs git without a shell, hooks, external tools or prompts; nothing of the repository is executed. */
export function git(folder: string, args: readonly string[], input?: string): { readonly output: Buffer } | NotKnown {
  const safe = [
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'protocol.allow=never',
    '-c',
    'safe.directory=*',
  ];
  const result = spawnSync('git', [...safe, ...args], {
    cwd: folder,
    input: input ?? '',
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  if (result.error) return { reason: 'git is not installed, or could not be started.' };
  if (result.status !== 0) return { reason: String(result.stderr).trim().split('\n')[0] ?? 'git failed' };
  return { output: result.stdout };
}
