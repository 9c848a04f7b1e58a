import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Name of the file that marks the root of an AIMS. */
export const CONFIG_FILE = 'aims.yaml';

/** Folders that never hold documents of an organization. */
export const isSkippedFolder = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** The kind of a path, following links; nothing where it does not exist or may not be looked at. */
export function kindOfPath(path: string): 'file' | 'directory' | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  return stat.isDirectory() ? 'directory' : 'file';
}

/** As `kindOfPath`, for paths that may lead through files or be too long. */
export function safeKindOfPath(path: string): 'file' | 'directory' | undefined {
  try {
    return kindOfPath(path);
  } catch {
    return undefined;
  }
}

/** The nearest folder at or above `folder` that holds `name`. */
export function findAbove(folder: string, name: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (safeKindOfPath(join(current, name)) !== undefined) return current;
    if (dirname(current) === current) return undefined;
  }
}

/** The entries of a folder in the order of their names; none where it may not be read. */
export function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
