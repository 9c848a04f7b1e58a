import type { Aims } from '../model/aims';
import type { Heading } from '../model/facts';
import { viewAt } from '../model/file-view';
import { type AimsRecord, recordTablesOf } from '../model/records';
import { soaTablesOf } from '../model/soa';
import type { Span } from '../text/span';
import type { DocumentSymbol } from './feature';

/** The outline of a file: headings with the SoA rows and records below them; keys and records in YAML and CSV. */
export function symbols(aims: Aims, path: string): readonly DocumentSymbol[] {
  const view = viewAt(aims, path);
  if (!view) return [];
  const rows = soaTablesOf(aims, view.file).flatMap((table) =>
    table.rows.map(
      (row): DocumentSymbol => ({
        name: row.id,
        ...(row.title ? { detail: row.title.text } : {}),
        kind: 'control',
        span: row.row.span,
        selection: within(row.span, row.row.span),
        children: [],
      }),
    ),
  );
  rows.push(...recordTablesOf(aims, view.file).flatMap((table) => table.records.map(recordSymbol)));
  rows.sort((a, b) => a.span.start - b.span.start);
  if (view.file.facts.format === 'markdown') return nest(view.file.facts.headings, rows);
  const keys = view.file.facts.metadata.map(
    (entry): DocumentSymbol => ({
      name: entry.key,
      detail: entry.value.slice(0, 80),
      kind: 'key',
      span: { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.valueSpan.end) },
      selection: entry.keySpan,
      children: [],
    }),
  );
  return [...keys, ...rows].sort((a, b) => a.span.start - b.span.start);
}

function recordSymbol({ id, name, span }: AimsRecord): DocumentSymbol {
  const own = id ?? name;
  return {
    name: own?.text.slice(0, 80) ?? '',
    ...(id && name ? { detail: name.text.slice(0, 80) } : {}),
    kind: 'row',
    span,
    selection: within(own?.span ?? span, span),
    children: [],
  };
}

/** The editor asks for the selection to lie inside the range. */
const within = (inner: Span, outer: Span): Span => ({
  start: Math.max(inner.start, outer.start),
  end: Math.min(Math.max(inner.end, outer.start), outer.end),
});

interface Open {
  readonly heading: Heading;
  readonly symbol: DocumentSymbol & { readonly children: DocumentSymbol[] };
}

/** Headings by level, each row below the heading it stands under. */
function nest(headings: readonly Heading[], rows: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: Open[] = [];
  const pending = [...rows];
  const placeRows = (until: number): void => {
    while (pending[0] && pending[0].span.start < until)
      (open.at(-1)?.symbol.children ?? top).push(pending.shift() as DocumentSymbol);
  };
  for (const heading of headings) {
    placeRows(heading.section.start);
    while ((open.at(-1)?.heading.depth ?? 0) >= heading.depth) open.pop();
    const symbol = {
      name: heading.text || '(untitled)',
      kind: 'heading' as const,
      span: heading.section,
      selection: within(heading.span, heading.section),
      children: [] as DocumentSymbol[],
    };
    (open.at(-1)?.symbol.children ?? top).push(symbol);
    open.push({ heading, symbol });
  }
  placeRows(Number.MAX_SAFE_INTEGER);
  return top;
}
