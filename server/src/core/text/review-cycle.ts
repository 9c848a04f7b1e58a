import { parseDate } from './civil-date';

/** How often something is reviewed, in words of English, German, French and Spanish, without accents. */

/** Numbers that stand before a unit of time. */
const NUMBERS: readonly (readonly string[])[] = [
  [
    'one',
    'a',
    'an',
    'ein',
    'eine',
    'einem',
    'einen',
    'jedes',
    'jeden',
    'un',
    'une',
    'uno',
    'una',
    'every',
    'each',
    'per',
    'chaque',
    'cada',
    'pro',
    'par',
    'por',
    'al',
    'im',
  ],
  ['two', 'other', 'second', 'zwei', 'zweite', 'zweites', 'deux', 'dos'],
  ['three', 'third', 'drei', 'dritte', 'drittes', 'trois', 'tres'],
  ['four', 'vier', 'quatre', 'cuatro'],
  ['five', 'funf', 'cinq', 'cinco'],
  ['six', 'sechs', 'seis'],
  ['seven', 'sieben', 'sept', 'siete'],
  ['eight', 'acht', 'huit', 'ocho'],
  ['nine', 'neun', 'neuf', 'nueve'],
  ['ten', 'zehn', 'dix', 'diez'],
  ['eleven', 'elf', 'onze', 'once'],
  ['twelve', 'zwolf', 'douze', 'doce'],
  ...Array.from({ length: 5 }, () => []),
  ['eighteen', 'achtzehn', 'dix-huit', 'dieciocho'],
  ...Array.from({ length: 5 }, () => []),
  ['twenty-four', 'twenty four', 'vierundzwanzig', 'vingt-quatre', 'veinticuatro'],
];

const NUMBER_BY_NAME = new Map(NUMBERS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** Months of a unit, roughly. */
const UNITS: readonly (readonly [string, number])[] = [
  ['days?|tage?n?|jours?|dias?', 12 / 365],
  ['weeks?|wochen?|semaines?|semanas?', 12 / 52],
  ['months?|monthly|monate?n?|mois|mes(?:es)?', 1],
  ['quarters?|quartale?n?|trimestres?', 3],
  ['half[- ]?years?|halbjahre?n?|semestres?', 6],
  ['years?|jahre?n?|ans?|annees?|anos?', 12],
];

const WORDS = [...NUMBER_BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|');
const COUNTED = UNITS.map(
  ([unit, months]) => [new RegExp(`(?<![a-z\\d.])(\\d{1,3}|${WORDS})[- ]*(?:${unit})(?![a-z])`), months] as const,
);

/** `twice a year`, `zweimal jährlich`, `dos veces al año`. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/\btwice\b|\b(?:2|two) times\b|\bzwei ?mal\b|\b2 ?mal\b|\b(?:2|deux) fois\b|\b(?:2|dos) veces\b/, 2],
  [/\b(?:3|three) times\b|\bdrei ?mal\b|\b3 ?mal\b|\b(?:3|trois) fois\b|\b(?:3|tres) veces\b/, 3],
  [/\b(?:4|four) times\b|\bvier ?mal\b|\b4 ?mal\b|\b(?:4|quatre) fois\b|\b(?:4|cuatro) veces\b/, 4],
];

const A_YEAR = /\byear|\bannu|\bjahr|\ban\b|\bano\b|\banual/;

/** The longer and rarer ones first: `semi-annual` is no `annual`. */
const ADJECTIVES: readonly (readonly [RegExp, number])[] = [
  [/\btrienni?al|\btrienal|\bdreijahr(?:ig|lich)/, 36],
  [/\bbienni?al|\bbienal|\bbisannuel|\bzweijahr(?:ig|lich)/, 24],
  [
    /\bsemi-? ?annual|\bhalf-? ?yearly|\bbiannual|\bbianual|\bsix-? ?monthly|\bhalbjahr(?:ig|lich)|\bsemestriel|\bsemestral/,
    6,
  ],
  [/\bquarterly|\bvierteljahr(?:ig|lich)|\bquartalsweise|\btrimestriel|\btrimestral/, 3],
  [/\bmonthly|\bmonatlich|\bmensuel|\bmensual/, 1],
  [/\bannual|\byearly|\bjahrlich|\bannuel|\banual|\btous les ans\b|\btodos los anos\b|\bper annum\b/, 12],
];

/** `P1Y`, `P6M`, `P1Y6M` of ISO 8601. */
const DURATION = /^p(?=\d)(?:(\d{1,2})y)?(?:(\d{1,2})m)?$/;

const MOST = 120;

/** Months of a review cycle: `annual`, `every six months`, `zweimal jährlich`, `cada dos años`, `P1Y`. */
export function parseCycle(text: string): number | undefined {
  const clean = plain(text);
  const months = duration(clean) ?? times(clean) ?? counted(clean) ?? adjective(clean);
  return months === undefined || months <= 0 || months > MOST ? undefined : Math.max(1, Math.round(months));
}

const LONGEST = 60;

/** Reviews on occasion have no cycle. */
const ON_OCCASION =
  /\b(?:change|incident|event|demand|request|need|anderung|vorfall|anlass|bedarf|changement|modification|evenement|besoin|cambio|incidente|necesidad|evento)/;

/** Whether a text gives a number of something and cannot be read; what is still to be replaced is left alone. */
export function isUnreadCycle(text: string): boolean {
  const clean = plain(text);
  const isLeftAlone = clean.length > LONGEST || /[[\]{}<>_]/.test(text) || ON_OCCASION.test(clean);
  return !isLeftAlone && /\d/.test(clean) && parseCycle(text) === undefined && parseDate(text) === undefined;
}

const plain = (text: string): string =>
  text
    .replace(/[‐‑‒–]/g, '-')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function duration(text: string): number | undefined {
  const match = DURATION.exec(text);
  return match ? Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0) : undefined;
}

function times(text: string): number | undefined {
  const found = TIMES.find(([pattern]) => pattern.test(text));
  return found && A_YEAR.test(text) ? 12 / found[1] : undefined;
}

/** Of several the first that is said: `every six months, at the latest after one year`. */
function counted(text: string): number | undefined {
  const found = COUNTED.flatMap(([pattern, months]) => {
    const match = pattern.exec(text);
    return match ? [{ at: match.index, months: months * numberOf(match[1] ?? '') }] : [];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.months;
}

const numberOf = (word: string): number => NUMBER_BY_NAME.get(word) ?? Number(word);

const adjective = (text: string): number | undefined => ADJECTIVES.find(([pattern]) => pattern.test(text))?.[1];
