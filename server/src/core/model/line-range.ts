import { linesBehindPath } from '../syntax/path-like';

/** Lines of a file, the first and the last one meant. They count from 1, as in `#L10-L20`. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

const FRAGMENT = /^L(\d{1,7})(?:C\d+)?(?:-L?(\d{1,7})(?:C\d+)?)?$/i;

/** Reads the fragment `L10`, `L10-L20`, `L10-20` or `L10C3-L12C9`; nothing for one that names no lines. */
export function linesInFragment(fragment: string): LineRange | undefined {
  const match = FRAGMENT.exec(fragment);
  return match ? ordered(Number(match[1]), Number(match[2] ?? match[1])) : undefined;
}

/** Parts `src/model.py:10-20` into the path and its lines; a path alone comes back as it is. */
export function withoutLines(path: string): { readonly path: string; readonly lines?: LineRange } {
  const found = linesBehindPath(path);
  return found ? { path: found.path, lines: ordered(found.first, found.last) } : { path };
}

const ordered = (one: number, other: number): LineRange => ({
  first: Math.min(one, other),
  last: Math.max(one, other),
});
