import { type Field, fieldOf } from '../document/document';
import type { Aims } from '../model/aims';
import type { Cell, Grid, GridRow, Heading, Link, MetadataEntry, Text } from '../model/facts';
import { type FileView, type Reference, viewAt } from '../model/file-view';
import { fieldOfColumn } from '../model/record-columns';
import { type AimsRecord, type RecordValue, recordsOf, recordTablesOf } from '../model/records';
import { type SymbolPlace, symbolAt } from '../model/symbols';
import { fieldNamed, type RecordField, type RecordType } from '../records/record-type';
import { lineSpanAt } from '../text/line-index';
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
  | { readonly kind: 'symbol'; readonly symbol: SymbolPlace; readonly span: Span }
  | { readonly kind: 'record-key'; readonly type: RecordType; readonly field: RecordField; readonly span: Span }
  | {
      readonly kind: 'record-value';
      readonly record: AimsRecord;
      readonly field: RecordField;
      readonly value: RecordValue;
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
    symbolCursorAt(aims, path, offset) ??
    recordKeyAt(aims, view, offset) ??
    recordValueAt(aims, view, offset) ??
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

function symbolCursorAt(aims: Aims, path: string, offset: number): Cursor | undefined {
  const symbol = symbolAt(aims, path, offset);
  return symbol && { kind: 'symbol', symbol, span: symbol.span };
}

/** The header of a column or the key of a list item, where a table or list holds records. */
function recordKeyAt(aims: Aims, view: FileView, offset: number): Cursor | undefined {
  for (const table of recordTablesOf(aims, view.file)) {
    const { type, grid } = table;
    const key =
      grid.source === 'yaml'
        ? yamlKeyAt(view, grid, offset)
        : grid.header.find(({ span }) => spanContains(span, offset));
    const index = key ? grid.header.findIndex((header) => header.text === key.text) : -1;
    const name = fieldOfColumn(table, index);
    const field = name === undefined ? undefined : fieldNamed(type, name);
    if (key && field) return { kind: 'record-key', type, field, span: key.span };
  }
  return undefined;
}

const YAML_KEY = /^(\s*(?:-\s+)*)(["']?)([^\s"'#:][^"'#:]*)\2\s*:/;

/** The key in the line of an offset. Each row of a list repeats its keys, and facts keep only the first of each. */
function yamlKeyAt({ file }: FileView, grid: Grid, offset: number): Text | undefined {
  if (!spanContains(grid.span, offset)) return undefined;
  const line = lineSpanAt(file.text, offset);
  const match = YAML_KEY.exec(file.text.slice(line.start, line.end));
  if (match?.[3] === undefined) return undefined;
  const start = line.start + (match[1]?.length ?? 0) + (match[2]?.length ?? 0);
  const span = { start, end: start + match[3].length };
  return spanContains(span, offset) ? { text: match[3], span } : undefined;
}

/** A value of a record, in a cell or in metadata that only records have. */
function recordValueAt(aims: Aims, view: FileView, offset: number): Cursor | undefined {
  for (const record of recordsOf(aims, view.file)) {
    if (!spanContains(record.span, offset)) continue;
    for (const [name, value] of record.fields) {
      const field = fieldNamed(record.type, name);
      if (!field || isDocumentField(aims, view, record, value)) continue;
      if (spanContains(value.span, offset)) return { kind: 'record-value', record, field, value, span: value.span };
      if (record.reason === 'front matter' && spanContains(value.key.span, offset))
        return { kind: 'record-key', type: record.type, field, span: value.key.span };
    }
  }
  return undefined;
}

/** What every document has is explained as such, also in a document that is a record; not in a record that is no document. */
const isDocumentField = (aims: Aims, view: FileView, record: AimsRecord, value: RecordValue): boolean =>
  record.reason === 'front matter' &&
  view.document.kind !== undefined &&
  fieldOf(value.key.text, aims.config) !== undefined;

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
