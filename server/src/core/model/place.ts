import type { Span } from '../text/span';

/** Somewhere a reader can be sent: a span of a file, whose path is relative to the root of the AIMS. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}
