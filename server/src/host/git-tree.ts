import picomatch from 'picomatch';
import type { PathSet } from '../core/model/aims';
import { remember } from '../core/query/remember';
import { countLines } from '../core/text/count-lines';
import { relativePath, resolvePath } from '../core/text/path';
import { git, isNotKnown, type NotKnown } from './run-git';

/** A file of a commit. */
export interface Blob {
  readonly path: string;
  readonly blob: string;
  readonly bytes: number;
}

/** The files of a commit, by their paths from the root of the repository; `prefix` is the root of the AIMS in it. */
export interface Tree {
  readonly repository: string;
  readonly prefix: string;
  readonly blobs: readonly Blob[];
}

/** The files of `git ls-tree`, whose records are `mode type object size<TAB>path`. */
export const blobsOf = (output: string): readonly Blob[] =>
  output.split('\0').flatMap((record) => {
    const match = /^\d+ blob (\w+)\s+(\d+)\t(.*)$/s.exec(record);
    return match?.[1] && match[3] ? [{ path: match[3], blob: match[1], bytes: Number(match[2]) }] : [];
  });

/** The files below the root of the AIMS, by their paths from there. */
export function blobsBelow({ prefix, blobs }: Tree): readonly Blob[] {
  const start = prefix === '' ? '' : `${prefix}/`;
  return blobs.flatMap((one) => (one.path.startsWith(start) ? [{ ...one, path: one.path.slice(start.length) }] : []));
}

/** The texts of files, by their paths. */
export function readBlobs(repository: string, entries: readonly Blob[]): ReadonlyMap<string, string> | NotKnown {
  const result = git(repository, ['cat-file', '--batch'], entries.map((entry) => `${entry.blob}\n`).join(''));
  if (isNotKnown(result)) return result;
  const texts = new Map<string, string>();
  let position = 0;
  for (const entry of entries) {
    const header = result.output.indexOf(10, position);
    const size = Number(result.output.subarray(position, header).toString().split(' ')[2]);
    if (header < 0 || Number.isNaN(size)) return { reason: 'git gave an answer that could not be read.' };
    texts.set(entry.path, result.output.subarray(header + 1, header + 1 + size).toString('utf8'));
    position = header + 1 + size + 1;
  }
  return texts;
}

/** Larger files are data; nobody cites their lines. */
const MAX_BYTES = 4 << 20;
const MOST_MATCHES = 100;

/** What existed at a commit. What lay outside the repository at that time is not looked up: it counts as there. */
export function treePaths(tree: Tree): PathSet {
  const { prefix, repository } = tree;
  const files = new Map(tree.blobs.map((one) => [one.path, one]));
  const folders = foldersOf(files.keys());
  const resolved = (path: string): string => resolvePath(prefix, path);
  const isOutside = (path: string): boolean => path === '..' || path.startsWith('../');
  return {
    kindOf(path) {
      const full = resolved(path);
      return isOutside(full) || files.has(full) ? 'file' : folders.has(full) ? 'directory' : undefined;
    },
    lengthOf: remember((path) => lengthOf(repository, files.get(resolved(path)))),
    matching: remember((pattern) => {
      const full = resolved(pattern);
      if (isOutside(full)) return undefined;
      const fits = picomatch(full);
      const found = [...files.keys()].filter((path) => fits(path)).slice(0, MOST_MATCHES);
      return found.map((path) => relativePath(`${prefix}/`, path));
    }),
    depth: prefix.split('/').filter(Boolean).length,
  };
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>(['']);
  for (const path of paths)
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  return folders;
}

function lengthOf(repository: string, blob: Blob | undefined): number | undefined {
  if (!blob || blob.bytes > MAX_BYTES) return undefined;
  const text = readBlobs(repository, [blob]);
  const found = isNotKnown(text) ? undefined : text.get(blob.path);
  return found === undefined || found.includes('\0') ? undefined : countLines(found);
}
