/** A day of the calendar without time or zone, as `YYYY-MM-DD`; such strings compare as dates. */
export type CivilDate = string & { readonly civilDate: unique symbol };

/** Names and abbreviations in English, German, French and Spanish, without accents. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janner', 'jaenner', 'janvier', 'janv', 'enero', 'ene'],
  ['february', 'feb', 'februar', 'feber', 'fevrier', 'fevr', 'fev', 'febrero'],
  ['march', 'mar', 'marz', 'maerz', 'mrz', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juni', 'juin', 'junio'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio'],
  ['august', 'aug', 'aout', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'setiembre'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'dezember', 'dez', 'decembre', 'diciembre', 'dic'],
];

const MONTH_BY_NAME = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** Words before a day: `le 14 mars 2026`, `am 14. März 2026`, `Monday, 14 March 2026`. */
const LEAD =
  /^(?:(?:[a-z]+day|[a-z]+tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo),? +)?(?:(?:on|the|le|du|au|am|den|dem|vom|der|el|del|al) +)*/;

const ORDINAL = '(?:st|nd|rd|th|er|o|\\.)?';
/** No date goes without one, and most texts that are asked about have none. */
const YEAR = /\d{4}/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const DAY_FIRST = new RegExp(`^(\\d{1,2})${ORDINAL} *(?:of |de |-|/)? *([a-z]+)\\.?,? *(?:de |del |-|/)? *(\\d{4})$`);
const MONTH_FIRST = /^([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/;
const MONTH_ONLY = /^([a-z]+)\.? +(?:de +|del +)?(\d{4})$/;
const YEAR_MONTH = /^(\d{4})-(\d{2})$/;
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const TWO_WAYS = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/;

/** As it is compared: dashes and blanks of one sort, accents kept off, without the words before a day. */
const plain = (text: string): string =>
  text
    .replace(/[‐‑‒–]/g, '-')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(LEAD, '');

/**
 * Reads a date as people write it: ISO with or without a time, `14 March 2026`, `14th of March 2026`, `14-Mar-2026`,
 * `March 14, 2026`, `14.03.2026`, `le 14 mars 2026`, `20260314`, `January 2027` (its last day), non-breaking hyphens included.
 * Of `14/03/2026` only one number can be the month; `3/4/2026` is refused, since nobody can know which of the two is.
 */
export function parseDate(text: string): CivilDate | undefined {
  if (!YEAR.test(text)) return undefined;
  const clean = plain(text);
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(clean);
    if (match) return read(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  }
  return undefined;
}

type Read = (a: string, b: string, c: string) => CivilDate | undefined;

const FORMS: readonly (readonly [RegExp, Read])[] = [
  [ISO, (year, month, day) => civilDate(Number(year), Number(month), Number(day))],
  [COMPACT, (year, month, day) => civilDate(Number(year), Number(month), Number(day))],
  [DOTTED, (day, month, year) => civilDate(Number(year), Number(month), Number(day))],
  [TWO_WAYS, (a, b, year) => eitherWay(Number(a), Number(b), Number(year))],
  [DAY_FIRST, (day, month, year) => civilDate(Number(year), monthNumber(month), Number(day))],
  [MONTH_FIRST, (month, day, year) => civilDate(Number(year), monthNumber(month), Number(day))],
  [MONTH_ONLY, (month, year) => lastOfMonth(Number(year), monthNumber(month))],
  [YEAR_MONTH, (year, month) => lastOfMonth(Number(year), Number(month))],
];

/** The day of two numbers of which only one can be the month, or that are alike. */
function eitherWay(a: number, b: number, year: number): CivilDate | undefined {
  const dayFirst = civilDate(year, b, a);
  const monthFirst = civilDate(year, a, b);
  return dayFirst !== undefined && monthFirst !== undefined && a !== b ? undefined : (dayFirst ?? monthFirst);
}

/** Whether a text has both numbers of a day and a month, and either may be which. */
export function isTwoWays(text: string): boolean {
  const match = TWO_WAYS.exec(plain(text));
  return match !== null && Number(match[1]) <= 12 && Number(match[2]) <= 12;
}

/** Whether a text holds the name of a month, alone or in a date. */
export const namesMonth = (text: string): boolean =>
  plain(text)
    .split(/[^a-z]+/)
    .some((word) => MONTH_BY_NAME.has(word));

const WITHIN =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?<!\d)\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2}[-/]\p{L}{3,9}[-/]\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?\p{L}+\.?,?\s+(?:de\s+)?\d{4}|(?:\p{L}+\.?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s+|de\s+)?\d{4}(?:-\d{2})?/gu;
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
  const clean = plain(text);
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
