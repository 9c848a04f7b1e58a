import type { ControlRow } from '../model/control-table';
import type { Cell } from '../model/facts';
import type { FileEdit } from '../model/finding';
import { cellOf, type SoaColumn, type SoaTable } from '../model/soa';

/** Puts a word into one cell of a row, whatever the table is written in; nothing where the row has no such place. */
export function cellEdit(table: SoaTable, row: ControlRow, column: SoaColumn, text: string): readonly FileEdit[] {
  const cell = cellOf(table, row, column);
  const source = table.file.text;
  const file = table.file.path;
  if (!cell) return table.grid.source === 'yaml' ? newKey(table, row, column, text) : [];
  const { span } = cell;
  if (span.end > span.start) return [{ file, span, newText: text }];
  return [{ file, span, newText: `${gapBefore(source, cell)}${text}${gapAfter(source, cell)}` }];
}

/** An empty cell may be nothing but its two pipes, an empty key nothing but its colon. */
const gapBefore = (source: string, { span }: Cell): string => (/[|:]/.test(source[span.start - 1] ?? '') ? ' ' : '');
const gapAfter = (source: string, { span }: Cell): string => (source[span.end] === '|' ? ' ' : '');

/** A key the item of a YAML list lacks: on a line of its own below the decision. */
function newKey(table: SoaTable, row: ControlRow, column: SoaColumn, text: string): readonly FileEdit[] {
  const { text: source, path: file } = table.file;
  const key = table.grid.header[table.columns.get(column) ?? -1]?.text;
  const above = cellOf(table, row, 'applicable') ?? cellOf(table, row, 'control');
  const { start } = row.row.span;
  if (key === undefined || !above || source[start] === '{') return [];
  const indent = ' '.repeat(start - source.lastIndexOf('\n', start - 1) - 1);
  const lineEnd = source.slice(above.span.end).search(/\r?\n|$/) + above.span.end;
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n';
  return [{ file, span: { start: lineEnd, end: lineEnd }, newText: `${lineBreak}${indent}${key}: ${text}` }];
}
