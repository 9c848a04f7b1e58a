import { DESCRIBES_PROCESS, PROCEDURE } from '../framework/document-words';
import type { SourceFile } from '../model/aims';
import type { GridRow, Text } from '../model/facts';
import { parseDate } from '../text/civil-date';

/** So much of the text is looked at for what a document says of itself. */
const OPENING = 2000;

/**
 * Whether a document tells how something is done, and not that it was: its title says so, three of its sections do, or it
 * opens with a sentence that does. One with a table of dated rows is a record, however it begins.
 */
export function describesProcess(file: SourceFile, title: Text | undefined): boolean {
  if (file.facts.format !== 'markdown' || hasDatedRows(file)) return false;
  const { headings, frontMatter } = file.facts;
  if (PROCEDURE.test(title?.text ?? '')) return true;
  if (headings.slice(1).filter((heading) => PROCEDURE.test(heading.text)).length >= 3) return true;
  const start = frontMatter?.end ?? 0;
  return DESCRIBES_PROCESS.test(file.text.slice(start, start + OPENING));
}

const hasDatedRows = ({ facts }: SourceFile): boolean =>
  facts.grids.some(({ rows }) => {
    const first = rows.findIndex(isDated);
    return first >= 0 && rows.findLastIndex(isDated) > first;
  });

const isDated = ({ cells }: GridRow): boolean =>
  cells.some((cell) => cell !== undefined && parseDate(cell.text) !== undefined);
