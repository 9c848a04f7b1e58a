import type { Framework, FrameworkId } from '../framework/framework';
import type { Severity } from '../model/finding';
import type { CivilDate } from '../text/civil-date';
import type { Span } from '../text/span';

/** A fault of the settings at its exact place, as a sentence with what to do. */
export interface ConfigProblem {
  /** Relative to the root of the AIMS; a shared file may lie above it. */
  readonly file: string;
  readonly span: Span;
  readonly message: string;
  /** Counted from 1, for readers who do not have the file before them. */
  readonly line: number;
}

/** A name in the settings that only the product can judge: of a rule, a kind, a type of record. */
export interface ConfigName extends Omit<ConfigProblem, 'message'> {
  readonly sort: NameSort;
  readonly name: string;
}

export const NAME_SORTS = ['rule', 'kind', 'record', 'field'] as const;
export type NameSort = (typeof NAME_SORTS)[number];

/** What a team asks of a suppression before it counts. */
export interface SuppressionPolicy {
  readonly requireOwner: boolean;
  readonly requireExpiry: boolean;
  /** The farthest expiry from today, in months. */
  readonly maxMonths?: number;
  /** Rules whose findings nobody may accept. */
  readonly never: ReadonlySet<string>;
}

/** The settings as the engine uses them: defaults filled in, dates and globs read. */
export interface Config {
  /** Path of the file the settings come from; `undefined` where there is none. */
  readonly path?: string;
  readonly organization?: string;
  readonly roles: readonly string[];
  readonly frameworks: readonly FrameworkId[];
  /** In order of appearance; the first glob that fits a path decides. */
  readonly defaults: readonly { readonly glob: string; readonly framework: FrameworkId }[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly kinds: readonly { readonly glob: string; readonly kind: string }[];
  /** Canonical metadata field by normalized key, in addition to the shipped synonyms. */
  readonly metadataKeys: ReadonlyMap<string, string>;
  readonly defaultReviewMonths: number;
  readonly evidenceMonths: number;
  readonly reviewMonthsByKind: ReadonlyMap<string, number>;
  readonly certificate: { readonly decidedOn?: CivilDate; readonly expiresOn?: CivilDate };
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Globs of files a rule leaves alone, by rule. */
  readonly ruleExcludes: ReadonlyMap<string, readonly string[]>;
  readonly suppressions: SuppressionPolicy;
  /** How ids of this organization look, by what they stand for. */
  readonly ids: readonly { readonly type: string; readonly pattern: string }[];
  /** Names a profile can be chosen by: those the product ships and those of the settings. */
  readonly profiles: readonly string[];
  /** The file itself and those it extends, also where they could not be read: a change of one changes the settings. */
  readonly sources: readonly string[];
  /** Files of `framework_files`, also those that could not be read. */
  readonly frameworkFiles: readonly string[];
  /** The frameworks they define, in that order. */
  readonly ownFrameworks: readonly Framework[];
  readonly problems: readonly ConfigProblem[];
  readonly names: readonly ConfigName[];
}

export const DEFAULT_INCLUDE = ['**/*.md', '**/*.markdown', '**/*.yaml', '**/*.yml', '**/*.csv'] as const;
