import type { Cell, Grid, GridRow, Text } from '../../model/facts';
import type { Span } from '../../text/span';
import { spanOf } from './blocks';
import { type Inline, readInline } from './inline';
import type { MarkdownNode } from './markdown-node';

/** A table as a grid, and what its cells hold: `inlines[row][column]`, the header being row 0. */
export interface ReadTable {
  readonly grid: Grid;
  readonly inlines: readonly (readonly Inline[])[];
}

export function readTable(
  table: MarkdownNode,
  span: Span,
  heading: number | undefined,
  text: string,
  base: number,
): ReadTable {
  const inlines = table.children.map((row) => row.children.map((cell) => readCell(cell, text, base)));
  const header = (inlines[0] ?? []).map((inline): Text => ({ text: inline.plain, span: inline.span }));
  const rows = table.children.slice(1).map((row, index) => readRow(row, inlines[index + 1] ?? [], header.length, base));
  const grid: Grid = { source: 'markdown', span, header, rows, ...(heading === undefined ? {} : { heading }) };
  return { grid, inlines };
}

function readRow(row: MarkdownNode, inlines: readonly Inline[], width: number, base: number): GridRow {
  const cells: (Cell | undefined)[] = [];
  for (let column = 0; column < width; column++) {
    const inline = inlines[column];
    cells.push(inline && { text: inline.plain, span: inline.span, targets: inline.links });
  }
  return { span: spanOf(row, base) ?? { start: base, end: base }, cells };
}

function readCell(cell: MarkdownNode, text: string, base: number): Inline {
  return readInline(cell, cellContent(cell, text, base), text, base);
}

/** The content of a cell without its pipes and blanks; for an empty cell the place where content would be typed. */
function cellContent(cell: MarkdownNode, text: string, base: number): Span {
  const whole = spanOf(cell, base) ?? { start: base, end: base };
  const first = cell.children[0];
  const last = cell.children.at(-1);
  const start = first && spanOf(first, base)?.start;
  const end = last && spanOf(last, base)?.end;
  if (start !== undefined && end !== undefined) return { start, end };
  let place = text[whole.start] === '|' ? whole.start + 1 : whole.start;
  if (text[place] === ' ' && place < whole.end) place++;
  return { start: place, end: place };
}
