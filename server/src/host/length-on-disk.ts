import { statSync } from 'node:fs';
import { countLines } from '../core/text/count-lines';
import { readText } from './read-document';

/** Larger files are data; nobody cites their lines. */
const MAX_BYTES = 4 << 20;
/** So that a session of weeks does not grow: when so many are known, all are forgotten. */
const MAX_KNOWN = 4096;

interface Measured {
  readonly changed: number;
  readonly bytes: number;
  readonly lines: number | undefined;
}

const KNOWN = new Map<string, Measured>();

/** The number of lines of a text file on disk, counted again only when the file has changed. */
export function lengthOnDisk(absolute: string): number | undefined {
  const stat = safeStat(absolute);
  if (!stat?.isFile() || stat.size > MAX_BYTES) return undefined;
  const known = KNOWN.get(absolute);
  if (known && known.changed === stat.mtimeMs && known.bytes === stat.size) return known.lines;
  const text = readText(absolute, MAX_BYTES);
  const lines = typeof text === 'string' ? countLines(text) : undefined;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(absolute, { changed: stat.mtimeMs, bytes: stat.size, lines });
  return lines;
}

/** Whether anybody asked for the length of a file: then a change of it matters. */
export const wasMeasured = (absolute: string): boolean => KNOWN.has(absolute);

function safeStat(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
