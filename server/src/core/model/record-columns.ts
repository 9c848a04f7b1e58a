import { remember } from '../query/remember';
import {
  fieldNamed,
  idField,
  nameField,
  type RecordField,
  type RecordName,
  type RecordType,
} from '../records/record-type';
import { recordTypeNamed } from '../records/record-types';
import { type FieldMeaning, meaningsOf, typesInHeading, typesNamed } from '../records/vocabulary';
import { stemOf } from '../text/path';
import { normalize } from '../text/words';
import type { Grid } from './facts';
import type { FileView } from './file-view';

/**
 * What a list was recognized by: the key it stands under in YAML, the kind of its document, the heading above it, or its
 * columns alone.
 */
export type RecordReason = 'key' | 'kind' | 'heading' | 'columns' | 'front matter';

/** How the columns of a table or the keys of a list are read as the fields of a type of record. */
export interface RecordReading {
  readonly type: RecordType;
  /** Column by field. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns whose words mean a field that has a better one: they count in rows that leave the better one empty. */
  readonly others: ReadonlyMap<string, readonly number[]>;
  readonly reason: RecordReason;
}

interface Candidate extends RecordReading {
  readonly score: number;
}

/** How the columns of a grid would be those of a type. */
interface Match {
  readonly type: RecordType;
  readonly columns: Map<string, number>;
  readonly others: Map<string, readonly number[]>;
  /** Columns that records of other types do not have under this name. */
  own: number;
  /** The id stands under a header of this type: `Risk ID`, and not `No`. */
  ownId: boolean;
}

/** The best reading of a grid, where there is one and it is no accident. */
export function readingOf(view: FileView, grid: Grid): RecordReading | undefined {
  const [best, second] = [...candidatesFor(view, grid)].sort((a, b) => b.score - a.score);
  return best?.reason === 'columns' && second?.score === best.score ? undefined : best;
}

/** How much a reason counts beside the columns: the key of a list says what it is, a document holds other tables too. */
const WEIGHT: Readonly<Record<RecordReason, number>> = { key: 6, heading: 3, kind: 2, columns: 0, 'front matter': 0 };

function candidatesFor(view: FileView, grid: Grid): readonly Candidate[] {
  const matches = matchesOf(grid);
  if (matches.length === 0) return [];
  const named = grid.key ? typesNamed(grid.key.text) : [];
  const announced = typesInHeading(announcement(view, grid));
  const kind = view.document.kind?.id;
  return matches.flatMap((match) => {
    const { type, columns, others, own } = match;
    const reason = reasonFor(type, named, announced, kind);
    const score = columns.size + own + WEIGHT[reason];
    return isEnough(match, reason, grid) ? [{ type, columns, others, reason, score }] : [];
  });
}

/** What stands above a table; a CSV file has only its name. */
const announcement = ({ file }: FileView, grid: Grid): string =>
  file.facts.headings[grid.heading ?? -1]?.text ?? (file.facts.format === 'csv' ? stemOf(file.path) : '');

function reasonFor(
  { name, registers }: RecordType,
  named: readonly RecordName[],
  announced: readonly RecordName[],
  kind: string | undefined,
): RecordReason {
  if (named.includes(name)) return 'key';
  if (announced.includes(name)) return 'heading';
  return kind !== undefined && registers.includes(kind) ? 'kind' : 'columns';
}

const matchesOf = ({ header, source }: Grid): readonly Match[] => {
  const joined = header.map((cell) => cell.text).join(BETWEEN);
  return source === 'yaml' ? matchesOfKeys(joined) : matchesOfHeader(joined);
};

/** Stands in no header. */
const BETWEEN = '\u0000';

/** The same headers come back in document after document. */
const matchesOfHeader = remember((joined: string): readonly Match[] => matchesOfWords(joined.split(BETWEEN), isWord));

/** Keys are words of the schema before they are words of a language, whatever their order. */
const matchesOfKeys = remember((joined: string): readonly Match[] =>
  matchesOfWords(joined.split(BETWEEN), (key, { name }) => key === name),
);

/** A header that is the name of a field; `Description` beside `Risk` explains what the risk is called. */
const isWord = (header: string, { name, names }: RecordField): boolean =>
  !names && normalize(header) === normalize(name.replaceAll('_', ' '));

/** `isExact`: the word says just this field, and goes before one that may mean it. */
function matchesOfWords(
  words: readonly string[],
  isExact: (word: string, field: RecordField) => boolean,
): readonly Match[] {
  const matches = new Map<RecordName, Match>();
  for (const [index, word] of words.entries())
    for (const [name, meaning] of meaningsOf(word)) {
      const type = recordTypeNamed(name);
      const match =
        matches.get(name) ?? (type && { type, columns: new Map(), others: new Map(), own: 0, ownId: false });
      if (!match) continue;
      matches.set(name, match);
      const field = fieldNamed(match.type, meaning.field);
      addColumn(match, meaning, index, field !== undefined && isExact(word, field));
    }
  return [...matches.values()].filter(isPossible);
}

function addColumn(match: Match, { field, own }: FieldMeaning, index: number, exact: boolean): void {
  const { columns, others } = match;
  const known = columns.get(field);
  if (known === undefined || exact) columns.set(field, index);
  const other = known === undefined ? undefined : exact ? known : index;
  if (other !== undefined) others.set(field, [...(others.get(field) ?? []), other]);
  if (known !== undefined || !own) return;
  match.own++;
  if (field === idField(match.type)?.name) match.ownId = true;
}

/** Without an id and without a name nothing is a record, whatever stands above the table. */
const isPossible = ({ type, columns }: Match): boolean =>
  columns.size >= 2 && (columns.has(idField(type)?.name ?? '') || columns.has(nameField(type)?.name ?? ''));

/** Headers under which anything can stand: they name a record only beside an id. */
const GENERIC = /^(?:description|title|name|beschreibung|titel|titre|titulo|nom|nombre|descripcion|bezeichnung)$/;

/** A table that merely shares two columns with a record is none. */
function isEnough(match: Match, reason: RecordReason, grid: Grid): boolean {
  const { type, columns, ownId, own } = match;
  if (reason === 'key') return true;
  if (columns.get('controls') === 0 || columns.get('clause') === 0) return false;
  const hasId = columns.has(idField(type)?.name ?? '');
  const nameColumn = columns.get(nameField(type)?.name ?? '');
  const share = columns.size / grid.header.length;
  if (reason === 'columns')
    return ownId
      ? own >= 3 && columns.size >= 4 && share >= 0.6
      : hasId && nameColumn !== undefined && own >= 4 && columns.size >= 6 && share >= 0.8;
  if (columns.size < 3 || own < 1 || share < 0.5) return false;
  if (ownId) return true;
  if (!hasId && GENERIC.test(normalize(grid.header[nameColumn ?? -1]?.text ?? ''))) return false;
  const essence = essenceOf(type, columns);
  return essence === 1 || (essence > 0.5 && (hasId || reason === 'heading' || columns.size >= 4));
}

/** How much there is of what every record of the type has to say besides its id. */
function essenceOf(type: RecordType, columns: ReadonlyMap<string, number>): number {
  const asked = type.fields.filter((field) => field.required && !field.declares);
  return asked.filter((field) => columns.has(field.name)).length / asked.length;
}

/** What a column says. */
export function fieldOfColumn(
  { columns, others }: Pick<RecordReading, 'columns' | 'others'>,
  column: number,
): string | undefined {
  const main = [...columns].find(([, index]) => index === column);
  return (main ?? [...others].find(([, list]) => list.includes(column)))?.[0];
}
