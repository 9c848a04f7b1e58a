import type { Aims, Mode } from '../../server/src/core/model/aims';
import { type MarkdownParser } from '../../server/src/core/syntax/read-file';
import type { CivilDate } from '../../server/src/core/text/civil-date';
/** A finding an example expects: a part of its message at a place. */
export interface Expected {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}
export interface Workspace {
  readonly aims: Aims;
  readonly expected: readonly Expected[];
  /** Where `$0` stood. */
  readonly caret?: {
    readonly file: string;
    readonly offset: number;
  };
}
export declare const TODAY: CivilDate;
interface Options {
  readonly mode?: Mode;
  readonly today?: string;
  readonly parse?: MarkdownParser;
}
/**
 * Reads a workspace from one string: `//- path` starts a file, `$0` is the caret, and a line of `^^^ message` says that
 * a finding is expected at that place of the line above.
 */
export declare function workspace(text: string, options?: Options): Workspace;
export declare function aimsOf(texts: ReadonlyMap<string, string>, options?: Options): Aims;
