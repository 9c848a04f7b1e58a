import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { SharedText } from '../core/records/read-config';
import { findAbove, safeKindOfPath } from './folders';
import { readText } from './read-document';

const MAX_BYTES = 1 << 20;

/**
 * Gives the files that the settings of an AIMS extend, by paths relative to its root. They have to lie in its repository,
 * links followed; where there is none, in the AIMS itself. Text held open in an editor stands in for that on disk.
 */
export function sharedSettings(root: string, overlay?: ReadonlyMap<string, string>): (path: string) => SharedText {
  const repository = findAbove(root, '.git') ?? root;
  return (path) => {
    const file = join(root, path);
    if (!isBelow(repository, file)) return { refused: 'lies outside the repository' };
    const open = overlay?.get(file);
    if (open !== undefined) return { text: open };
    if (safeKindOfPath(file) !== 'file') return { refused: 'does not exist' };
    if (!isBelow(realpathSync(repository), realpathSync(file))) return { refused: 'leads outside the repository' };
    const text = readText(file, MAX_BYTES);
    return typeof text === 'string' ? { text } : { refused: 'cannot be read' };
  };
}

function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}
