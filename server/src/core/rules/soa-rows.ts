import type { Control } from '../framework/framework';
import type { SoaColumn, SoaTable } from '../model/soa';

export interface NewRow {
  readonly at: number;
  readonly text: string;
}

/** A row for a control in the form of the table: the author's columns, its place in the order of ids. */
export function newRow(table: SoaTable, control: Control): NewRow | undefined {
  const before = lastBefore(table, control.id);
  const at = before?.row.span.end ?? table.grid.span.end;
  switch (table.grid.source) {
    case 'markdown':
      return { at, text: `${lineBreak(table)}| ${cells(table, control).join(' | ')} |` };
    case 'csv':
      return { at, text: `${lineBreak(table)}${cells(table, control).map(quoted).join(delimiterOf(table))}` };
    case 'yaml':
      return yamlRow(table, control, at);
  }
}

const lineBreak = (table: SoaTable): string => (table.file.text.includes('\r\n') ? '\r\n' : '\n');

/** The last row whose id comes before this one, in the order of the standard. */
function lastBefore(table: SoaTable, id: string): SoaTable['rows'][number] | undefined {
  const before = table.rows.filter((row) => compareIds(row.id, id) < 0);
  return before.at(-1) ?? table.rows.at(-1);
}

export function compareIds(a: string, b: string): number {
  const left = a.split('.').slice(1).map(Number);
  const right = b.split('.').slice(1).map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function cells(table: SoaTable, control: Control): readonly string[] {
  const byIndex = new Map([...table.columns].map(([column, index]) => [index, column]));
  return table.grid.header.map((_, index) => cellText(byIndex.get(index), control));
}

const cellText = (column: SoaColumn | undefined, control: Control): string =>
  column === 'control' ? control.id : column === 'title' ? control.title : '';

const quoted = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function delimiterOf(table: SoaTable): string {
  const [first, second] = table.grid.header;
  const between = first && second ? table.file.text.slice(first.span.end, second.span.start) : ',';
  return /[;\t]/.exec(between)?.[0] ?? ',';
}

/** A list item with the keys of its neighbours, at their indent. */
function yamlRow(table: SoaTable, control: Control, at: number): NewRow | undefined {
  const sample = table.rows[0]?.row.span.start;
  if (sample === undefined) return undefined;
  const line = table.file.text.slice(table.file.text.lastIndexOf('\n', sample - 1) + 1, sample);
  const dash = /^(\s*)-(\s+)$/.exec(line);
  if (!dash) return undefined;
  const end = trimEnd(table.file.text, at);
  const indent = `${dash[1] ?? ''} ${' '.repeat(dash[2]?.length ?? 1)}`;
  const keys = table.grid.header.map((header, index) => {
    const column = [...table.columns].find(([, i]) => i === index)?.[0];
    return `${header.text}: ${yamlText(cellText(column, control))}`.trimEnd();
  });
  return { at: end, text: `\n${dash[1] ?? ''}-${dash[2] ?? ' '}${keys.join(`\n${indent}`)}` };
}

const yamlText = (text: string): string => text;

function trimEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}
