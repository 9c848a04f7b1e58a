import type { FileEdit, Fix } from '../model/finding';
import { askedField, cellOfField, headerOf } from '../model/record-gaps';
import type { AimsRecord, RecordTable } from '../model/records';

/**
 * Writes placeholders for fields a record leaves out: into its empty cells, or as keys below its last one. Each of `groups`
 * holds fields that say the same: the first the list has, else the first. Nothing where the row has no place for them.
 */
export function fillFields(
  table: RecordTable,
  record: AimsRecord,
  groups: readonly (readonly string[])[],
): readonly Fix[] {
  const fields = groups.flatMap((group) => askedField(table, group) ?? group[0] ?? []);
  const edits = table.grid.source === 'yaml' ? yamlEdits(table, record, fields) : cellEdits(table, record, fields);
  if (edits.length === 0) return [];
  const names = fields.map((field) => `\`${spelt(table, field)}\``).join(', ');
  return [{ title: `Insert ${names}, to be filled in`, preferred: false, safe: false, edits }];
}

/** As the list spells it. */
const spelt = (table: RecordTable, field: string): string => headerOf(table, field)?.text ?? field;

const placeholderFor = (field: string): string => `[Insert ${field.replaceAll('_', ' ')}]`;

function cellEdits(table: RecordTable, record: AimsRecord, fields: readonly string[]): readonly FileEdit[] {
  const { path: file, text } = record.file;
  return fields.flatMap((field) => {
    const cell = cellOfField(table, record, field);
    if (!cell) return [];
    const { span } = cell;
    // An empty cell may be nothing but its two pipes.
    const before = span.start === span.end && text[span.start - 1] === '|' ? ' ' : '';
    const after = span.start === span.end && text[span.end] === '|' ? ' ' : '';
    return [{ file, span, newText: `${before}${placeholderFor(field)}${after}` }];
  });
}

function yamlEdits(table: RecordTable, record: AimsRecord, fields: readonly string[]): readonly FileEdit[] {
  const { path: file, text } = record.file;
  const { start, end } = record.span;
  if (text[start] === '{' || text[start] === '[') return [];
  const value = (field: string): string => `"${placeholderFor(field)}"`;
  const [there, absent] = [true, false].map((has) =>
    fields.filter((field) => (cellOfField(table, record, field) !== undefined) === has),
  );
  const filled = (there ?? []).flatMap((field): FileEdit[] => {
    const span = cellOfField(table, record, field)?.span;
    const gap = span && text[span.start - 1] === ':' ? ' ' : '';
    return span ? [{ file, span, newText: `${gap}${value(field)}` }] : [];
  });
  if (!absent || absent.length === 0) return filled;
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = start + text.slice(start, end).trimEnd().length;
  const rest = text.slice(last).search(/\r?\n|$/);
  const at = last + rest;
  const lines = absent.map((field) => `${newline}${indent}${spelt(table, field)}: ${value(field)}`).join('');
  return [...filled, { file, span: { start: at, end: at }, newText: lines }];
}
