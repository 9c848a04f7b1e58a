import { spawnSync } from 'node:child_process';
import { relative, sep } from 'node:path';
import { shippedFrameworks } from '../core/framework/frameworks';
import type { Aims, PathSet, SourceFile } from '../core/model/aims';
import { DEFAULT_CONFIG, readConfig } from '../core/records/read-config';
import { formatOf, MAX_BYTES, type MarkdownParser, readSource, unreadable } from '../core/syntax/read-file';
import type { CivilDate } from '../core/text/civil-date';
import { CONFIG_FILE, findAbove } from './folders';
import { includedBy } from './walk';

/** What cannot be known, as a sentence for the person who asked. */
export interface NotKnown {
  readonly reason: string;
}

/** The root of the git repository around a folder. */
export const repositoryOf = (folder: string): string | undefined => findAbove(folder, '.git');

/** Runs git without a shell, hooks, external tools or prompts; nothing of the repository is executed. */
function git(folder: string, args: readonly string[], input?: string): { readonly output: Buffer } | NotKnown {
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

export const isNotKnown = (value: object): value is NotKnown => 'reason' in value;

/** The commit a name stands for. */
export function resolveCommit(folder: string, ref: string): string | NotKnown {
  if (repositoryOf(folder) === undefined)
    return { reason: `\`${folder}\` is in no git repository, so there is nothing to compare with.` };
  const result = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (isNotKnown(result))
    return { reason: `\`${ref}\` is no commit, branch or tag of this repository. In a shallow clone fetch it first.` };
  return result.output.toString().trim();
}

/** Paths, relative to the root of the AIMS, that differ from a commit, files git does not track included. */
export function changedFiles(root: string, commit: string): ReadonlySet<string> | NotKnown {
  const tracked = git(root, [
    'diff',
    '--name-only',
    '-z',
    '--relative',
    '--no-ext-diff',
    '--no-textconv',
    commit,
    '--',
    '.',
  ]);
  const untracked = git(root, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']);
  if (isNotKnown(tracked)) return tracked;
  const names = [tracked, untracked].flatMap((result) =>
    isNotKnown(result) ? [] : result.output.toString().split('\0'),
  );
  return new Set(names.filter((name) => name !== ''));
}

interface AtOptions {
  readonly mode?: Aims['mode'];
  readonly today: CivilDate;
  readonly parse: MarkdownParser;
}

/** The AIMS as it stood at a commit, read from git's objects without a checkout. */
export function aimsAt(root: string, commit: string, options: AtOptions): Aims | NotKnown {
  const repository = repositoryOf(root);
  if (repository === undefined) return { reason: 'There is no git repository.' };
  const prefix = relative(repository, root).split(sep).join('/');
  const listed = git(repository, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
  if (isNotKnown(listed)) return listed;
  const entries = parseTree(listed.output.toString(), prefix === '' ? '' : `${prefix}/`);
  return readTree(repository, entries, options);
}

interface TreeEntry {
  readonly path: string;
  readonly blob: string;
  readonly bytes: number;
}

/** `mode type object size<TAB>path` records; paths outside the root keep their place with `../`. */
function parseTree(output: string, prefix: string): readonly TreeEntry[] {
  return output.split('\0').flatMap((record) => {
    const match = /^\d+ blob (\w+)\s+(\d+)\t(.*)$/s.exec(record);
    if (!match?.[1] || !match[3]?.startsWith(prefix)) return [];
    return [{ path: match[3].slice(prefix.length), blob: match[1], bytes: Number(match[2]) }];
  });
}

function readTree(repository: string, entries: readonly TreeEntry[], options: AtOptions): Aims | NotKnown {
  const configEntry = entries.find((entry) => entry.path === CONFIG_FILE);
  const configText = configEntry && readBlobs(repository, [configEntry]);
  if (configText && isNotKnown(configText)) return configText;
  const config = configEntry ? readConfig(CONFIG_FILE, configText?.get(CONFIG_FILE) ?? '') : DEFAULT_CONFIG;
  const isIncluded = includedBy(config);
  const nested = entries
    .filter((entry) => entry.path.endsWith(`/${CONFIG_FILE}`))
    .map((entry) => entry.path.slice(0, -CONFIG_FILE.length));
  const wanted = entries.filter(
    (e) => isIncluded(e.path) && !isHidden(e.path) && !nested.some((folder) => e.path.startsWith(folder)),
  );
  const readable = wanted.filter((entry) => entry.bytes <= MAX_BYTES[formatOf(entry.path)]);
  const texts = readBlobs(repository, readable);
  if (isNotKnown(texts)) return texts;
  const files = new Map<string, SourceFile>(
    wanted.map((entry) => [entry.path, toSource(entry.path, texts.get(entry.path), options.parse)]),
  );
  const mode = options.mode ?? (configEntry ? 'configured' : 'adopted');
  return { mode, files, paths: treePaths(entries), config, frameworks: shippedFrameworks(), today: options.today };
}

const isHidden = (path: string): boolean => /(?:^|\/)(?:\.[^/]+|node_modules)\//.test(path);

const toSource = (path: string, text: string | undefined, parse: MarkdownParser): SourceFile =>
  text === undefined || text.includes('\0')
    ? unreadable(path, 'The file could not be read.')
    : readSource(path, text, parse);

function readBlobs(repository: string, entries: readonly TreeEntry[]): ReadonlyMap<string, string> | NotKnown {
  const result = git(repository, ['cat-file', '--batch'], entries.map((entry) => `${entry.blob}\n`).join(''));
  if (isNotKnown(result)) return result;
  const texts = new Map<string, string>();
  let position = 0;
  for (const entry of entries) {
    const header = result.output.indexOf(10, position);
    const size = Number(result.output.subarray(position, header).toString().split(' ')[2]);
    if (header < 0 || Number.isNaN(size)) return { reason: 'git gave an answer that could not be read.' };
    texts.set(entry.path, result.output.subarray(header + 1, header + 1 + size).toString('utf8'));
    position = header + 1 + size + 1;
  }
  return texts;
}

function treePaths(entries: readonly TreeEntry[]): PathSet {
  const kinds = new Map<string, 'file' | 'directory'>();
  for (const { path } of entries) {
    kinds.set(path, 'file');
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
      kinds.set(path.slice(0, slash), 'directory');
  }
  // What lay outside the root at that time is not looked up: it counts as there.
  return { kindOf: (path) => (path.startsWith('..') ? 'file' : kinds.get(path.replace(/\/$/, ''))) };
}
