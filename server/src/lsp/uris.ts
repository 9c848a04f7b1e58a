import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a `file:` address; nothing for `untitled:`, `git:` and other places that are not on disk. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

export const uriOf = (path: string): string => pathToFileURL(path).href;
