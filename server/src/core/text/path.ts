/** Paths inside an AIMS: relative to its root, with `/`, never starting with one. */

/** Joins and resolves `.` and `..`; the result may start with `..` where it leaves the root. */
export function resolvePath(folder: string, relative: string): string {
  const parts = relative.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const part of relative.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The folder of a path, empty for one at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The name without its last extension, in lower case: `AI-Policy.md` → `ai-policy`. */
export const stemOf = (path: string): string =>
  fileNameOf(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();

/** How `to` is written in a link from the file `from`. */
export function relativePath(from: string, to: string): string {
  const here = folderOf(from).split('/').filter(Boolean);
  const there = to.split('/').filter(Boolean);
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** Decodes `%20` and the like; a broken escape stays as it is. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
