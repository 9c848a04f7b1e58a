import { join } from 'node:path';
import { CONFIG_FILE, entriesOf, findAbove, isSkippedFolder } from './folders';

/** The root of one AIMS. Without `configPath` there is no `aims.yaml`. Paths are absolute. */
export interface Located {
  readonly root: string;
  readonly configPath?: string;
}

const MAX_FOLDERS = 20_000;

/**
 * The AIMS that govern a folder: the nearest `aims.yaml` at or above it and those further down, which govern folders of
 * their own. Without any, the folder itself.
 */
export function locate(folder: string): readonly Located[] {
  const above = findAbove(folder, CONFIG_FILE);
  const roots = [...(above === undefined ? [] : [above]), ...rootsBelow(folder).filter((root) => root !== above)];
  return roots.length === 0 ? [{ root: folder }] : roots.map((root) => ({ root, configPath: join(root, CONFIG_FILE) }));
}

function rootsBelow(folder: string): readonly string[] {
  const roots: string[] = [];
  const pending = [folder];
  for (let seen = 0; pending.length > 0 && seen < MAX_FOLDERS; seen++) {
    const current = pending.shift() ?? folder;
    const entries = entriesOf(current);
    if (entries.some((entry) => entry.name === CONFIG_FILE && entry.isFile())) roots.push(current);
    for (const entry of entries)
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) pending.push(join(current, entry.name));
  }
  return roots.sort();
}
