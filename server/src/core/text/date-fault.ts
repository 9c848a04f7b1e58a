import { parseCycle, parseDate } from './civil-date';

/** Why a text that looks like a date is none: no calendar has it, or nobody can tell the month from the day. */
export type DateFault = 'impossible' | 'ambiguous';

const LONGEST = 40;

/** Numbers with separators, or a day beside a word. A sentence that holds a number is no date. */
const LIKE_A_DATE =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{1,2}\.?\s+\p{L}+\.?,?\s+\d{4}$|^\p{L}+\.?\s+\d{1,2},?\s+\d{4}$/u;

/** Words are left alone ("after each change"), and so is text that is still to be replaced. */
export function dateFault(value: string): DateFault | undefined {
  const text = value.trim();
  const isLeftAlone = value.length > LONGEST || /[[\]{}<>_]|[A-Z]{4}-[A-Z]{2}/.test(value);
  if (isLeftAlone || !LIKE_A_DATE.test(text) || parseDate(text) !== undefined || parseCycle(text) !== undefined)
    return undefined;
  return /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text) ? 'ambiguous' : 'impossible';
}

/** For messages: what the text is. */
export const FAULT_TEXTS: Readonly<Record<DateFault, string>> = {
  ambiguous: 'no clear date: nobody can tell which of the two numbers is the month',
  impossible: 'no day of the calendar',
};
