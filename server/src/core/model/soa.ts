import type { FrameworkId } from '../framework/framework';
import { soaColumn } from '../framework/synonyms';
import { groupBy } from '../query/group';
import { memo, memo2 } from '../query/memo';
import { normalize } from '../text/words';
import type { Aims, SourceFile } from './aims';
import { type ControlRow, type ControlTable, controlTablesIn } from './control-table';
import type { Cell } from './facts';
import { type FileView, viewOf, viewsOf } from './file-view';

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
  | 'due'
  | 'framework';

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
  if (!saysEnough(table, isSoaFile) || isOfAnotherKind(view, table, isSoaFile)) return undefined;
  const { file, grid, framework, idColumn, titleColumn, titled, rows } = table;
  if (rows.every((row) => /^[AB]\.\d+$/.test(row.id))) return undefined;
  return { file, grid, framework, idColumn, titleColumn, titled, rows, columns: columnsOf(table) };
}

/** Whether the columns say what is applicable, and why; in a file that is the SoA a status or a reason is enough. */
function saysEnough({ grid, idColumn }: ControlTable, isSoaFile: boolean): boolean {
  const meanings = new Set(grid.header.map(({ text }, index) => (index === idColumn ? undefined : soaColumn(text))));
  const reasoned = meanings.has('justification') || meanings.has('exclusion');
  return meanings.has('applicable') ? reasoned || isSoaFile : isSoaFile && (reasoned || meanings.has('status'));
}

function isOfAnotherKind(view: FileView, { grid, idColumn }: ControlTable, isSoaFile: boolean): boolean {
  const heading = view.file.facts.headings[grid.heading ?? -1]?.text ?? '';
  if (OTHER_TITLES.test(heading) || (!isSoaFile && OTHER_TITLES.test(view.document.title?.text ?? ''))) return true;
  return grid.header.some(
    ({ text }, index) => index !== idColumn && OTHER_COLUMNS.test(text) && soaColumn(text) === undefined,
  );
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
