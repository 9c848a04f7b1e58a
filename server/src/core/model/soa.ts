import type { Framework, FrameworkId } from '../framework/framework';
import { soaColumn } from '../framework/synonyms';
import { controlsTitled, isTitleOf, sharesWord } from '../framework/titles';
import { groupBy } from '../query/group';
import { memo, memo2 } from '../query/memo';
import { Places } from '../text/places';
import type { Span } from '../text/span';
import { normalize } from '../text/words';
import type { Aims, SourceFile } from './aims';
import type { Cell, Grid, GridRow } from './facts';
import { type FileView, type Reference, viewOf, viewsOf } from './file-view';

export type SoaColumn =
  | 'control'
  | 'title'
  | 'applicable'
  | 'justification'
  | 'exclusion'
  | 'status'
  | 'evidence'
  | 'owner'
  | 'risks'
  | 'obligations'
  | 'last_review'
  | 'framework';

/** A table whose first meaning is "one row, one control": an SoA, an audit checklist, a mapping … */
export interface ControlTable {
  readonly file: SourceFile;
  readonly grid: Grid;
  readonly framework?: FrameworkId;
  readonly idColumn: number;
  readonly titleColumn?: number;
  /** The table is a list of controls with their titles: its header says so, and no control comes twice. */
  readonly titled: boolean;
  readonly rows: readonly ControlRow[];
}

/** One row with its id. `form` is `bare` where the id lacks its `A.`. */
export interface ControlRow {
  readonly row: GridRow;
  readonly form: 'annex-a' | 'annex-b' | 'bare';
  /** With its letter: `A.7.4`, `B.7.4`; the control meant where the id is bare. */
  readonly id: string;
  readonly span: Span;
  readonly title?: Cell;
}

/** A table of a Statement of Applicability with its columns by meaning. */
export interface SoaTable extends ControlTable {
  readonly columns: ReadonlyMap<SoaColumn, number>;
}

/** The tables of one Statement of Applicability, which may stand in several files. */
export interface Soa {
  readonly framework: FrameworkId;
  readonly tables: readonly SoaTable[];
  readonly template: boolean;
}

const ID_CELL =
  /^(?:(?:ISO(?:\/IEC)?\s*)?(?:42001|27001)(?::20\d\d)?[\s:,-]*)?(?:annex\s+|control\s+)?(?:([AB])\.)?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\p{L}\p{N}.])[\s.):–—-]*/iu;

/** All tables of a file whose rows are controls. */
export function controlTablesOf(aims: Aims, file: SourceFile): readonly ControlTable[] {
  return controlTablesIn(viewOf(aims, file), aims.frameworks);
}

/** As `controlTablesOf`, for a view. */
export const controlTablesIn = memo2((view: FileView, frameworks: Aims['frameworks']) => {
  const ids = new Places(view.file.facts.references.filter(({ form }) => form !== 'clause').map(({ span }) => span));
  return view.file.facts.grids.flatMap((grid) =>
    ids.anyWithin(grid.span) ? (readControlTable(view, grid, ids, frameworks) ?? []) : [],
  );
});

function readControlTable(
  view: FileView,
  grid: Grid,
  ids: Places,
  frameworks: Aims['frameworks'],
): ControlTable | undefined {
  const idColumn = findIdColumn(grid, ids);
  if (idColumn === undefined) return undefined;
  const framework = frameworkOf(view, grid, idColumn);
  const titleColumn = findTitleColumn(grid, idColumn, frameworks);
  const rows = grid.rows.flatMap((row) => readRow(view, row, idColumn, titleColumn, frameworks) ?? []);
  const distinct = new Set(rows.map((row) => row.id)).size;
  const titled =
    titleColumn !== undefined &&
    soaColumn(grid.header[titleColumn]?.text ?? '') === 'title' &&
    distinct >= rows.length * 0.9;
  return {
    file: view.file,
    grid,
    idColumn,
    rows,
    titled,
    ...(framework === undefined ? {} : { framework }),
    ...(titleColumn === undefined ? {} : { titleColumn }),
  };
}

const LETTERED = /^[^\d]*[AB]\.\d/;

/** The column that holds an id in most of its rows decides; its header may say anything. */
function findIdColumn(grid: Grid, places: Places): number | undefined {
  let best: number | undefined;
  let bestCount = 0;
  for (const column of grid.header.keys()) {
    let filled = 0;
    let ids = 0;
    for (const { cells } of grid.rows) {
      const cell = cells[column];
      if (!cell || cell.text === '') continue;
      filled++;
      if (places.anyWithin(cell.span) && LETTERED.test(cell.text.slice(0, 40)) && ID_CELL.test(cell.text)) ids++;
    }
    if (ids > bestCount && ids >= filled * 0.6) [best, bestCount] = [column, ids];
  }
  return best;
}

/** What the ids of the column were taken for; of several answers the commonest. */
function frameworkOf(view: FileView, grid: Grid, idColumn: number): FrameworkId | undefined {
  const spans = grid.rows.flatMap((row) => row.cells[idColumn]?.span ?? []);
  const inColumn = view.references.filter(
    (reference) =>
      reference.raw.form !== 'clause' &&
      spans.some((s) => s.start <= reference.raw.span.start && reference.raw.span.end <= s.end),
  );
  // An id that was taken for one of 27001 only because 42001 lacks it says nothing about the table.
  const given = inColumn.map((r) => (isWeak(r.reason) ? (strongest(view) ?? r.framework) : r.framework));
  const counts = [
    ...groupBy(
      given.filter((f) => f !== undefined),
      (f) => f,
    ).entries(),
  ].sort((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0];
}

const isWeak = (reason: string): boolean => reason === 'path' || reason === 'only-standard' || reason === 'default';

const strongest = (view: FileView): FrameworkId | undefined =>
  view.context.path.annex ?? view.context.only.annex ?? view.context.fallback;

/** By its header, else by its content: a column in which a third of the rows carry the title of their id. */
function findTitleColumn(grid: Grid, idColumn: number, frameworks: Aims['frameworks']): number | undefined {
  const byHeader = grid.header.findIndex((cell, index) => index !== idColumn && soaColumn(cell.text) === 'title');
  if (byHeader >= 0) return byHeader;
  const framework = frameworks.get('42001');
  if (!framework) return undefined;
  const ids = grid.rows.map((row) => ID_CELL.exec(row.cells[idColumn]?.text ?? '')?.[2]);
  for (const [column, header] of grid.header.entries()) {
    if (column === idColumn || isOfValues(header.text)) continue;
    if (holdsTitles(framework, grid, ids, column)) return column;
  }
  return undefined;
}

/** Whether a third of the rows carry the title of their id; stops looking where that cannot be reached any more. */
function holdsTitles(
  framework: Framework,
  { rows }: Grid,
  ids: readonly (string | undefined)[],
  column: number,
): boolean {
  const wanted = Math.max(1, rows.length * 0.3);
  let matches = 0;
  for (const [index, row] of rows.entries()) {
    if (isTitled(framework, ids[index], row.cells[column])) matches++;
    if (matches >= wanted) return true;
    if (matches + rows.length - index - 1 < wanted) return false;
  }
  return false;
}

const isOfValues = (header: string): boolean => {
  const meaning = soaColumn(header);
  return meaning !== undefined && meaning !== 'title' && meaning !== 'control';
};

/** Longer than any title with a remark after it. */
const MAX_TITLE = 200;

function isTitled(framework: Framework, number: string | undefined, cell: Cell | undefined): boolean {
  if (number === undefined || !cell || cell.text === '' || cell.text.length > MAX_TITLE) return false;
  const id = `A.${number}`;
  return sharesWord(framework, id, cell.text) && isTitleOf(framework, id, cell.text);
}

function readRow(
  view: FileView,
  row: GridRow,
  idColumn: number,
  titleColumn: number | undefined,
  frameworks: Aims['frameworks'],
): ControlRow | undefined {
  const cell = row.cells[idColumn];
  const match = cell && ID_CELL.exec(cell.text);
  if (!cell || !match?.[2]) return undefined;
  const reference = view.references.find(
    ({ raw }) => raw.form !== 'clause' && cell.span.start <= raw.span.start && raw.span.end <= cell.span.end,
  );
  const title = titleIn(row, reference, titleColumn);
  const span = reference
    ? { start: reference.raw.span.end - reference.raw.id.length, end: reference.raw.span.end }
    : bareSpan(cell, match[2]);
  if (match[1] !== undefined) {
    const letter = match[1].toUpperCase();
    return {
      row,
      form: letter === 'B' ? 'annex-b' : 'annex-a',
      id: `${letter}.${match[2]}`,
      span,
      ...(title ? { title } : {}),
    };
  }
  const framework = frameworks.get('42001');
  const meant = framework && title && controlsTitled(framework, title.text).includes(`A.${match[2]}`);
  return meant ? { row, form: 'bare', id: `A.${match[2]}`, span, title } : undefined;
}

/** The title cell, or the text after the id in the same cell. */
function titleIn(row: GridRow, reference: Reference | undefined, titleColumn: number | undefined): Cell | undefined {
  const own = titleColumn === undefined ? undefined : row.cells[titleColumn];
  if (own && own.text !== '') return own;
  return reference?.raw.title && { ...reference.raw.title, targets: [] };
}

/** Of a number without its `A.`, which opens the cell. */
const bareSpan = (cell: Cell, number: string): Span => ({
  start: cell.span.start,
  end: Math.min(cell.span.start + number.length, cell.span.end),
});

/** Columns that only other kinds of table have. */
const OTHER_COLUMNS =
  /\b(?:finding|findings|audit question|question|gap|gaps|nonconform|auditor|auditee|requirement|coverage|total|eu ai act|nist|mapped|conformity|score|maturity|befund|feststellung)/i;
const OTHER_TITLES =
  /\b(?:gap|audit|checklist|mapping|crosswalk|cross[- ]walk|assessment guide|summary|statistics|roadmap)\b/i;

/**
 * The SoA tables of a file. A table is one where its rows are controls and its columns say whether each is necessary
 * and why; in a file that is the SoA by kind a status or a justification is enough.
 */
export function soaTablesOf(aims: Aims, file: SourceFile): readonly SoaTable[] {
  return soaTablesIn(viewOf(aims, file), aims.frameworks);
}

/** As `soaTablesOf`, for a view. */
export const soaTablesIn = memo2((view: FileView, frameworks: Aims['frameworks']) =>
  controlTablesIn(view, frameworks).flatMap((table) => asSoaTable(view, table) ?? []),
);

function asSoaTable(view: FileView, table: ControlTable): SoaTable | undefined {
  const isSoaFile = view.document.kind?.id === 'soa';
  const headers = table.grid.header.map((cell) => cell.text);
  if (
    headers.some(
      (header, index) => index !== table.idColumn && OTHER_COLUMNS.test(header) && soaColumn(header) === undefined,
    )
  )
    return undefined;
  const heading = view.file.facts.headings[table.grid.heading ?? -1]?.text ?? '';
  if (OTHER_TITLES.test(heading) || (!isSoaFile && OTHER_TITLES.test(view.document.title?.text ?? '')))
    return undefined;
  if (table.rows.every((row) => /^[AB]\.\d+$/.test(row.id))) return undefined;
  const columns = columnsOf(table);
  const reasoned = columns.has('justification') || columns.has('exclusion');
  const enough = columns.has('applicable') ? reasoned || isSoaFile : isSoaFile && (reasoned || columns.has('status'));
  return enough ? { ...table, columns } : undefined;
}

function columnsOf(table: ControlTable): ReadonlyMap<SoaColumn, number> {
  const columns = new Map<SoaColumn, number>([['control', table.idColumn]]);
  if (table.titleColumn !== undefined) columns.set('title', table.titleColumn);
  for (const [index, cell] of table.grid.header.entries()) {
    const column = soaColumn(cell.text) as SoaColumn | undefined;
    if (column !== undefined && index !== table.idColumn && index !== table.titleColumn && !columns.has(column))
      columns.set(column, index);
  }
  return columns;
}

/** The Statement of Applicability of a framework; where a folder holds several, the one in use with the most rows. */
export const soaOf = memo2((aims: Aims, wanted: { readonly framework: FrameworkId }): Soa | undefined => {
  const all = soasOf(aims).filter((soa) => soa.framework === wanted.framework);
  const rows = (soa: Soa): number => soa.tables.reduce((sum, table) => sum + table.rows.length, 0);
  return [...all].sort((a, b) => Number(a.template) - Number(b.template) || rows(b) - rows(a))[0];
});

const AIMS_FRAMEWORK = { framework: '42001' } as const;

/** The Statement of Applicability of the AIMS itself. */
export const aimsSoa = (aims: Aims): Soa | undefined => soaOf(aims, AIMS_FRAMEWORK);

/** Every Statement of Applicability of the folder. Files whose rows overlap are different ones; others are parts of one. */
export const soasOf = memo((aims: Aims): readonly Soa[] => {
  const tables = viewsOf(aims).flatMap((view) => soaTablesOf(aims, view.file));
  return [
    ...groupBy(
      tables.filter((t) => t.framework !== undefined),
      (table) => table.framework ?? '',
    ),
  ].flatMap(([framework, ofOne]) =>
    mergeFiles([...groupBy(ofOne, (table) => table.file).values()]).map((merged) => ({
      framework,
      tables: merged,
      template: merged.every((table) => viewOf(aims, table.file).document.template),
    })),
  );
});

function mergeFiles(files: readonly (readonly SoaTable[])[]): readonly (readonly SoaTable[])[] {
  const merged: SoaTable[][] = [];
  for (const tables of files) {
    const ids = idsOf(tables);
    const home = merged.find((group) => {
      const shared = [...idsOf(group)].filter((id) => ids.has(id)).length;
      return shared <= ids.size * 0.2;
    });
    if (home) home.push(...tables);
    else merged.push([...tables]);
  }
  return merged;
}

const idsOf = (tables: readonly SoaTable[]): ReadonlySet<string> =>
  new Set(tables.flatMap((table) => table.rows.map((row) => row.id)));

/** The cell of a row under a column, if the table has one and the row reaches it. */
export const cellOf = (table: SoaTable, row: ControlRow, column: SoaColumn): Cell | undefined => {
  const index = table.columns.get(column);
  return index === undefined ? undefined : row.row.cells[index];
};

export const isBlankCell = (cell: Cell | undefined): boolean => !cell || normalize(cell.text) === '';
