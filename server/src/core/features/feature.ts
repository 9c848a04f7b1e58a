import type { LineRange } from '../model/line-range';
import type { Place } from '../model/place';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** What a reader sees when pointing at something. `markdown` holds no HTML and no command links. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export interface Suggestion {
  readonly label: string;
  /** Right after the label, for example the title of a control. */
  readonly detail?: string;
  /** At the far end of the line, for example a state. */
  readonly description?: string;
  readonly kind: 'control' | 'clause' | 'objective' | 'document' | 'key' | 'value' | 'path' | 'date';
  /** What is typed for it: replaces `edit.span`. */
  readonly edit: TextEdit;
  /** Further edits that go with it, for example the empty title cell of the same row. */
  readonly more?: readonly TextEdit[];
  /** What the editor matches the typed text against, where it is not the label. */
  readonly filterText?: string;
  /** Suggestions appear in the order of these. */
  readonly sortText: string;
  /** Markdown, worked out only when asked for. */
  readonly documentation?: () => string;
}

export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'heading' | 'control' | 'clause' | 'key' | 'row';
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** A definition or a reference: `selection` is the id itself. */
export interface Target extends Place {
  readonly selection: Span;
  /** Lines in place of the spans, which are empty then: the file may be one that is not read. */
  readonly lines?: LineRange;
}

/** A piece of text that opens a file when it is followed. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: Target;
}

/** A line of the Readiness tree. `id` stays the same while the thing it stands for does. */
export interface ReadinessNode {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Why it is not done yet, where the description does not say so. */
  readonly why?: string;
  /** One of the places of its parent: a terminal leaves it out. */
  readonly isPlace?: boolean;
  /** Markdown. */
  readonly tooltip?: string;
  readonly state: 'done' | 'partial' | 'open' | 'excluded' | 'info';
  readonly children: readonly ReadinessNode[];
  readonly place?: Place;
  readonly expanded?: boolean;
}

/** What the tree is opened at. `pdca` groups the clauses by phase, `due` is what has to be done by when. */
export const READINESS_VIEWS = ['clause', 'domain', 'pdca', 'stage1', 'stage2', 'document', 'system', 'due'] as const;
export type ReadinessView = (typeof READINESS_VIEWS)[number];
