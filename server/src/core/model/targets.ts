import { decodePath, folderOf, resolvePath } from '../text/path';
import type { Aims, SourceFile } from './aims';
import { hasAnchor } from './anchors';
import type { Link } from './facts';

/** Where a link leads. `unknown` is a place nobody can judge from here (other sites, patterns, paths of a repository root above). */
export type Target =
  | { readonly kind: 'external' | 'unknown' }
  | { readonly kind: 'file' | 'directory'; readonly path: string; readonly fragment?: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'missing-anchor'; readonly path: string; readonly fragment: string };

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const PATTERN = /[{}<>*|"\n]|\.\.\.|…|\[|\]/;

/** Follows a link written in `file`. Paths are tried from the folder of the file; `/x` from the root of the AIMS. */
export function followLink(aims: Aims, file: SourceFile, link: Link): Target {
  const written = link.target.trim();
  if (written === '' || SCHEME.test(written)) return { kind: 'external' };
  if (PATTERN.test(written)) return { kind: 'unknown' };
  const [pathPart = '', fragment] = splitFragment(written);
  const candidates =
    link.kind === 'code' || link.kind === 'value' ? looseCandidates(file, pathPart) : strictCandidates(file, pathPart);
  const found = candidates.find((path) => path === '' || aims.paths.kindOf(path) !== undefined);
  if (found === undefined) return missing(pathPart, candidates[0] ?? pathPart);
  if (fragment !== undefined && fragment !== '' && !leadsTo(aims, found, fragment))
    return { kind: 'missing-anchor', path: found, fragment };
  const kind = found === '' ? 'directory' : (aims.paths.kindOf(found) ?? 'file');
  return { kind, path: found, ...(fragment === undefined ? {} : { fragment }) };
}

/** `/docs/x.md` means the root of a repository, which may lie above that of the AIMS. */
const missing = (written: string, path: string): Target =>
  written.startsWith('/') ? { kind: 'unknown' } : { kind: 'missing', path };

function splitFragment(target: string): [string, string | undefined] {
  const hash = target.indexOf('#');
  const path = (hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, '');
  return [decodePath(path), hash < 0 ? undefined : decodePath(target.slice(hash + 1))];
}

function strictCandidates(file: SourceFile, path: string): readonly string[] {
  if (path === '') return [file.path];
  return [resolvePath(folderOf(file.path), path)];
}

/** A path in backticks or in a table is written from wherever its author thought of: here, or any folder above. */
function looseCandidates(file: SourceFile, path: string): readonly string[] {
  const folders = [folderOf(file.path)];
  for (let folder = folders[0] ?? ''; folder !== ''; ) {
    folder = folderOf(folder);
    folders.push(folder);
  }
  return folders.map((folder) => resolvePath(folder, path));
}

/** Anchors are checked only in Markdown that was read; lines of code (`#L10-L20`) are taken as they are. */
function leadsTo(aims: Aims, path: string, fragment: string): boolean {
  const target = aims.files.get(path);
  if (target?.facts.format !== 'markdown' || /^L\d+/.test(fragment) || target.facts.problems.length > 0) return true;
  return hasAnchor(target, fragment);
}
