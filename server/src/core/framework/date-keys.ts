import data from '../../../data/synonyms/date-keys.yaml';
import { remember } from '../query/remember';
import { normalize } from '../text/words';

export type DateKey = 'approval' | 'change' | 'collected' | 'valid_until';

/** The shape of the data file; a test checks it. */
const KEYS = new Map(
  Object.entries(data as Readonly<Record<DateKey, readonly string[]>>).flatMap(([meaning, keys]) =>
    keys.map((key) => [normalize(key), meaning as DateKey] as const),
  ),
);

/** What a key of metadata dates, where it can mean nothing else. */
export const dateKey = remember((key: string): DateKey | undefined => KEYS.get(normalize(key)));
