import { CHANGES } from '../../../framework/document-words';
import { metadataField } from '../../../framework/synonyms';
import type { Cell, Grid, GridRow, MetadataEntry, Text } from '../../../model/facts';
import { parseDate } from '../../../text/civil-date';

/** Whether a table lists the versions of the document it stands in: a version, a date, and what changed or who did it. */
export function isChangeLog({ header }: Grid): boolean {
  const fields = header.map((cell) => metadataField(cell.text));
  const says = header.some((cell) => CHANGES.test(cell.text));
  return (
    header.length <= 7 &&
    fields.includes('version') &&
    fields.includes('approved_on') &&
    (says || fields.includes('author') || fields.includes('approver'))
  );
}

/**
 * What the newest row says of the document: its version, and when and by whom it was approved. A log without approvers
 * says only when the document was last changed.
 */
export function changeLogEntries(grid: Grid): readonly MetadataEntry[] {
  const fields = grid.header.map((cell) => metadataField(cell.text));
  const newest = newestRow(grid, fields.indexOf('approved_on'), fields.indexOf('version'));
  if (!newest) return [];
  const isApproved = fields.some((field, index) => field === 'approver' && (newest.cells[index]?.text ?? '') !== '');
  return grid.header.flatMap((header, index) => {
    const cell = newest.cells[index];
    const field = fields[index];
    if (!cell || cell.text === '' || !WANTED.has(field)) return [];
    return [entryOf(field === 'approved_on' && !isApproved ? { ...header, text: 'last updated' } : header, cell)];
  });
}

const WANTED: ReadonlySet<string | undefined> = new Set(['version', 'approved_on', 'approver', 'author', 'status']);

/** The row with the latest date, of several the one with the highest version; without dates the last that says anything. */
function newestRow({ rows }: Grid, dateColumn: number, versionColumn: number): GridRow | undefined {
  let newest: GridRow | undefined;
  let latest = '';
  for (const row of rows) {
    const date = parseDate(row.cells[dateColumn]?.text ?? '');
    if (date === undefined || date < latest) continue;
    const isOlder = date === latest && compareVersions(row, newest, versionColumn) < 0;
    if (!isOlder) [newest, latest] = [row, date];
  }
  return newest ?? rows.findLast((row) => row.cells.some((cell) => cell !== undefined && cell.text !== ''));
}

function compareVersions(a: GridRow, b: GridRow | undefined, column: number): number {
  const [left, right] = [a, b].map((row) => (row?.cells[column]?.text.match(/\d+/g) ?? []).map(Number));
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const entryOf = (header: Text, cell: Cell): MetadataEntry => ({
  key: header.text,
  keySpan: header.span,
  value: cell.text,
  valueSpan: cell.span,
  items: [{ text: cell.text, span: cell.span }],
  source: 'change-log',
});
