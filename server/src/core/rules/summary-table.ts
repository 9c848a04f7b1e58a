import { type Counted, countedBy, speaksOfControls } from '../framework/control-counts';
import type { Grid, GridRow } from '../model/facts';
import type { FileView } from '../model/file-view';
import type { Span } from '../text/span';

/** One number of a table that sums up the Statement of Applicability. */
export interface SummaryCount {
  readonly what: Counted;
  /** Of the controls below this id (`A.6`, `A.6.1`), of all where there is none. */
  readonly domain?: string;
  readonly count: number;
  readonly span: Span;
  /** The label as its author wrote it, which may be a status of the document's own. */
  readonly label: string;
}

/** The counts of a table, whichever way round it stands; none where it sums up something else. */
export function summaryCounts(view: FileView, grid: Grid): readonly SummaryCount[] {
  if (grid.header.length < 2 || grid.rows.length > MAX_ROWS) return [];
  const counts = grid.rows.flatMap((row) => countsOfRow(view.file.text, grid, row));
  const states = counts.filter(({ what }) => what !== 'total');
  return states.length > 0 && counts.length > 1 && isAboutControls(view, grid) ? counts : [];
}

/** A summary is short. */
const MAX_ROWS = 40;

function isAboutControls({ file }: FileView, grid: Grid): boolean {
  const heading = file.facts.headings[grid.heading ?? -1]?.text ?? '';
  const labels = grid.rows.map((row) => row.cells[0]?.text ?? '');
  return [heading, ...grid.header.map((cell) => cell.text), ...labels].some(
    (text) => speaksOfControls(text) || /\b(?:soa|applicab|aplicab|anwendbar)/i.test(text),
  );
}

const NUMBER = /^\s*(\d{1,3})(?!\d)(?:\s*[/(].*)?\s*$/;
const DOMAIN = /(?<![\p{L}\p{N}.])A\.(\d{1,2}(?:\.\d)?)(?![\d.]*\d)/u;

/** What a row is about: one domain of the annex, one state, or whatever the headers say. */
type RowLabel =
  | { readonly kind: 'domain'; readonly id: string }
  | { readonly kind: 'state'; readonly what: Counted; readonly text: string }
  | { readonly kind: 'all' };

function countsOfRow(source: string, grid: Grid, row: GridRow): readonly SummaryCount[] {
  const label = labelOf(row.cells[0]?.text ?? '');
  if (!label) return [];
  return grid.header.flatMap((header, index) => {
    const cell = row.cells[index];
    const digits = NUMBER.exec(cell?.text ?? '')?.[1];
    const what = digits === undefined ? undefined : meaningOf(label, countedBy(header.text));
    if (!cell || digits === undefined || what === undefined) return [];
    const start = source.indexOf(digits, cell.span.start);
    return [
      {
        what,
        count: Number(digits),
        span: { start, end: start + digits.length },
        label: label.kind === 'state' ? label.text : header.text,
        ...(label.kind === 'domain' ? { domain: label.id } : {}),
      },
    ];
  });
}

/** A row that starts with a number has no label, and all its headers speak. */
function labelOf(text: string): RowLabel | undefined {
  const domain = DOMAIN.exec(text)?.[1];
  if (domain !== undefined) return { kind: 'domain', id: `A.${domain}` };
  if (NUMBER.test(text)) return { kind: 'all' };
  const what = countedBy(text);
  if (what === 'total') return { kind: 'all' };
  return what === undefined || what === 'count' || what === 'share' ? undefined : { kind: 'state', what, text };
}

/** Below `Count` a number is of what its row says, below a state it is of that state. */
function meaningOf(label: RowLabel, column: ReturnType<typeof countedBy>): Counted | undefined {
  if (column === undefined || column === 'share') return undefined;
  if (label.kind === 'state') return column === 'count' || column === 'total' ? label.what : undefined;
  return column === 'count' ? 'total' : column;
}
