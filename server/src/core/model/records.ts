import { memo, memo2 } from '../query/memo';
import { remember } from '../query/remember';
import { fieldNamed, idField, nameField, type RecordType } from '../records/record-type';
import { RECORD_TYPES } from '../records/record-types';
import { meaningsOf } from '../records/vocabulary';
import { stemOf } from '../text/path';
import { type Places, placesOf } from '../text/places';
import type { Span } from '../text/span';
import { normalize } from '../text/words';
import type { Aims, SourceFile } from './aims';
import { controlTablesIn } from './control-table';
import type { Cell, Grid, GridRow, MetadataEntry, Text } from './facts';
import { type FileView, viewOf } from './file-view';
import { fieldOfColumn, type RecordReading, type RecordReason, readingOf } from './record-columns';
import { itemsIn } from './record-items';
import { soaTablesIn } from './soa';

type Frameworks = Aims['frameworks'];

/** A table of Markdown or CSV or a list of YAML whose rows are records of one type. */
export interface RecordTable extends RecordReading {
  readonly grid: Grid;
  readonly idColumn?: number;
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

/** A grid as a table of records, where it is one. */
export function recordTableOf(view: FileView, grid: Grid, frameworks: Frameworks): RecordTable | undefined {
  if (grid.header.length < 2) return undefined;
  const best = readingOf(view, grid);
  if (!best) return undefined;
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

/** The row of a table that a record stands in. */
export const rowOf = ({ grid }: RecordTable, record: AimsRecord): GridRow | undefined =>
  ROWS_BY_START(grid).get(record.span.start);

const ROWS_BY_START = memo((grid: Grid) => new Map(grid.rows.map((row) => [row.span.start, row])));

function tableOf(view: FileView, grid: Grid, reading: RecordReading): RecordTable {
  const { type, reason } = reading;
  const columns = withIdColumn(grid, reading);
  const others = columns === reading.columns ? reading.others : NO_OTHERS;
  const idColumn = columns.get(idField(type)?.name ?? '');
  const placeholders = placesOf(view.file.facts.placeholders.map(({ span }) => span));
  const table = { type, grid, columns, others, reason };
  const records = grid.rows.flatMap((row) => recordOfRow(view, row, table, placeholders) ?? []);
  return { ...table, records, ...(idColumn === undefined ? {} : { idColumn }) };
}

const NO_OTHERS: RecordTable['others'] = new Map();

const ID = /^\p{L}[\p{L}._ -]{0,20}\d[\p{L}\d._-]{0,12}$/u;

/**
 * `| Risk | Residual score | Accepted by |` with `R-01` in its rows: the column that would name the records gives their ids.
 * So does the first one where its header says nothing to us.
 */
function withIdColumn(grid: Grid, reading: RecordReading): ReadonlyMap<string, number> {
  const { type, columns } = reading;
  const id = idField(type)?.name;
  const name = nameField(type)?.name;
  if (id === undefined || columns.has(id)) return columns;
  const named = columns.get(name ?? '');
  if (named !== undefined && holdsOnly(ID, grid, named))
    return new Map([...columns].map(([field, index]) => [field === name ? id : field, index]));
  const isUnread = fieldOfColumn(reading, 0) === undefined && named !== undefined;
  return isUnread && holdsOnly(DISTINCT_ID, grid, 0) ? new Map([[id, 0], ...columns]) : columns;
}

/** As ids are written that are nothing else: `R-01` and `SYS3`, but not `Q1` and `Phase 2`. */
const DISTINCT_ID = /^(?:\p{Lu}[\p{Lu}\p{N}]*[-_.]|\p{Lu}{2,}|\p{Lu}(?=\d{2}))\d[\p{L}\d._-]*$/u;

function holdsOnly(pattern: RegExp, grid: Grid, column: number): boolean {
  const filled = grid.rows.flatMap((row) => row.cells[column] ?? []).filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => pattern.test(cell.text));
}

function recordOfRow(
  { file }: FileView,
  row: GridRow,
  { type, grid, columns, others, reason }: Omit<RecordTable, 'records' | 'idColumn'>,
  placeholders: Places,
): AimsRecord | undefined {
  const fields = new Map<string, RecordValue>();
  for (const [field, column] of columns) {
    const filled = isFilled(row, column) ? column : others.get(field)?.find((other) => isFilled(row, other));
    const cell = row.cells[filled ?? -1];
    const key = grid.header[filled ?? -1];
    if (cell && key) fields.set(field, valueIn(type, field, cell, key, file.text));
  }
  return recordOf(type, fields, file, row.span, reason, placeholders);
}

function isFilled({ cells }: GridRow, column: number): boolean {
  const cell = cells[column];
  return cell !== undefined && !isBlank(cell);
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
    // The name of a field goes before a word that means it, whatever their order.
    const isKnown = field !== undefined && fields.has(field) && entry.key !== field;
    if (field === undefined || isKnown || normalize(entry.value) === '') continue;
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

/** The type that its `kind` names. */
export const statedType = ({ document }: FileView): RecordType | undefined =>
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
