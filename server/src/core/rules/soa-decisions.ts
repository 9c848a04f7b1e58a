import type { Aims } from '../model/aims';
import type { FileView } from '../model/file-view';
import { type Soa, type SoaTable, soaTablesOf } from '../model/soa';
import { memo } from '../query/memo';
import { type RowReading, readRow, type SoaRow } from '../readiness/controls';

/** One row of the Statement of Applicability with what it says. */
export interface Decision extends SoaRow {
  readonly reading: RowReading;
}

/** Whether the decisions of a file hold: forms and versions out of force decide nothing. */
export const decides = ({ document }: FileView): boolean =>
  !document.template && document.status !== 'superseded' && document.status !== 'obsolete';

/** The decisions about controls of Annex A in a file. */
export function decisionsIn(view: FileView, aims: Aims): readonly Decision[] {
  const tables = soaTablesOf(aims, view.file);
  return tables.length === 0 || !decides(view) ? [] : tables.flatMap(decisionsInTable);
}

/** Those of one Statement of Applicability, in whatever files it stands. */
export const decisionsOf = memo((soa: Soa): readonly Decision[] => soa.tables.flatMap(decisionsInTable));

const decisionsInTable = memo((table: SoaTable): readonly Decision[] =>
  table.framework === '42001' ? table.rows.map((row) => ({ table, row, reading: readRow({ table, row }) })) : [],
);
