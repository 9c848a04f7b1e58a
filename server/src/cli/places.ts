import { realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { type CivilDate, parseDate } from '../core/text/civil-date';
import { safeKindOfPath } from '../host/folders';
import { repositoryOf } from '../host/git';
import { today } from '../host/today';
import { Failure } from './failure';

/** What the DIR of a command stands for. `only` is the file or folder whose findings are wanted, relative to `folder`. */
export interface Place {
  readonly folder: string;
  readonly file?: string;
}

export function placeOf(argument: string): Place {
  const path = resolve(argument);
  const kind = safeKindOfPath(path);
  if (kind === undefined) throw new Failure(`\`${argument}\` does not exist.`);
  const real = realpathSync(path);
  return kind === 'directory' ? { folder: real } : { folder: dirname(real), file: real };
}

export function dateOf(argument: string | undefined): CivilDate {
  if (argument === undefined) return today();
  const date = /^\d{4}-\d{2}-\d{2}$/.test(argument) ? parseDate(argument) : undefined;
  if (date === undefined) throw new Failure(`\`${argument}\` is no date: write it as YYYY-MM-DD.`);
  return date;
}

/** Absolute path with `/`. */
export const slashed = (path: string): string => path.split(sep).join('/');

/** Path from one folder to another with `/`, empty for the same. */
export const relativeFolder = (from: string, to: string): string => slashed(relative(from, to));

/** What goes before a path relative to `root` to make it relative to the repository, as GitHub wants it. */
export function repositoryPrefix(root: string): string {
  const workspace = process.env.GITHUB_WORKSPACE;
  const repository = repositoryOf(root) ?? (workspace === undefined ? undefined : safeReal(workspace)) ?? root;
  const path = relativeFolder(repository, root);
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}

function safeReal(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
