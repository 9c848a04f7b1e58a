import { memo } from '../query/memo';
import { isPathPattern } from '../syntax/path-like';
import { countLines } from '../text/count-lines';
import { decodePath, folderOf, resolvePath } from '../text/path';
import type { Aims, SourceFile } from './aims';
import { hasAnchor } from './anchors';
import type { Link } from './facts';
import { type LineRange, linesInFragment, withoutLines } from './line-range';

/** Where a link leads. `unknown` is a place nobody can judge from here (other sites, unfilled templates). */
export type Target =
  | { readonly kind: 'external' | 'unknown' }
  | {
      readonly kind: 'file' | 'directory';
      readonly path: string;
      readonly fragment?: string;
      readonly lines?: LineRange;
    }
  /** What a pattern stands for: at least one file, in order. */
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'missing'; readonly path: string; readonly pattern: boolean }
  | { readonly kind: 'missing-anchor'; readonly path: string; readonly fragment: string }
  /** The file is there and has only `length` lines. */
  | { readonly kind: 'missing-line'; readonly path: string; readonly lines: LineRange; readonly length: number };

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const PATTERN = /[{}<>*|"\n]|\.\.\.|…|\[|\]/;

/**
 * Follows a link written in `file`. Paths are tried from the folder of the file; those in code or tables also from each
 * folder above it, up to the root of the repository. `/x` stands for the root of the AIMS or of the repository.
 */
export function followLink(aims: Aims, file: SourceFile, link: Link): Target {
  const { path, fragment, lines } = partsOf(link);
  if (path === undefined) return { kind: 'external' };
  if (PATTERN.test(path)) return isPathPattern(path) ? followPattern(aims, file, link, path) : { kind: 'unknown' };
  const candidates = candidatesFor(aims, file, link, path);
  const found = candidates.find((one) => one === '' || aims.paths.kindOf(one) !== undefined);
  if (found === undefined) return missing(path, candidates[0] ?? path, false);
  return placeIn(aims, found, fragment, lines);
}

interface LinkParts {
  /** Without it the link leads to another site. */
  readonly path?: string;
  readonly fragment?: string;
  readonly lines?: LineRange;
}

function partsOf(link: Link): LinkParts {
  const written = link.target.trim();
  const loose = isLoose(link) ? withoutLines(written) : { path: written };
  if (loose.path === '' || SCHEME.test(loose.path)) return {};
  const hash = loose.path.indexOf('#');
  const path = (hash < 0 ? loose.path : loose.path.slice(0, hash)).replace(/\?.*$/, '');
  const fragment = hash < 0 ? '' : decodePath(loose.path.slice(hash + 1));
  return {
    path: decodePath(path),
    ...(fragment === '' ? {} : { fragment }),
    ...(loose.lines ? { lines: loose.lines } : {}),
  };
}

/** A path in backticks or in a table is written from wherever its author thought of, and may end with `:12`. */
const isLoose = ({ kind }: Link): boolean => kind === 'code' || kind === 'value';

function followPattern(aims: Aims, file: SourceFile, link: Link, pattern: string): Target {
  const candidates = candidatesFor(aims, file, link, pattern);
  for (const candidate of candidates) {
    const paths = aims.paths.matching(candidate);
    if (!paths) return { kind: 'unknown' };
    if (paths.length > 0) return { kind: 'files', paths };
  }
  return missing(pattern, candidates[0] ?? pattern, true);
}

/** Without the repository around it nobody knows what `/docs/x.md` is meant to start from. */
const missing = (written: string, path: string, pattern: boolean): Target =>
  written.startsWith('/') ? { kind: 'unknown' } : { kind: 'missing', path, pattern };

function candidatesFor(aims: Aims, file: SourceFile, link: Link, path: string): readonly string[] {
  if (path === '') return [file.path];
  const above = Array.from({ length: aims.paths.depth }, (_, index) => '../'.repeat(index + 1));
  if (path.startsWith('/')) return [resolvePath('', path), ...above.slice(-1).map((up) => resolvePath('', up + path))];
  const own = isLoose(link) ? foldersUp(folderOf(file.path)) : [folderOf(file.path)];
  return [...own, ...(isLoose(link) ? above : [])].map((folder) => resolvePath(folder, path));
}

/** A folder and those above it, down to the root. */
function foldersUp(folder: string): readonly string[] {
  return folder === '' ? [''] : [folder, ...foldersUp(folderOf(folder))];
}

function placeIn(aims: Aims, path: string, fragment: string | undefined, stated: LineRange | undefined): Target {
  const kind = path === '' ? 'directory' : (aims.paths.kindOf(path) ?? 'file');
  const target = { kind, path, ...(fragment === undefined ? {} : { fragment }) };
  if (fragment !== undefined && isHeading(aims, path, fragment)) return target;
  const lines = kind === 'file' ? (stated ?? linesInFragment(fragment ?? '')) : undefined;
  if (lines) return lineIn(aims, path, lines) ?? { ...target, lines };
  return fragment === undefined || !isRead(aims, path) ? target : { kind: 'missing-anchor', path, fragment };
}

function lineIn(aims: Aims, path: string, lines: LineRange): Target | undefined {
  const length = lengthOf(aims, path);
  const fits = length === undefined || (lines.first >= 1 && lines.last <= length);
  return fits ? undefined : { kind: 'missing-line', path, lines, length };
}

const lengthOf = (aims: Aims, path: string): number | undefined => {
  const file = aims.files.get(path);
  return file && file.text !== '' ? LENGTH(file).lines : aims.paths.lengthOf(path);
};

const LENGTH = memo((file: SourceFile) => ({ lines: countLines(file.text) }));

/** Anchors are judged only in Markdown that was read as a whole. */
function isRead(aims: Aims, path: string): boolean {
  const target = aims.files.get(path);
  return target?.facts.format === 'markdown' && target.facts.problems.length === 0;
}

function isHeading(aims: Aims, path: string, fragment: string): boolean {
  const target = aims.files.get(path);
  return target?.facts.format === 'markdown' && hasAnchor(target, fragment);
}
