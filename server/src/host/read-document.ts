import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { SourceFile } from '../core/model/aims';
import { formatOf, MAX_BYTES, type MarkdownParser, readSource, unreadable } from '../core/syntax/read-file';

/** Reads one file of the disk. Whatever stands in the way becomes a file that says so; nothing is thrown. */
export function readDocument(path: string, absolute: string, parse: MarkdownParser): SourceFile {
  const read = readText(absolute, MAX_BYTES[formatOf(path)]);
  return typeof read === 'string' ? readSource(path, read, parse) : unreadable(path, read.reason);
}

/** The text of a regular file up to a size; else the reason. A pipe or device is opened without waiting and left alone. */
export function readText(absolute: string, maxBytes: number): string | { readonly reason: string } {
  let handle: number | undefined;
  try {
    handle = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { reason: 'This is no regular file and was not read.' };
    if (stat.size > maxBytes)
      return {
        reason: `The file is larger than ${maxBytes >> 20} MiB and was not read. Split it, or leave it out with \`exclude\`.`,
      };
    const bytes = readAll(handle, stat.size);
    if (bytes.includes(0)) return { reason: 'The file is binary or in an encoding other than UTF-8 and was not read.' };
    return bytes.toString('utf8');
  } catch (error) {
    return { reason: `The file could not be read (${codeOf(error)}).` };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Nearly every document fits; those that do not get a buffer of their own. */
const SHARED = Buffer.allocUnsafe(1 << 16);

/** The bytes of a file of this size, or what it holds by now. The answer is valid until the next call. */
function readAll(handle: number, size: number): Buffer {
  // One byte more than the size shows whether the file has grown since.
  if (size < SHARED.length) {
    const length = readSync(handle, SHARED, 0, SHARED.length, 0);
    if (length <= size) return SHARED.subarray(0, length);
  }
  return readFileSync(handle);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown reason';
