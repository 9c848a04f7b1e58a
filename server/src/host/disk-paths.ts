import { isAbsolute, join, relative, sep } from 'node:path';
import type { PathSet } from '../core/model/aims';
import { remember } from '../core/query/remember';
import { filesMatching } from './files-matching';
import { findAbove, safeKindOfPath } from './folders';
import { lengthOnDisk } from './length-on-disk';

/** What exists on disk below and around a root. Each path is asked once in the life of this value. */
export function diskPaths(root: string, known: Iterable<string>): PathSet {
  const files = new Set(known);
  const kindOf = remember((path) => (files.has(path) ? 'file' : safeKindOfPath(join(root, path))), Infinity);
  let repository: string | undefined;
  const around = (): string => {
    repository ??= findAbove(root, '.git') ?? root;
    return repository;
  };
  /** Outside the repository existence alone is asked: nothing there is read or looked through. */
  const isAround = (path: string): boolean => isWithin(around(), join(root, path));
  return {
    kindOf: (path) => kindOf(path.replace(/\/$/, '')),
    lengthOf: remember((path) => (isAround(path) ? lengthOnDisk(join(root, path)) : undefined)),
    matching: remember((pattern) => (isAround(pattern) ? filesMatching(root, pattern) : undefined)),
    get depth() {
      return relative(around(), root).split(sep).filter(Boolean).length;
    },
  };
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
