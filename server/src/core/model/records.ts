import { memo2 } from '../query/memo';
import { remember } from '../query/remember';
import { fieldNamed, idField, nameField, type RecordName, type RecordType } from '../records/record-type';
import { RECORD_TYPES, recordTypeNamed } from '../records/record-types';
import { meaningsOf, typesInHeading, typesNamed } from '../records/vocabulary';
import { stemOf } from '../text/path';
import { type Places, placesOf } from '../text/places';
import type { Span } from '../text/span';
import { normalize } from '../text/words';
import type { Aims, SourceFile } from './aims';
import { controlTablesIn } from './control-table';
import type { Cell, Grid, GridRow, MetadataEntry, Text } from './facts';
import { type FileView, viewOf } from './file-view';
import { itemsIn } from './record-items';
import { soaTablesIn } from './soa';

type Frameworks = Aims['frameworks'];

/**
 * What a list was recognized by: the key it stands under in YAML, the kind of its document, the heading above it, or its
 * columns alone.
 */
export type RecordReason = 'key' | 'kind' | 'heading' | 'columns' | 'front matter';

/** A table of Markdown or CSV or a list of YAML whose rows are records of one type. */
export interface RecordTable {
  readonly type: RecordType;
  readonly grid: Grid;
  /** Column by field. */
  readonly columns: ReadonlyMap<string, number>;
  readonly idColumn?: number;
  readonly reason: RecordReason;
  readonly records: readonly AimsRecord[];
}

/** What somebody wrote for one field. */
export interface RecordValue extends Text {
  /** The key or the header of the column. */
  readonly key: Text;
  /** The members, where several things may be named. */
  readonly items: readonly Text[];
}

/** One record, wherever it stands: the running example is `R-01` of a risk register. */
export interface AimsRecord {
  readonly type: RecordType;
  readonly id?: Text;
  /** What a reader calls it. */
  readonly name?: Text;
  /** What is filled in, by the canonical name of the field. */
  readonly fields: ReadonlyMap<string, RecordValue>;
  readonly file: SourceFile;
  readonly span: Span;
  readonly reason: RecordReason;
}

/** The tables and lists of records in a file. */
export const recordTablesOf = (aims: Aims, file: SourceFile): readonly RecordTable[] =>
  recordTablesIn(viewOf(aims, file), aims.frameworks);

/** All records of a file: rows of its tables and lists, and itself where a document is one record. */
export const recordsOf = (aims: Aims, file: SourceFile): readonly AimsRecord[] =>
  recordsIn(viewOf(aims, file), aims.frameworks);

/** As `recordTablesOf`, for a view. */
export const recordTablesIn = memo2((view: FileView, frameworks: Frameworks): readonly RecordTable[] =>
  view.file.facts.grids.flatMap((grid) => recordTableOf(view, grid, frameworks) ?? []),
);

/** As `recordsOf`, for a view. */
export const recordsIn = memo2((view: FileView, frameworks: Frameworks): readonly AimsRecord[] => {
  const tables = recordTablesIn(view, frameworks);
  return [...singleOf(view, tables), ...tables.flatMap((table) => table.records)];
});

/** How the columns of a grid would be those of a type. */
interface Match {
  readonly type: RecordType;
  readonly columns: Map<string, number>;
  /** Columns that records of other types do not have under this name. */
  own: number;
  /** The id stands under a header of this type: `Risk ID`, and not `No`. */
  ownId: boolean;
}

interface Candidate {
  readonly type: RecordType;
  readonly columns: ReadonlyMap<string, number>;
  readonly reason: RecordReason;
  readonly score: number;
}

/** A grid as a table of records, where it is one. */
export function recordTableOf(view: FileView, grid: Grid, frameworks: Frameworks): RecordTable | undefined {
  if (grid.header.length < 2) return undefined;
  const [best, second] = [...candidatesFor(view, grid)].sort((a, b) => b.score - a.score);
  if (!best || (best.reason === 'columns' && second?.score === best.score)) return undefined;
  const hasId = best.columns.has(idField(best.type)?.name ?? '');
  if (isAboutControls(view, grid, hasId, frameworks)) return undefined;
  return tableOf(view, grid, best);
}

/** The rows of an SoA, an audit checklist or a mapping are controls and no records. */
const isAboutControls = (view: FileView, grid: Grid, hasId: boolean, frameworks: Frameworks): boolean =>
  soaTablesIn(view, frameworks).some((table) => table.grid === grid) ||
  controlTablesIn(view, frameworks).some(
    (table) => table.grid === grid && (table.idColumn === 0 || (!hasId && table.titled)),
  );

/** How much a reason counts beside the columns: the key of a list says what it is, a document holds other tables too. */
const WEIGHT: Readonly<Record<RecordReason, number>> = { key: 6, heading: 3, kind: 2, columns: 0, 'front matter': 0 };

function candidatesFor(view: FileView, grid: Grid): readonly Candidate[] {
  const matches = matchesOf(grid);
  if (matches.length === 0) return [];
  const named = grid.key ? typesNamed(grid.key.text) : [];
  const announced = typesInHeading(announcement(view, grid));
  const kind = view.document.kind?.id;
  return matches.flatMap((match) => {
    const { type, columns, own } = match;
    const reason = reasonFor(type, named, announced, kind);
    const score = columns.size + own + WEIGHT[reason];
    return isEnough(match, reason, grid) ? [{ type, columns, reason, score }] : [];
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

const matchesOf = (grid: Grid): readonly Match[] => matchesOfHeader(grid.header.map((cell) => cell.text).join(BETWEEN));

/** Stands in no header. */
const BETWEEN = '\u0000';

/** The same headers come back in document after document. */
const matchesOfHeader = remember((joined: string): readonly Match[] => {
  const matches = new Map<RecordName, Match>();
  for (const [index, header] of joined.split(BETWEEN).entries()) {
    for (const [name, { field, own }] of meaningsOf(header)) {
      const type = recordTypeNamed(name);
      const match = matches.get(name) ?? (type && { type, columns: new Map(), own: 0, ownId: false });
      if (!match || match.columns.has(field)) continue;
      matches.set(name, match);
      match.columns.set(field, index);
      if (own) match.own++;
      if (own && field === idField(match.type)?.name) match.ownId = true;
    }
  }
  return [...matches.values()].filter(isPossible);
});

/** Without an id and without a name nothing is a record, whatever stands above the table. */
const isPossible = ({ type, columns }: Match): boolean =>
  columns.size >= 2 && (columns.has(idField(type)?.name ?? '') || columns.has(nameField(type)?.name ?? ''));

/** Headers under which anything can stand: they name a record only beside an id. */
const GENERIC = /^(?:description|title|name|beschreibung|titel|titre|titulo|nom|nombre|descripcion|bezeichnung)$/;

/** A table that merely shares two columns with a record is none. */
function isEnough({ type, columns, ownId, own }: Match, reason: RecordReason, grid: Grid): boolean {
  if (reason === 'key') return true;
  const hasId = columns.has(idField(type)?.name ?? '');
  const nameColumn = columns.get(nameField(type)?.name ?? '');
  const share = columns.size / grid.header.length;
  const first = [...columns].find(([, index]) => index === 0)?.[0];
  if (first === 'controls' || first === 'clause') return false;
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

function tableOf(view: FileView, grid: Grid, candidate: Candidate): RecordTable {
  const { type, reason } = candidate;
  const columns = withIdColumn(grid, candidate);
  const idColumn = columns.get(idField(type)?.name ?? '');
  const placeholders = placesOf(view.file.facts.placeholders.map(({ span }) => span));
  const records = grid.rows.flatMap((row) => recordOfRow(view, grid, row, type, columns, reason, placeholders) ?? []);
  return { type, grid, columns, reason, records, ...(idColumn === undefined ? {} : { idColumn }) };
}

const ID = /^\p{L}[\p{L}._ -]{0,20}\d[\p{L}\d._-]{0,12}$/u;

/** `| Risk | Residual score | Accepted by |` with `R-01` in its rows: the column that would name the records gives their ids. */
function withIdColumn(grid: Grid, { type, columns }: Candidate): ReadonlyMap<string, number> {
  const id = idField(type)?.name;
  const name = nameField(type)?.name;
  const column = name === undefined ? undefined : columns.get(name);
  if (id === undefined || name === undefined || column === undefined || columns.has(id)) return columns;
  const filled = grid.rows.flatMap((row) => row.cells[column] ?? []).filter((cell) => !isBlank(cell));
  if (filled.length === 0 || !filled.every((cell) => ID.test(cell.text))) return columns;
  return new Map([...columns].map(([field, index]) => [field === name ? id : field, index]));
}

function recordOfRow(
  { file }: FileView,
  grid: Grid,
  row: GridRow,
  type: RecordType,
  columns: ReadonlyMap<string, number>,
  reason: RecordReason,
  placeholders: Places,
): AimsRecord | undefined {
  const fields = new Map<string, RecordValue>();
  for (const [field, column] of columns) {
    const cell = row.cells[column];
    const key = grid.header[column];
    if (cell && key && !isBlank(cell)) fields.set(field, valueIn(type, field, cell, key, file.text));
  }
  return recordOf(type, fields, file, row.span, reason, placeholders);
}

/** A dash is as good as nothing; a tick or a cross says something. */
const isBlank = (cell: Cell | Text): boolean => !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(cell.text);

/** Without an id and without a name a row is no record. */
function recordOf(
  type: RecordType,
  fields: ReadonlyMap<string, RecordValue>,
  file: SourceFile,
  span: Span,
  reason: RecordReason,
  placeholders: Places,
): AimsRecord | undefined {
  const real = (field: string | undefined): RecordValue | undefined => {
    const value = field === undefined ? undefined : fields.get(field);
    return value && !placeholders.anyWithin(value.span) && !/[[\]{}<>]/.test(value.text) ? value : undefined;
  };
  const id = real(idField(type)?.name);
  const name = real(nameField(type)?.name);
  return id || name
    ? { type, fields, file, span, reason, ...(id ? { id } : {}), ...(name ? { name } : {}) }
    : undefined;
}

/** One cell or entry. There are very many of them, and few readers want the members. */
class WrittenValue implements RecordValue {
  constructor(
    readonly text: string,
    readonly span: Span,
    readonly key: Text,
    private readonly source: string | undefined,
  ) {}

  get items(): readonly Text[] {
    return this.source === undefined ? NO_ITEMS : itemsIn(this.source, this.span);
  }
}

const NO_ITEMS: readonly Text[] = [];

const valueIn = (type: RecordType, field: string, { text, span }: Text, key: Text, source: string): RecordValue =>
  new WrittenValue(text, span, key, fieldNamed(type, field)?.refersTo === undefined ? undefined : source);

/** A document that is one record, by its kind, unless it lists such records; or because its `kind` names the type. */
function singleOf(view: FileView, tables: readonly RecordTable[]): readonly AimsRecord[] {
  const type = typeOfDocument(view);
  const isStated = type !== undefined && statedType(view) === type;
  if (!type || (!isStated && tables.some((table) => table.type === type))) return [];
  const { file, document } = view;
  const fields = new Map<string, RecordValue>();
  for (const entry of file.facts.metadata) {
    const field = meaningsOf(entry.key).get(type.name)?.field;
    if (field === undefined || fields.has(field) || normalize(entry.value) === '') continue;
    if (entry !== document.fields.get('kind')) fields.set(field, valueOfEntry(type, field, entry, file.text));
  }
  const sure = document.kindReason === 'front matter' || document.kindReason === 'configuration' || isStated;
  if (!sure && (fields.size < 3 || !fields.has(idField(type)?.name ?? ''))) return [];
  const placeholders = placesOf(file.facts.placeholders.map(({ span }) => span));
  const record = recordOf(type, fields, file, metadataSpan(view), 'front matter', placeholders);
  return record ? [record] : [];
}

/** The type of record that a document is, by its kind, what its `kind` names, or the name of its file. */
export function typeOfDocument(view: FileView): RecordType | undefined {
  const kind = view.document.kind?.id;
  const stated = statedType(view);
  if (stated) return stated;
  return kind === undefined ? SINGLE_FILES.get(stemOf(view.file.path)) : SINGLES.get(kind);
}

const statedType = ({ document }: FileView): RecordType | undefined =>
  typeCalled(document.fields.get('kind')?.value ?? '');

const typeCalled = remember((value: string) => {
  const name = normalize(value);
  return RECORD_TYPES.find((type) => [type.name, ...type.singleFiles].some((one) => normalize(one) === name));
});

const SINGLES: ReadonlyMap<string, RecordType> = new Map(
  RECORD_TYPES.flatMap((type) => type.singles.map((kind) => [kind, type] as const)),
);

const SINGLE_FILES: ReadonlyMap<string, RecordType> = new Map(
  RECORD_TYPES.flatMap((type) => type.singleFiles.map((stem) => [stem, type] as const)),
);

function valueOfEntry(type: RecordType, field: string, entry: MetadataEntry, text: string): RecordValue {
  const key = { text: entry.key, span: entry.keySpan };
  return valueIn(type, field, { text: entry.value, span: entry.valueSpan }, key, text);
}

function metadataSpan({ file }: FileView): Span {
  const { frontMatter, metadata } = file.facts;
  if (frontMatter) return frontMatter;
  const start = Math.min(...metadata.map((entry) => entry.keySpan.start));
  return { start, end: Math.max(start, ...metadata.map((entry) => entry.valueSpan.end)) };
}
