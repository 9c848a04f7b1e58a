import { isTwoWays, namesMonth, parseDate } from './civil-date';
import { parseCycle } from './review-cycle';

/**
 * Why a text that looks like a date is none: no calendar has it, nobody can tell the month from the day, the year is cut
 * short, or the month is in no language that is read here.
 */
export type DateFault = 'impossible' | 'ambiguous' | 'short-year' | 'unread';

const LONGEST = 40;

const NUMBERS = /^\d{1,4}[-/.] ?\d{1,2}[-/.] ?\d{1,4}$/;

/** Numbers with separators, or a day beside a word. A sentence that holds a number is no date. */
const WORDED = /^\d{1,2}(?:st|nd|rd|th|\.)?[-/\s]+\p{L}{3,}\.?,?[-/\s]+\d{4}$|^\p{L}{3,}\.?\s+\d{1,2},?\s+\d{4}$/u;

/** Words are left alone ("after each change"), and so is text that is still to be replaced. */
export function dateFault(value: string): DateFault | undefined {
  const text = value.trim().replace(/[‐‑‒–]/g, '-');
  const isLeftAlone = value.length > LONGEST || /[[\]{}<>_]|[A-Z]{4}-[A-Z]{2}/.test(value);
  const isNumbers = NUMBERS.test(text);
  if (
    isLeftAlone ||
    !(isNumbers || WORDED.test(text)) ||
    parseDate(text) !== undefined ||
    parseCycle(text) !== undefined
  )
    return undefined;
  if (isNumbers && !/\d{4}/.test(text)) return 'short-year';
  if (isTwoWays(text)) return 'ambiguous';
  return isNumbers || namesMonth(text) ? 'impossible' : 'unread';
}

/** For messages: what the text is. */
export const FAULT_TEXTS: Readonly<Record<DateFault, string>> = {
  ambiguous: 'no clear date: nobody can tell which of the two numbers is the month',
  impossible: 'no day of the calendar',
  'short-year': 'no clear date: the year has two digits',
  unread: 'no date that can be read: the month is none in English, German, French or Spanish',
};
