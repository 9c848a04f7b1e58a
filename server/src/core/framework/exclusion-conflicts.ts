import data from '../../../data/frameworks/iso-42001/exclusion-conflicts.yaml';

/** What an exclusion can be at odds with; the test of the data checks shape and ids. */
export interface ExclusionConflicts {
  /** Clauses that ask for the subject of a control, by its id. */
  readonly demanded: Readonly<Record<string, readonly string[]>>;
  readonly supplied: readonly string[];
  readonly trained: readonly string[];
  readonly roles: readonly {
    readonly domains: readonly string[];
    readonly held: readonly string[];
  }[];
}

export const EXCLUSION_CONFLICTS = data as ExclusionConflicts;
