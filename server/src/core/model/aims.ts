import type { Framework, FrameworkId } from '../framework/framework';
import type { Config } from '../records/config';
import type { CivilDate } from '../text/civil-date';
import type { FileFacts } from './facts';

/** One file as it stands: a change makes a new value, so identity is the version. */
export interface SourceFile {
  /** Relative to the root of the AIMS, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly facts: FileFacts;
}

/**
 * How much is asked of the files. `configured`: there is an `aims.yaml`. `adopted`: the folder is checked as an AIMS
 * without one. `quiet`: a lone file in an editor; only ids, titles and references are looked at.
 */
export type Mode = 'configured' | 'adopted' | 'quiet';

/** Everything that is known of one AIMS at one moment: immutable, with the clock and the disk as fields. */
export interface Aims {
  readonly mode: Mode;
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Every path below the root that exists on disk, files and folders, whether it is read or not. */
  readonly paths: PathSet;
  readonly config: Config;
  readonly frameworks: ReadonlyMap<FrameworkId, Framework>;
  readonly today: CivilDate;
}

/**
 * What exists, asked by a path relative to the root. A path may leave the root (`../src/model.py`): documentation stands
 * next to code.
 */
export interface PathSet {
  kindOf(path: string): 'file' | 'directory' | undefined;
  /** The number of lines of a text file; nothing where it cannot be told (no text, too large, outside the repository). */
  lengthOf(path: string): number | undefined;
  /** Files that fit a pattern, the first of them in order; nothing where there is too much to look through. */
  matching(pattern: string): readonly string[] | undefined;
  /** How many folders the root of the repository lies above this root: people write paths from there too. */
  readonly depth: number;
}
