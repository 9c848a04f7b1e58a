import type { Framework, FrameworkId } from '../framework/framework';
import { soaColumn } from '../framework/synonyms';
import { controlsTitled, isTitleOf, sharesWord } from '../framework/titles';
import { groupBy } from '../query/group';
import { memo, memo2 } from '../query/memo';
import { type Places, placesOf } from '../text/places';
import type { Span } from '../text/span';
import type { Aims, SourceFile } from './aims';
import type { Cell, Grid, GridRow } from './facts';
import { type FileView, type Reference, viewOf } from './file-view';

/** A table whose first meaning is "one row, one control": an SoA, an audit checklist, a mapping … */
export interface ControlTable {
  readonly file: SourceFile;
  readonly grid: Grid;
  readonly framework: FrameworkId | undefined;
  readonly idColumn: number;
  readonly titleColumn: number | undefined;
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

const ID_CELL =
  /^(?:(?:ISO(?:\/IEC)?\s*)?(?:42001|27001)(?::20\d\d)?[\s:,-]*)?(?:annex\s+|control\s+)?(?:([AB])\.)?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\p{L}\p{N}.])[\s.):–—-]*/iu;

/** All tables of a file whose rows are controls. */
export function controlTablesOf(aims: Aims, file: SourceFile): readonly ControlTable[] {
  return controlTablesIn(viewOf(aims, file), aims.frameworks);
}

/** As `controlTablesOf`, for a view. */
export const controlTablesIn = memo2((view: FileView, frameworks: Aims['frameworks']): readonly ControlTable[] => {
  const references = view.references.filter(({ raw }) => raw.form !== 'clause');
  const ids = placesOf(references.map(({ raw }) => raw.span));
  const own = placesOf(references.filter((one) => isOwn(one, frameworks)).map(({ raw }) => raw.span));
  return view.file.facts.grids.flatMap((grid) => {
    const idColumn = ids.anyWithin(grid.span) ? findIdColumn(grid, ids, own) : undefined;
    return idColumn === undefined ? [] : [new ReadControlTable(view, grid, idColumn, frameworks)];
  });
});

/** Most tables that hold ids of controls are about something else, and nobody asks for more than their columns. */
class ReadControlTable implements ControlTable {
  constructor(
    readonly view: FileView,
    readonly grid: Grid,
    readonly idColumn: number,
    readonly frameworks: Aims['frameworks'],
  ) {}

  get file(): SourceFile {
    return this.view.file;
  }

  get framework(): FrameworkId | undefined {
    return FRAMEWORK(this).id;
  }

  get titleColumn(): number | undefined {
    return TITLE_COLUMN(this).at;
  }

  get titled(): boolean {
    return TITLED(this);
  }

  get rows(): readonly ControlRow[] {
    return ROWS(this);
  }
}

const REFERENCES = memo(({ view, grid, idColumn }: ReadControlTable) => referencesByRow(view, grid, idColumn));

const FRAMEWORK = memo((table: ReadControlTable) => ({
  id: frameworkOf(table.view, [...REFERENCES(table).values()].flat()),
}));

const TITLE_COLUMN = memo(({ grid, idColumn, frameworks }: ReadControlTable) => ({
  at: findTitleColumn(grid, idColumn, frameworks),
}));

const TITLED = memo(({ grid, titleColumn, rows }: ReadControlTable) => {
  if (titleColumn === undefined || soaColumn(grid.header[titleColumn]?.text ?? '') !== 'title') return false;
  return new Set(rows.map((row) => row.id)).size >= rows.length * 0.9;
});

const ROWS = memo((table: ReadControlTable): readonly ControlRow[] => {
  const { grid, idColumn, titleColumn, frameworks } = table;
  return grid.rows.flatMap((row) => {
    const [reference] = REFERENCES(table).get(row) ?? [];
    return readRow(row, idColumn, titleColumn, reference, frameworks) ?? [];
  });
});

/** The references in one column. Both rows and references stand in the order of the text. */
function referencesByRow(view: FileView, grid: Grid, column: number): ReadonlyMap<GridRow, readonly Reference[]> {
  const rows = grid.rows.filter((row) => row.cells[column] !== undefined);
  const places = placesOf(rows.flatMap((row) => row.cells[column]?.span ?? []));
  const found = new Map<GridRow, Reference[]>();
  for (const reference of view.references) {
    const { span, form } = reference.raw;
    if (form === 'clause' || span.start < grid.span.start || span.end > grid.span.end) continue;
    const row = rows[places.firstFrom(span.start + 1) - 1];
    if (!row || span.end > (row.cells[column]?.span.end ?? 0)) continue;
    const known = found.get(row);
    if (known) known.push(reference);
    else found.set(row, [reference]);
  }
  return found;
}

const LETTERED = /^[^\d]*[AB]\.\d/;

/** The column that holds an id in most of its rows decides; its header may say anything. */
function findIdColumn(grid: Grid, places: Places, own: Places): number | undefined {
  let best: number | undefined;
  let bestCount = 0;
  for (const column of grid.header.keys()) {
    let filled = 0;
    let ids = 0;
    for (const { cells } of grid.rows) {
      const cell = cells[column];
      if (!cell || cell.text === '') continue;
      filled++;
      if (own.anyWithin(cell.span)) ids++;
      else if (places.anyWithin(cell.span) && LETTERED.test(cell.text.slice(0, 40)) && ID_CELL.test(cell.text)) ids++;
    }
    if (ids > bestCount && ids >= filled * 0.6) [best, bestCount] = [column, ids];
  }
  return best;
}

/** What the ids of the column were taken for; of several answers the commonest. */
function frameworkOf(view: FileView, inColumn: readonly Reference[]): FrameworkId | undefined {
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

const isWeak = (reason: string): boolean =>
  reason === 'path' || reason === 'declared' || reason === 'only-standard' || reason === 'default';

const strongest = (view: FileView): FrameworkId | undefined =>
  view.context.path.annex ?? view.context.declared.annex ?? view.context.only.annex ?? view.context.fallback;

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
  row: GridRow,
  idColumn: number,
  titleColumn: number | undefined,
  reference: Reference | undefined,
  frameworks: Aims['frameworks'],
): ControlRow | undefined {
  const cell = row.cells[idColumn];
  if (reference && isOwn(reference, frameworks)) return ownRow(row, reference, titleColumn);
  const match = cell && ID_CELL.exec(cell.text);
  if (!cell || !match?.[2]) return undefined;
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

const isOwn = ({ framework }: Reference, frameworks: Aims['frameworks']): boolean =>
  framework !== undefined && frameworks.get(framework)?.own !== undefined;

/** A row of a framework of the organization, whose ids have a form of their own. */
function ownRow(row: GridRow, reference: Reference, titleColumn: number | undefined): ControlRow {
  const { id, span } = reference.raw;
  const title = titleIn(row, reference, titleColumn);
  return {
    row,
    form: 'annex-a',
    id,
    span: { start: span.end - id.length, end: span.end },
    ...(title ? { title } : {}),
  };
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
