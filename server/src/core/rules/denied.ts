import { deniesExistence } from '../framework/synonyms';
import type { Span } from '../text/span';

/** Whether the line itself says that what it names does not exist: a change log that tells of a removed clause. */
export function isDenied(text: string, span: Span): boolean {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  return deniesExistence(text.slice(start, end === -1 ? text.length : end));
}
