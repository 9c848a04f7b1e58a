import { fieldNamed, type RecordField } from '../records/record-type';
import { valueMeant } from '../records/vocabulary';
import { isFaultyDate } from '../text/civil-date';
import { placesOf } from '../text/places';
import type { Span } from '../text/span';
import type { Aims } from './aims';
import type { FileView } from './file-view';
import type { AimsRecord, RecordTable, RecordValue } from './records';
import {
  type Declaration,
  declarationsOf,
  type FieldReference,
  fieldReferencesIn,
  isComplete,
  symbolsOf,
} from './symbols';

/** What is wrong with one record by its schema. */
export interface RecordProblem {
  readonly kind: 'missing' | 'unknown-value' | 'faulty-date';
  readonly field: RecordField;
  readonly span: Span;
  /** What is written there; absent where nothing is. */
  readonly text?: string;
}

/**
 * What is wrong with a record. `table` is the list it stands in: a field counts as missing only where the list has it,
 * since which fields a register keeps beyond its id is for the organization to say.
 */
export const recordProblems = (aims: Aims, record: AimsRecord, table?: RecordTable): readonly RecordProblem[] => [
  ...(table ? missingFields(aims, record, table) : []),
  ...[...record.fields].flatMap(([name, value]) => {
    const field = fieldNamed(record.type, name);
    return field && !isPlaceholder(record, value) ? valueProblems(record, field, value, table) : [];
  }),
];

/** A record that repeats one told elsewhere need not be complete. */
function missingFields(aims: Aims, record: AimsRecord, { columns }: RecordTable): readonly RecordProblem[] {
  const span = record.id?.span ?? record.name?.span;
  // A row of which hardly anything is filled in is a form, or an id that was put by.
  if (!span || record.fields.size * 2 < columns.size || repeats(aims, record)) return [];
  return record.type.fields
    .filter(({ name, required }) => required && columns.has(name) && !record.fields.has(name))
    .map((field) => ({ kind: 'missing' as const, field, span }));
}

function valueProblems(
  { type }: AimsRecord,
  field: RecordField,
  { text, span }: RecordValue,
  table: RecordTable | undefined,
): readonly RecordProblem[] {
  if (field.date && isFaultyDate(text)) return [{ kind: 'faulty-date', field, span, text }];
  if (!field.values || valueMeant(type, field, text) !== undefined) return [];
  return table && !usesOurWords(table, field) ? [] : [{ kind: 'unknown-value', field, span, text }];
}

/** A register with a vocabulary of its own is left alone: ours is meant where half of the values are understood. */
function usesOurWords({ type, records, reason }: RecordTable, field: RecordField): boolean {
  if (reason === 'key') return true;
  const values = records.flatMap((record) => record.fields.get(field.name)?.text ?? []);
  return values.filter((value) => valueMeant(type, field, value) !== undefined).length * 2 >= values.length;
}

/** Text that is still to be replaced is reported as such. */
const isPlaceholder = ({ file }: AimsRecord, { span }: RecordValue): boolean =>
  placesOf(file.facts.placeholders.map((one) => one.span)).anyWithin({ start: span.start, end: span.end + 1 });

const repeats = (aims: Aims, record: AimsRecord): boolean =>
  record.id !== undefined && !declared(aims, record).some((one) => one.record === record);

/** The full declarations of the id of a record, by records of its type. */
const declared = (aims: Aims, { id, type }: AimsRecord): readonly Declaration[] =>
  id ? declarationsOf(aims, id.text, [type.name]).filter((one) => !one.byName) : [];

/** The other records of its type that declare the id of this one, where both say more than the id. */
export function othersOfSameId(aims: Aims, record: AimsRecord): readonly Declaration[] {
  const same = declared(aims, record).filter((one) => isComplete(one) && one.record?.reason !== 'columns');
  const others = same.filter((one) => one.record !== record);
  return others.length < same.length ? others : [];
}

/** Ids that fields of records and rows of the SoA name and nothing declares. */
export const unknownIds = (aims: Aims, view: FileView): readonly FieldReference[] =>
  fieldReferencesIn(view, aims.frameworks).filter(
    ({ text, referents }) =>
      LIKE_AN_ID.test(text) &&
      !referents.some((one) => UNJUDGED.has(one)) &&
      isKept(aims, referents) &&
      declarationsOf(aims, text, referents).length === 0,
  );

/** Controls, clauses and paths are looked after elsewhere; people need not be listed. */
const UNJUDGED = new Set<string>(['control', 'clause', 'path', 'person']);

const LIKE_AN_ID = /^(?=.*[\d-])\p{L}[\p{L}\p{N}_.-]{2,40}$/u;

/** Whether the AIMS declares what is mainly meant: a register kept elsewhere makes no id unknown. */
const isKept = (aims: Aims, [main]: readonly string[]): boolean => main !== undefined && symbolsOf(aims).declares(main);
