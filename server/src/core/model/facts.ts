import type { FrameworkId } from '../framework/framework';
import type { Span } from '../text/span';

/**
 * What one file says, without its configuration and without its syntax tree: a compact value with offsets. The running
 * example of these comments is the line `| A.7.4 | Data provenance | Yes |` below `## A.7 Data (ISO/IEC 42001)`.
 */
export interface FileFacts {
  readonly format: 'markdown' | 'yaml' | 'csv';
  /** The first heading, or the title a YAML file gives itself. */
  readonly title?: Text;
  readonly headings: readonly Heading[];
  readonly metadata: readonly MetadataEntry[];
  /** The span of the front matter with its fences, where there is one. */
  readonly frontMatter?: Span;
  readonly grids: readonly Grid[];
  readonly links: readonly Link[];
  /** Explicit anchors (`<a id="x">`), besides those of the headings. */
  readonly anchors: readonly string[];
  readonly references: readonly RawReference[];
  /** Every standard the text names, in order of appearance. */
  readonly standards: readonly NamedStandard[];
  readonly placeholders: readonly Placeholder[];
  /** Comments to the checks, in order of appearance. */
  readonly directives: readonly CheckComment[];
  /** Where reading stopped or went wrong. */
  readonly problems: readonly Problem[];
  /** In YAML: keys that stand a second time in one map. */
  readonly repeatedKeys?: readonly Text[];
}

export interface Text {
  readonly text: string;
  readonly span: Span;
}

/** `<!-- aims-ignore-line placeholder: a quotation -->`: `text` is what stands between the marks, `whole` includes them. */
export interface CheckComment extends Text {
  readonly whole: Span;
}

export interface Heading extends Text {
  /** 1 for `#`. */
  readonly depth: number;
  /** From the start of this heading to the start of the next one of the same or a higher level. */
  readonly section: Span;
}

/** One `key: value` of metadata, in whatever shape it was written. */
export interface MetadataEntry {
  /** As written. */
  readonly key: string;
  readonly keySpan: Span;
  /** Source text of the value without quotes; for a list, the joined items. */
  readonly value: string;
  readonly valueSpan: Span;
  /** Members of a list value, or the single value. */
  readonly items: readonly Text[];
  /** `line` is a `Key: value` line without marks. */
  readonly source: 'front-matter' | 'bold' | 'line' | 'table' | 'change-log' | 'badge' | 'yaml';
}

/** A table of Markdown or CSV, or a list of maps in YAML. Rows and columns keep the author's order. */
export interface Grid {
  readonly source: 'markdown' | 'yaml' | 'csv';
  readonly span: Span;
  /** Index into `headings` of the nearest enclosing heading. */
  readonly heading?: number;
  /** The key a list of YAML stands under. */
  readonly key?: Text;
  readonly header: readonly Text[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly span: Span;
  /** As many as the header has; `undefined` where the row is short or the key is absent. */
  readonly cells: readonly (Cell | undefined)[];
}

/** One cell: `text` is what a reader sees, `span` is the content without surrounding blanks (empty where the cell is). */
export interface Cell extends Text {
  /** Links and backticked paths in the cell, or the members of a YAML list. */
  readonly targets: readonly Link[];
}

export interface Link {
  /** As written, for example `../policies/ai-policy.md#scope`. */
  readonly target: string;
  readonly span: Span;
  /** `code` is a backticked path; `value` is the plain value of an evidence-like key or cell. */
  readonly kind: 'link' | 'image' | 'definition' | 'code' | 'value';
}

/** A mention of a clause, control, objective or Annex B id, before it is known which standard it belongs to. */
export interface RawReference {
  readonly form: 'annex-a' | 'annex-b' | 'clause';
  /** `A.7.4`, `B.7.4`, `6.1.3`. */
  readonly id: string;
  /** The `f` of `Clause 6.1.3(f)`. */
  readonly item?: string;
  /** Of the id alone, prefix included: `42001:A.7.4`. */
  readonly span: Span;
  readonly place: 'prose' | 'heading' | 'cell' | 'metadata';
  /** Named right before the id: `ISO/IEC 42001 A.7.4`, `42001:A.7.4`. */
  readonly explicit?: FrameworkId;
  /** Named in the header of the column. */
  readonly column?: FrameworkId;
  /** Named elsewhere in the same line or row. */
  readonly line?: FrameworkId;
  /** Named in the nearest enclosing heading that names one. */
  readonly heading?: FrameworkId;
  /** The id is given as a title's number: `## A.7.4 Quality of data`, `A.7.4: Quality of data`. */
  readonly title?: Text;
  /** The first or last member of a range of chapters (`clauses 4–10`), which covers nothing. */
  readonly chapterRange?: boolean;
  /** A numbered heading (`## 5.2 AI policy`): a clause only if the title fits. */
  readonly numberedHeading?: boolean;
  /** Written without `A.` or the word clause, in a cell: counts only where something names the standard. */
  readonly bare?: boolean;
}

export interface NamedStandard {
  readonly framework: FrameworkId;
  readonly span: Span;
}

export interface Placeholder extends Text {
  readonly pattern: string;
}

export interface Problem {
  readonly message: string;
  readonly span: Span;
}
