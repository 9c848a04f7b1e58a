import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import type { Config } from '../core/records/config';
import { BASELINE_FILE } from '../core/syntax/read-file';
import { CONFIG_FILE, entriesOf, findAbove, isSkippedFolder } from './folders';

/** A `.gitignore` and the folder it speaks about. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Whether the settings take a path (relative to the root, with `/`) into the AIMS. */
export function includedBy(config: Config): (path: string) => boolean {
  const include = picomatch([...config.include], { dot: false, nocase: true });
  const exclude =
    config.exclude.length > 0
      ? picomatch(config.exclude.flatMap((glob) => [glob, `${glob.replace(/\/$/, '')}/**`]))
      : () => false;
  return (path) => path === CONFIG_FILE || path === BASELINE_FILE || (include(path) && !exclude(path));
}

/** The files of an AIMS, relative to its root with `/`, in order. Links to folders are not followed: they may be loops. */
export function* walk(root: string, config: Config): Generator<string> {
  const isIncluded = includedBy(config);
  const pending = [{ folder: root, ignores: ignoresAbove(root) }];
  for (let next = pending.shift(); next; next = pending.shift()) {
    const entries = entriesOf(next.folder);
    const ignores = withOwn(
      next.folder,
      entries.some((entry) => entry.name === '.gitignore'),
      next.ignores,
    );
    if (next.folder !== root && entries.some((entry) => entry.name === CONFIG_FILE)) continue;
    for (const entry of entries) {
      const path = join(next.folder, entry.name);
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name) && !isIgnored(`${path}${sep}`, ignores))
          pending.push({ folder: path, ignores });
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        const name = toRelative(root, path);
        if (isIncluded(name) && !isIgnored(path, ignores)) yield name;
      }
    }
  }
}

export const toRelative = (root: string, path: string): string => relative(root, path).split(sep).join('/');

/** The `.gitignore` files from the root of the repository down to the folder above `root`. */
function ignoresAbove(root: string): readonly IgnoreFile[] {
  const repository = findAbove(root, '.git');
  if (repository === undefined || repository === root) return [];
  const folders: string[] = [];
  for (let folder = dirname(root); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === repository || dirname(folder) === folder) break;
  }
  return folders.reduce<readonly IgnoreFile[]>((ignores, folder) => withOwn(folder, true, ignores), []);
}

function withOwn(folder: string, mayExist: boolean, ignores: readonly IgnoreFile[]): readonly IgnoreFile[] {
  if (!mayExist) return ignores;
  try {
    return [...ignores, { folder, rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) }];
  } catch {
    return ignores;
  }
}

/** The nearest file that says anything decides, as in git. */
function isIgnored(path: string, ignores: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of [...ignores].reverse()) {
    const { ignored, unignored } = rules.test(
      relative(folder, path).split(sep).join('/') + (path.endsWith(sep) ? '/' : ''),
    );
    if (ignored || unignored) return ignored;
  }
  return false;
}
