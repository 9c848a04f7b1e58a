import { join } from 'node:path';
import picomatch from 'picomatch';
import { entriesOf, isSkippedFolder } from './folders';

/** Who cites more files than these with one pattern means the folder. */
const MOST_MATCHES = 100;
/** Beyond so many entries it is not known whether anything fits. */
const MOST_ENTRIES = 20_000;

/**
 * The files below a folder that fit a pattern, relative to it, nearer folders first and at most a hundred; nothing where too much
 * would have to be looked through. Links to folders are not followed.
 */
export function filesMatching(root: string, pattern: string): readonly string[] | undefined {
  const { base, glob } = picomatch.scan(pattern);
  const fits = picomatch(glob, { nocase: false });
  const found: string[] = [];
  const pending = [''];
  let seen = 0;
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    for (const entry of entriesOf(join(root, base, folder))) {
      if (++seen > MOST_ENTRIES) return found.length > 0 ? found : undefined;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) pending.push(path);
      } else if (fits(path)) found.push(`${base}/${path}`);
      if (found.length >= MOST_MATCHES) return found;
    }
  }
  return found;
}
