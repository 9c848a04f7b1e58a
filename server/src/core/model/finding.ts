import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Something a reviewer would mark. `file` is the path relative to the root of the AIMS, with `/`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** `.` stands for the root itself, where no file is a fitting place. */
  readonly file: string;
  readonly span: Span;
  readonly message: string;
  readonly framework?: string;
  /** Canonical id of what it is about, for example `42001:A.7.4`. */
  readonly subject?: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

export interface RelatedPlace {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/** An edit that answers a finding. */
export interface Fix {
  readonly title: string;
  /** The likelier of several fixes. */
  readonly preferred: boolean;
  /** Safe to apply without looking: the meaning of the text is certain. */
  readonly safe: boolean;
  readonly edits: readonly FileEdit[];
}

export interface FileEdit extends TextEdit {
  readonly file: string;
  /** The file is made with `newText`; `span` is empty. */
  readonly create?: boolean;
  /** A part of `newText` its author has to replace: selected in clients that can. */
  readonly placeholder?: string;
}
