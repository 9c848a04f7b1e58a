import { fieldNamed, type RecordType } from '../records/record-type';
import type { Aims } from './aims';
import { evidenceLinks } from './evidence';
import type { Grid, Link } from './facts';
import type { FileView } from './file-view';
import { recordsIn, recordTableOf, typeOfDocument } from './records';
import { cellOf, soaTablesIn } from './soa';

/**
 * Paths that a file cites without a link: in backticks or as they are, in the evidence of the SoA and in the fields of
 * records that name files. Elsewhere a path in backticks may be an example.
 */
export const citedPaths = (view: FileView, aims: Aims): readonly Link[] => [
  ...soaPaths(view, aims),
  ...listedPaths(view, aims),
  ...ownPaths(view, aims),
];

const isCited = ({ kind }: Link): boolean => kind === 'code' || kind === 'value';

const soaPaths = (view: FileView, { frameworks }: Aims): readonly Link[] =>
  soaTablesIn(view, frameworks).flatMap((table) =>
    table.rows.flatMap((row) => {
      const cell = cellOf(table, row, 'evidence');
      return cell ? evidenceLinks(view.file, cell).filter(isCited) : [];
    }),
  );

/** Of lists and tables of records. To recognize them takes longer than to see that most hold no path at all. */
function listedPaths(view: FileView, { frameworks }: Aims): readonly Link[] {
  if (view.document.template) return [];
  const tables = view.file.facts.grids
    .filter(holdsPaths)
    .flatMap((grid) => recordTableOf(view, grid, frameworks) ?? []);
  return tables.flatMap(({ type, grid, columns }) =>
    [...columns].flatMap(([field, column]) =>
      namesPaths(type, field) ? grid.rows.flatMap((row) => row.cells[column]?.targets.filter(isCited) ?? []) : [],
    ),
  );
}

const holdsPaths = (grid: Grid): boolean =>
  grid.rows.some(({ cells }) => cells.some((cell) => cell?.targets.some(isCited)));

/** Of a document that is one record. */
function ownPaths(view: FileView, { frameworks }: Aims): readonly Link[] {
  const cited = view.file.facts.links.filter((link) => isCited(link) && isInMetadata(view, link));
  if (view.document.template || cited.length === 0 || !typeOfDocument(view)) return [];
  return recordsIn(view, frameworks)
    .filter(({ reason }) => reason === 'front matter')
    .flatMap(({ type, fields }) => [...fields].flatMap(([field, value]) => (namesPaths(type, field) ? value.span : [])))
    .flatMap(({ start, end }) => cited.filter(({ span }) => start <= span.start && span.end <= end));
}

const isInMetadata = ({ file }: FileView, { span }: Link): boolean =>
  file.facts.metadata.some((entry) => entry.valueSpan.start <= span.start && span.end <= entry.valueSpan.end);

const namesPaths = (type: RecordType, field: string): boolean =>
  fieldNamed(type, field)?.refersTo?.includes('path') === true;
