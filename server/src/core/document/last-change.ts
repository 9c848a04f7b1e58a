import { dateKey } from '../framework/date-keys';
import { CHANGES_NOTHING } from '../framework/document-words';
import { documentStatus } from '../framework/synonyms';
import type { SourceFile } from '../model/aims';
import type { MetadataEntry } from '../model/facts';
import { memo2 } from '../query/memo';
import type { Config } from '../records/config';
import { type CivilDate, isWholeMonth, parseDate } from '../text/civil-date';
import type { Span } from '../text/span';
import { normalize } from '../text/words';
import { fieldOf } from './document';

/** A day with the place that states it; of a month its last day. */
export interface StatedDay {
  readonly date: CivilDate;
  readonly entry: MetadataEntry;
}

/** When a document was last approved and when its content was last changed, as far as it says so itself. */
export interface Changes {
  readonly approved?: StatedDay;
  readonly changed?: StatedDay;
}

/** The one place that knows how a change of a document is dated. */
export const changesOf = memo2((file: SourceFile, config: Config): Changes => {
  const { metadata } = file.facts;
  if (!metadata.some((entry) => isApproval(entry, config))) return {};
  const approved = latest(metadata.filter((entry) => !isChange(entry) && fieldOf(entry.key, config) === 'approved_on'));
  const changed = isUnderWay(metadata) ? undefined : latest(metadata.filter((entry) => isNewText(file, entry)));
  return { ...(approved ? { approved } : {}), ...(changed ? { changed } : {}) };
});

/** The newest of all dates of an approval counts, if one of them can mean nothing else. */
const isApproval = ({ key }: MetadataEntry, config: Config): boolean =>
  dateKey(key) === 'approval' ||
  (config.metadataKeys.size > 0 && config.metadataKeys.has(normalize(key)) && fieldOf(key, config) === 'approved_on');

const isChange = ({ key }: MetadataEntry): boolean => dateKey(key) === 'change';

/** The row of a change log may say that nothing but its form was changed, or that the change was approved with it. */
function isNewText({ facts }: SourceFile, entry: MetadataEntry): boolean {
  if (!isChange(entry)) return false;
  if (entry.source !== 'change-log') return true;
  const isHere = ({ start, end }: Span): boolean => start <= entry.valueSpan.start && entry.valueSpan.end <= end;
  const row = facts.grids.find(({ span }) => isHere(span))?.rows.find(({ span }) => isHere(span));
  return !row?.cells.some((cell) => cell !== undefined && CHANGES_NOTHING.test(cell.text));
}

/** The newest version of the change log is a draft, and the approval is of the one before. */
const isUnderWay = (metadata: readonly MetadataEntry[]): boolean =>
  metadata.some(({ key, value, source }) => {
    const status = source === 'change-log' && normalize(key).includes('status') ? documentStatus(value) : undefined;
    return status === 'draft' || status === 'in-review';
  });

function latest(entries: readonly MetadataEntry[]): StatedDay | undefined {
  let newest: StatedDay | undefined;
  for (const entry of entries) {
    const date = parseDate(entry.value);
    if (date !== undefined && (!newest || date > newest.date)) newest = { date, entry };
  }
  return newest;
}

/** Whether one day is surely after another: a month is not after a day of it. */
export const isAfter = (one: StatedDay, other: StatedDay): boolean =>
  isWholeMonth(one.entry.value) || isWholeMonth(other.entry.value)
    ? one.date.slice(0, 7) > other.date.slice(0, 7)
    : one.date > other.date;
