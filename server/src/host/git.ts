import { relative, sep } from 'node:path';
import { withOwn } from '../core/framework/frameworks';
import type { Aims, SourceFile } from '../core/model/aims';
import { readConfig, type SharedText, withoutFile } from '../core/records/read-config';
import { formatOf, MAX_BYTES, type MarkdownParser, readSource, unreadable } from '../core/syntax/read-file';
import type { CivilDate } from '../core/text/civil-date';
import { resolvePath } from '../core/text/path';
import { CONFIG_FILE, findAbove } from './folders';
import { blobsBelow, blobsOf, readBlobs, type Tree, treePaths } from './git-tree';
import { git, isNotKnown, type NotKnown } from './run-git';
import { includedBy } from './walk';

/** The root of the git repository around a folder. */
export const repositoryOf = (folder: string): string | undefined => findAbove(folder, '.git');

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
  readonly profile?: string | undefined;
}

/** The AIMS as it stood at a commit, read from git's objects without a checkout. */
export function aimsAt(root: string, commit: string, options: AtOptions): Aims | NotKnown {
  const repository = repositoryOf(root);
  if (repository === undefined) return { reason: 'There is no git repository.' };
  const prefix = relative(repository, root).split(sep).join('/');
  const listed = git(repository, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
  if (isNotKnown(listed)) return listed;
  return readTree({ repository, prefix, blobs: blobsOf(listed.output.toString()) }, options);
}

/** A file that settings extend, by its path in the repository. */
function sharedAt({ repository, blobs }: Tree, path: string): SharedText {
  if (path.startsWith('..')) return { refused: 'lies outside the repository' };
  const entry = blobs.find((one) => one.path === path);
  if (!entry) return { refused: 'does not exist' };
  const texts = readBlobs(repository, [entry]);
  const text = isNotKnown(texts) ? undefined : texts.get(path);
  return text === undefined ? { refused: 'cannot be read' } : { text };
}

function readTree(tree: Tree, options: AtOptions): Aims | NotKnown {
  const { repository, prefix } = tree;
  const entries = blobsBelow(tree);
  const shared = (path: string): SharedText => sharedAt(tree, resolvePath(prefix, path));
  const configEntry = entries.find((entry) => entry.path === CONFIG_FILE);
  const configText = configEntry && readBlobs(repository, [configEntry]);
  if (configText && isNotKnown(configText)) return configText;
  const { profile } = options;
  const config = configEntry
    ? readConfig(CONFIG_FILE, configText?.get(CONFIG_FILE) ?? '', { shared, profile })
    : withoutFile(profile);
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
  return {
    mode,
    files,
    paths: treePaths(tree),
    config,
    frameworks: withOwn(config.ownFrameworks),
    today: options.today,
  };
}

const isHidden = (path: string): boolean => /(?:^|\/)(?:\.[^/]+|node_modules)\//.test(path);

const toSource = (path: string, text: string | undefined, parse: MarkdownParser): SourceFile =>
  text === undefined || text.includes('\0')
    ? unreadable(path, 'The file could not be read.')
    : readSource(path, text, parse);
