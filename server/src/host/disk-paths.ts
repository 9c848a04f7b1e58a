import { join } from 'node:path';
import type { PathSet } from '../core/model/aims';
import { safeKindOfPath } from './folders';

/** What exists on disk below and around a root. Only existence is asked, and each path once in the life of this value. */
export function diskPaths(root: string, known: Iterable<string>): PathSet {
  const kinds = new Map<string, 'file' | 'directory' | undefined>();
  for (const path of known) kinds.set(path, 'file');
  return {
    kindOf(path) {
      const clean = path.replace(/\/$/, '');
      if (kinds.has(clean)) return kinds.get(clean);
      const kind = safeKindOfPath(join(root, clean));
      kinds.set(clean, kind);
      return kind;
    },
  };
}
