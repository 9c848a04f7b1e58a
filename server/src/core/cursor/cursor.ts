import { type Field, fieldOf } from '../document/document';
import type { Aims } from '../model/aims';
import type { Cell, Grid, GridRow, Heading, Link, MetadataEntry } from '../model/facts';
import { type FileView, type Reference, viewAt } from '../model/file-view';
import { type Span, spanContains } from '../text/span';

/** What stands at a place of a file. Every feature is a switch over it. */
export type Cursor =
  | { readonly kind: 'reference'; readonly reference: Reference; readonly span: Span }
  | { readonly kind: 'link'; readonly link: Link; readonly span: Span }
  | {
      readonly kind: 'metadata-key';
      readonly entry: MetadataEntry;
      readonly field: Field | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'metadata-value';
      readonly entry: MetadataEntry;
      readonly field: Field | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'heading'; readonly heading: Heading; readonly span: Span }
  | { readonly kind: 'nothing' };

/** A cell of a table, list or CSV file that holds an offset. */
export interface CellPlace {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly column: number;
  readonly cell: Cell | undefined;
}

export function cursorAt(aims: Aims, path: string, offset: number): Cursor {
  const view = viewAt(aims, path);
  if (!view) return { kind: 'nothing' };
  return (
    referenceAt(view, offset) ??
    linkAt(view, offset) ??
    metadataAt(aims, view, offset) ??
    headingAt(view, offset) ?? { kind: 'nothing' }
  );
}

/** Of references that share a place (a range names what lies between) the shortest is meant. */
export function referenceAt(view: FileView, offset: number): (Cursor & { kind: 'reference' }) | undefined {
  const hits = view.references.filter(({ raw }) => raw.span.start <= offset && offset <= raw.span.end);
  const reference = hits.sort((a, b) => length(a.raw.span) - length(b.raw.span))[0];
  return reference && { kind: 'reference', reference, span: reference.raw.span };
}

const length = (span: Span): number => span.end - span.start;

function linkAt(view: FileView, offset: number): Cursor | undefined {
  const link = view.file.facts.links.find((candidate) => spanContains(candidate.span, offset));
  return link && { kind: 'link', link, span: link.span };
}

function metadataAt(aims: Aims, view: FileView, offset: number): Cursor | undefined {
  for (const entry of view.file.facts.metadata) {
    const field = fieldOf(entry.key, aims.config);
    if (spanContains(entry.keySpan, offset)) return { kind: 'metadata-key', entry, field, span: entry.keySpan };
    if (spanContains(entry.valueSpan, offset)) return { kind: 'metadata-value', entry, field, span: entry.valueSpan };
  }
  return undefined;
}

function headingAt(view: FileView, offset: number): Cursor | undefined {
  const heading = view.file.facts.headings.find((candidate) => spanContains(candidate.span, offset));
  return heading && { kind: 'heading', heading, span: heading.span };
}

/** The innermost grid whose row holds the offset, and the column it is in. */
export function cellAt(view: FileView, offset: number): CellPlace | undefined {
  const grids = view.file.facts.grids.filter((grid) => spanContains(grid.span, offset));
  for (const grid of grids.sort((a, b) => length(a.span) - length(b.span))) {
    const row = grid.rows.find((candidate) => spanContains(candidate.span, offset));
    const column = row && columnAt(grid, row, offset, view.file.text);
    if (row && column !== undefined) return { grid, row, column, cell: row.cells[column] };
  }
  return undefined;
}

function columnAt(grid: Grid, row: GridRow, offset: number, text: string): number | undefined {
  const exact = row.cells.findIndex((cell) => cell !== undefined && spanContains(cell.span, offset));
  if (exact >= 0 || grid.source !== 'markdown') return exact < 0 ? undefined : exact;
  return markdownColumn(text.slice(row.span.start, offset), grid.header.length);
}

/** Counts the pipes before the caret; an escaped one is text. */
function markdownColumn(before: string, width: number): number | undefined {
  const pipes = before.replace(/\\./g, '  ').split('|').length - 1;
  const column = before.trimStart().startsWith('|') ? pipes - 1 : pipes;
  return column >= 0 && column < width ? column : undefined;
}
