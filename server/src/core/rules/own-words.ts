import { wordForAnswer, wordForStatus } from '../framework/soa-words';
import { applicability, type Implementation, implementation } from '../framework/synonyms';
import type { ControlRow } from '../model/control-table';
import { cellOf, isBlankCell, type SoaColumn, type SoaTable } from '../model/soa';

/** How the author of a table writes that a control is applicable or not: as in other rows, else as it fits to this one. */
export function ownAnswer(table: SoaTable, row: ControlRow, answer: 'yes' | 'no'): string {
  const written = cellOf(table, row, 'applicable')?.text ?? '';
  const word =
    commonest(table, 'applicable', (text) => applicability(text) === answer) ??
    wordForAnswer(answer, written, valuesOf(table));
  return cased(word, written);
}

/** How the author of a table writes a status. */
export function ownStatus(table: SoaTable, status: Implementation): string {
  const used = commonest(table, 'status', (text) => implementation(text) === status);
  return used ?? cased(wordForStatus(status, valuesOf(table)), textsOf(table, 'status')[0] ?? '');
}

const textsOf = (table: SoaTable, column: SoaColumn): readonly string[] =>
  table.rows.flatMap((row) => {
    const cell = cellOf(table, row, column);
    return cell && !isBlankCell(cell) ? [cell.text] : [];
  });

const valuesOf = (table: SoaTable): readonly string[] => [
  ...textsOf(table, 'applicable'),
  ...textsOf(table, 'status'),
  ...table.grid.header.map((cell) => cell.text),
];

/** A cell that holds nothing besides the word: no remark, date or list. */
const isWord = (text: string): boolean => text.split(/\s+/).length <= 3 && !/[\d(),;:–—]|\s-\s/.test(text);

function commonest(table: SoaTable, column: SoaColumn, fits: (text: string) => boolean): string | undefined {
  const counts = new Map<string, number>();
  for (const text of textsOf(table, column))
    if (isWord(text) && fits(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Written small where the author writes small: `planned` beside `in progress`. */
const cased = (word: string, beside: string): string => (/^\p{Ll}/u.test(beside) ? word.toLowerCase() : word);
