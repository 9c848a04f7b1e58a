import { meaningsOf } from '../records/vocabulary';
import type { Cell, Text } from './facts';
import { type AimsRecord, type RecordTable, rowOf } from './records';

/** Whether the form of a list asks for a field, or for one of several that say the same. */
export const asksFor = ({ columns }: RecordTable, fields: readonly string[]): boolean =>
  fields.some((field) => columns.has(field));

/** Whether a record answers a field, or one of several that say the same. */
export const answers = ({ fields }: AimsRecord, wanted: readonly string[]): boolean =>
  wanted.some((field) => fields.has(field));

/** The first of several fields that the form of a list asks for. */
export const askedField = ({ columns }: RecordTable, fields: readonly string[]): string | undefined =>
  fields.find((field) => columns.has(field));

/** The header or key of a field as the author of the list writes it. */
export const headerOf = ({ grid, columns }: RecordTable, field: string): Text | undefined =>
  grid.header[columns.get(field) ?? -1];

/** The cell of a record under a field; nothing where the row is short or the key is absent. */
export const cellOfField = (table: RecordTable, record: AimsRecord, field: string): Cell | undefined =>
  rowOf(table, record)?.cells[table.columns.get(field) ?? -1];

/** A row of which hardly anything is filled in is a form, or an id that was put by. */
export const isForm = ({ fields }: AimsRecord, { columns }: RecordTable): boolean => fields.size * 2 < columns.size;

/** Whether every column is understood, so that none of them can say in other words what is looked for. */
export const isUnderstood = ({ grid, type }: RecordTable): boolean =>
  grid.header.every((header) => meaningsOf(header.text).has(type.name));

/** Where a finding about a record as a whole stands. */
export const placeOf = ({ id, name, span }: AimsRecord) => id?.span ?? name?.span ?? span;

/** How a message calls a record. */
export const calledOf = ({ id, name, type }: AimsRecord): string => {
  const text = id?.text ?? name?.text;
  if (text === undefined) return `This ${type.title}`;
  return `\`${text.length > MAX_CALLED ? `${text.slice(0, MAX_CALLED - 1)}…` : text}\``;
};

const MAX_CALLED = 60;
