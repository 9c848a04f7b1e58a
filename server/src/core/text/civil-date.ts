/** A day of the calendar without time or zone, as `YYYY-MM-DD`; such strings compare as dates. */
export type CivilDate = string & { readonly civilDate: unique symbol };

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene'],
  ['february', 'feb', 'februar', 'février', 'févr', 'fevrier', 'febrero'],
  ['march', 'mar', 'märz', 'maerz', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juni', 'juin', 'junio'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'diciembre', 'dic'],
];

const MONTH_BY_NAME = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/u;
const MONTH_FIRST = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const MONTH_ONLY = /^(\p{L}+)\.?\s+(?:de\s+)?(\d{4})$/u;
const YEAR_MONTH = /^(\d{4})-(\d{2})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/**
 * Reads a date as people write it: ISO, `14 March 2026`, `March 14, 2026`, `14.03.2026`, `January 2027` (its last day),
 * non-breaking hyphens included. `3/4/2026` is refused, since nobody can know which of the two is the month.
 */
export function parseDate(text: string): CivilDate | undefined {
  const clean = text
    .replace(/[‐‑‒–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  const iso = ISO.exec(clean);
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = DOTTED.exec(clean);
  if (dotted) return civilDate(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const dayFirst = DAY_FIRST.exec(clean);
  if (dayFirst) return civilDate(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(clean);
  if (monthFirst) return civilDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
  const monthOnly = MONTH_ONLY.exec(clean);
  if (monthOnly) return lastOfMonth(Number(monthOnly[2]), monthNumber(monthOnly[1]));
  const yearMonth = YEAR_MONTH.exec(clean);
  return yearMonth ? lastOfMonth(Number(yearMonth[1]), Number(yearMonth[2])) : undefined;
}

const WITHIN =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?\p{L}+\.?,?\s+(?:de\s+)?\d{4}|(?:\p{L}+\.?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s+|de\s+)?\d{4}(?:-\d{2})?/gu;
const QUARTER =
  /(?<![\p{L}\d])(?:([QTqt])([1-4])|([HhSs])([12]))[\s/-]*(\d{4})|(\d{4})[\s/-]*(?:([QTqt])([1-4])|([HhSs])([12]))(?!\d)/u;

/** The first date that stands somewhere in a text: `planned (30 June 2026)`; of `Q3 2026` and `H1 2027` the last day. */
export function dateWithin(text: string): CivilDate | undefined {
  const clean = text.replace(/[‐‑‒–]/g, '-');
  const part = QUARTER.exec(clean);
  if (part) return endOfPart(part);
  for (const match of clean.matchAll(WITHIN)) {
    const date = parseDate(match[0]);
    if (date !== undefined) return date;
  }
  return undefined;
}

function endOfPart(part: RegExpExecArray): CivilDate | undefined {
  const quarter = Number(part[2] ?? part[8] ?? 0);
  const half = Number(part[4] ?? part[10] ?? 0);
  return lastOfMonth(Number(part[5] ?? part[6]), quarter * 3 + half * 6);
}

/** Whether a text names a month and no day of it. */
export const isWholeMonth = (text: string): boolean => {
  const clean = text
    .replace(/[‐‑‒–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return parseDate(text) !== undefined && (MONTH_ONLY.test(clean) || YEAR_MONTH.test(clean));
};

const monthNumber = (name: string | undefined): number => MONTH_BY_NAME.get(name ?? '') ?? 0;

/** A date with a remark after it is one: `17 June 2026: all passed`. */
export const parseLeadingDate = (text: string): CivilDate | undefined =>
  parseDate(text) ?? parseDate(text.split(/\s*[:;(–—]/)[0] ?? '');

/** The date of these numbers, or nothing where the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return format(year, month, day);
}

function lastOfMonth(year: number, month: number): CivilDate | undefined {
  return month < 1 || month > 12 ? undefined : format(year, month, daysInMonth(year, month));
}

const format = (year: number, month: number, day: number): CivilDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The same day `months` later; the last day of that month where it is shorter (31 January + 1 = 28 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = (total % 12) + 1;
  return format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Whole days from `a` to `b`, negative when `b` is earlier. */
export const daysBetween = (a: CivilDate, b: CivilDate): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** For messages: `3 Oct 2026`. */
export function displayDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTH_NAMES[(month ?? 1) - 1]} ${year}`;
}

const CYCLES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:annual|annually|yearly|every year|jährlich|annuel|annuelle|anual)\b/i, 12],
  [/\b(?:semi-?annual|semi-?annually|half-?yearly|biannual|halbjährlich|semestriel|semestral)\b/i, 6],
  [/\b(?:quarterly|every quarter|vierteljährlich|quartalsweise|trimestriel|trimestral)\b/i, 3],
  [/\b(?:monthly|every month|monatlich|mensuel|mensual)\b/i, 1],
  [/\b(?:biennial|every two years|every 2 years|alle zwei jahre)\b/i, 24],
];

/** Months of a review cycle in words (`annual`, `every 6 months`, `vierteljährlich`). */
export function parseCycle(text: string): number | undefined {
  const counted = /(\d{1,2})\s*-?\s*(?:months?|monate?|mois|meses)\b/i.exec(text);
  if (counted) return Number(counted[1]);
  const years = /(\d)\s*-?\s*(?:years?|jahre?|ans?|años?)\b/i.exec(text);
  if (years) return Number(years[1]) * 12;
  const semi = CYCLES[1];
  if (semi?.[0].test(text)) return semi[1];
  return CYCLES.find(([pattern]) => pattern.test(text))?.[1];
}
