import { fieldOf, isDateOfDocument } from '../document/document';
import type { RecordField } from '../records/record-type';
import { isOtherForm, isUndecided, typesNamed, valueMeant, wordMisspelt } from '../records/vocabulary';
import { parseDate } from '../text/civil-date';
import { dateFault, FAULT_TEXTS } from '../text/date-fault';
import { placesOf } from '../text/places';
import type { Span } from '../text/span';
import { normalize } from '../text/words';
import type { Aims } from './aims';
import type { FileView } from './file-view';
import { isForm, isUnderstood, placeOf } from './record-gaps';
import { type AimsRecord, type RecordTable, type RecordValue, recordsIn, recordTablesIn, rowOf } from './records';
import { declarationsOf } from './symbols';

/** What is plainly wrong with one record, or with a list of them. How grave it is, is for the rule to decide. */
export interface RecordProblem {
  /** A record leaves out what others of its list say, no record of a list says it, a slip, a word of nobody, no date. */
  readonly kind: 'missing' | 'missing-throughout' | 'misspelt' | 'unknown-value' | 'unreadable-date';
  readonly record: AimsRecord;
  /** Canonical name of the field. */
  readonly field: string;
  readonly span: Span;
  readonly message: string;
  /** The word that is meant, where it is a slip. */
  readonly meant?: string;
}

/** What surrounds a record: the list it stands in; a document that is one record has none. */
interface Place {
  readonly aims: Aims;
  readonly view: FileView;
  readonly table?: RecordTable;
}

/** The records of a file against their schemas. Others keep registers in their own way: only contradictions and slips count. */
export function recordProblemsIn(aims: Aims, view: FileView): readonly RecordProblem[] {
  if (view.document.template) return [];
  const tables = recordTablesIn(view, aims.frameworks);
  const singles = recordsIn(view, aims.frameworks).filter((record) => record.reason === 'front matter');
  return [
    ...singles.flatMap((record) => problemsOf({ aims, view }, record)),
    ...tables.flatMap((table) => [
      ...missingThroughout({ aims, view, table }, table),
      ...table.records.flatMap((record) => problemsOf({ aims, view, table }, record)),
    ]),
  ];
}

function problemsOf(place: Place, record: AimsRecord): readonly RecordProblem[] {
  return record.type.fields.flatMap((field) => {
    const value = record.fields.get(field.name);
    if (!value) return (field.required && missing(place, record, field)) || NONE;
    if (!isFaulty(record, field, value) || isPlaceholder(record, value) || isOfDocument(place, record, field, value))
      return NONE;
    const found = field.date ? unreadableDate(place, record, field, value) : unknownValue(place, record, field, value);
    return found ?? NONE;
  });
}

const NONE: readonly RecordProblem[] = [];

/** What the schema would refuse, without making a value of the record first: nearly every record is right. */
function isFaulty({ type }: AimsRecord, field: RecordField, { text }: RecordValue): boolean {
  if (field.date) return !ISO_DATE.test(text) && dateIn(text) === undefined;
  return field.values !== undefined && valueMeant(type, field, text) === undefined;
}

/** Of the years people write; whether there is such a day is looked at only where it is not plain. */
const ISO_DATE = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** A date with a remark after it is one: `17 June 2026: all passed`. */
const dateIn = (text: string): string | undefined => parseDate(text) ?? parseDate(text.split(/\s*[:;(–—]/)[0] ?? '');

/** Text that is still to be replaced is reported as such. */
const isPlaceholder = ({ file }: AimsRecord, { span }: RecordValue): boolean =>
  placesOf(file.facts.placeholders.map((one) => one.span)).anyWithin({ start: span.start, end: span.end + 1 });

/** What every document says of itself is looked after as metadata; a date only where it is one of those. */
const isOfDocument = ({ aims, view }: Place, { reason }: AimsRecord, { date }: RecordField, { key }: RecordValue) =>
  reason === 'front matter' &&
  (date ? isDateOfDocument(view.document, key.text, aims.config) : fieldOf(key.text, aims.config) !== undefined);

/** The list asks for it and other records of the list answer: this one does not. */
function missing({ aims, table }: Place, record: AimsRecord, field: RecordField): RecordProblem | undefined {
  if (!table || !isLeftEmpty(table, record, field) || repeats(aims, record)) return undefined;
  const message = `The ${labelOf(field)} is missing here, and other records of this list have it. ${field.description}`;
  return { kind: 'missing', record, field: field.name, span: placeOf(record), message };
}

/** A blank in the first column continues the record above. A dash says that there is none. */
function isLeftEmpty(table: RecordTable, record: AimsRecord, field: RecordField): boolean {
  const { grid, columns, records } = table;
  const column = columns.get(field.name);
  const row = rowOf(table, record);
  if (isForm(record, table)) return false;
  if (column === undefined || !row || (row.cells[column]?.text ?? '').trim() !== '') return false;
  return (column > 0 || grid.source === 'yaml') && records.some((other) => other.fields.has(field.name));
}

const labelOf = (field: RecordField): string => field.name.replaceAll('_', ' ');

/** A list in the words of the product of which every key is understood: what no record says, none says in other words. */
function missingThroughout({ aims, view }: Place, table: RecordTable): readonly RecordProblem[] {
  const { grid, columns, records, type } = table;
  const [first] = records;
  if (!first || !grid.key || !isOwnList(table) || !isUnderstood(table) || view.file.facts.problems.length > 0)
    return [];
  if (records.some((record) => repeats(aims, record))) return [];
  const fields = type.fields.filter((field) => field.required && !columns.has(field.name));
  if (fields.length === 0) return [];
  const names = fields.map((field) => `\`${field.name}\``).join(', ');
  const message = `No record of this list says ${names}. ${fields.map((field) => field.description).join(' ')}`;
  return [{ kind: 'missing-throughout', record: first, field: fields[0]?.name ?? '', span: grid.key.span, message }];
}

/** A list of YAML under the key of the product's own schema, and not one that others may use for something else. */
const isOwnList = ({ grid, type, reason }: RecordTable): boolean =>
  reason === 'key' &&
  grid.key !== undefined &&
  normalize(grid.key.text) === normalize(type.collection) &&
  typesNamed(grid.key.text).length === 1;

/** A record that tells more of one declared in full elsewhere need not be complete. */
const repeats = (aims: Aims, { id, type, file, span }: AimsRecord): boolean =>
  id !== undefined &&
  declarationsOf(aims, id.text, [type.name]).every((one) => one.file !== file.path || one.whole.start !== span.start);

/** A cycle or words in place of a date say when it is due; what looks like a day has to be one. */
function unreadableDate(
  { view }: Place,
  record: AimsRecord,
  field: RecordField,
  value: RecordValue,
): RecordProblem | undefined {
  const fault = dateFault(value.text);
  if (!fault || (fault === 'ambiguous' && isOrderKnown(view))) return undefined;
  const message = `\`${value.text}\` is ${FAULT_TEXTS[fault]}. Write it as YYYY-MM-DD.`;
  return { kind: 'unreadable-date', record, field: field.name, span: value.span, message };
}

/** A number above twelve, in this date or in another of its file, tells which of the two is the day. */
const isOrderKnown = ({ file }: FileView): boolean =>
  /\b(?:1[3-9]|2\d|3[01])\/\d{1,2}\/\d{4}\b|\b\d{1,2}\/(?:1[3-9]|2\d|3[01])\/\d{4}\b/.test(file.text);

const valuesIn = (table: RecordTable | undefined, field: RecordField): readonly RecordValue[] =>
  (table?.records ?? []).flatMap((record) => record.fields.get(field.name) ?? []);

const MOST_LETTERS = 40;
const MOST_WORDS = 4;

function unknownValue(
  { table }: Place,
  record: AimsRecord,
  field: RecordField,
  value: RecordValue,
): RecordProblem | undefined {
  const { text, span } = value;
  const isPhrase = text.length > MOST_LETTERS || normalize(text).split(' ').length > MOST_WORDS;
  if (isPhrase || !/\p{L}/u.test(text) || isUndecided(text) || isOtherForm(record.type, field, text)) return undefined;
  const base = { record, field: field.name, span };
  const meant = wordMisspelt(record.type, field, text);
  const known = `Values of \`${field.name}\` are ${Object.keys(field.values ?? {})
    .map((one) => `\`${one}\``)
    .join(', ')}.`;
  if (meant !== undefined)
    return {
      ...base,
      kind: 'misspelt',
      meant,
      message: `\`${text}\` is no value. Did you mean \`${meant}\`? ${known}`,
    };
  if (!usesVocabulary(table, record, field, value)) return undefined;
  return { ...base, kind: 'unknown-value', message: `\`${text}\` is none of the known values. ${known}` };
}

/** The author writes in the words of the schema: by its own key, or in the other records of the list. */
function usesVocabulary(
  table: RecordTable | undefined,
  { type }: AimsRecord,
  field: RecordField,
  { key }: RecordValue,
): boolean {
  if (!table || table.grid.source === 'yaml') return key.text === field.name && (!table || isOwnList(table));
  const all = valuesIn(table, field);
  const known = all.filter(({ text }) => valueMeant(type, field, text) !== undefined);
  return known.length >= MANY && known.length / all.length >= MOSTLY;
}

const MANY = 3;
const MOSTLY = 0.75;
