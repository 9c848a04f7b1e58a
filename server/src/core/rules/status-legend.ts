import { implementation } from '../framework/synonyms';
import type { Grid } from '../model/facts';
import type { FileView } from '../model/file-view';
import type { SoaTable } from '../model/soa';
import { sentencesOf } from '../text/sentences';
import { normalize } from '../text/words';

/** Whether a document explains a status of its own: in a table of its states, or in a line that lists them. */
export function isExplained({ file }: FileView, table: SoaTable, status: string): boolean {
  const word = normalize(status);
  if (word === '') return false;
  return (
    file.facts.grids.some((grid) => grid !== table.grid && isLegend(grid, word)) ||
    sentencesOf(
      file.text,
      file.facts.grids.map(({ span }) => span),
    ).some(({ text }) => listsStates(text, word))
  );
}

/** A table with a row for the word and others for states everybody knows. */
function isLegend({ rows }: Grid, word: string): boolean {
  const names = rows.map((row) => row.cells[0]?.text ?? '');
  return names.some((name) => normalize(name) === word) && names.filter(isKnown).length >= 1;
}

/** `Status: Implemented · Partial · Process`. */
function listsStates(sentence: string, word: string): boolean {
  if (!` ${normalize(sentence)} `.includes(` ${word} `)) return false;
  return sentence.split(/[·|/,;:•]|\s[–—-]\s/).filter((part) => isKnown(part.replace(/[*_`.]/g, ''))).length >= 2;
}

const isKnown = (text: string): boolean => implementation(text) !== undefined;
