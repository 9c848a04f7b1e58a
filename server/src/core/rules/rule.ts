import type { Aims } from '../model/aims';
import type { FileView } from '../model/file-view';
import type { Fix, RelatedPlace, Severity } from '../model/finding';
import type { Span } from '../text/span';

/** What a reader, the page of the rule and the settings need to know of it. */
export interface RuleMeta {
  /** Kebab-case: file, diagnostic code, page and suppression word. */
  readonly name: string;
  readonly severity: Severity;
  /** One sentence: what it finds. */
  readonly summary: string;
  /** Why it matters to an auditor. */
  readonly why: string;
  /** Canonical ids of the clauses and controls it rests on. */
  readonly basis: readonly string[];
  /** How it can be wrong, and how to silence it then. */
  readonly doubt: string;
  /** It also runs on a lone file, where nothing says that its folder is an AIMS. */
  readonly quiet?: boolean;
}

/** A workspace in one string: `//- path` starts a file, a line `^^^ part of the message` marks a finding above it. */
export interface Example {
  readonly text: string;
  readonly note?: string;
}

/** What a rule reports; name and severity are added from its meta and the configuration. */
export interface Report {
  /** The file the finding is placed in; for a rule about one file that file. */
  readonly file?: string;
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly framework?: string;
  readonly subject?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

export interface Rule {
  readonly meta: RuleMeta;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /** Looks at one file. `reads: 'file'` promises that nothing but the file, the frameworks and the settings is read. */
  readonly file?: {
    readonly reads: 'file' | 'workspace';
    readonly check: (view: FileView, aims: Aims) => Iterable<Report>;
  };
  /** Looks at the AIMS as a whole. */
  readonly aims?: (aims: Aims) => Iterable<Report>;
}
