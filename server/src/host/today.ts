import { type CivilDate, civilDate } from '../core/text/civil-date';

/** The calendar day of this machine. */
export function today(): CivilDate {
  const now = new Date();
  const date = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (date === undefined) throw new Error('the clock of this machine gives no date');
  return date;
}
