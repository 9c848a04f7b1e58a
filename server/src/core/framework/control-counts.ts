import data from '../../../data/synonyms/control-counts.yaml';
import { remember } from '../query/remember';
import { foldLetters } from '../text/fold';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import { applicability, implementation } from './synonyms';

/** What is counted: rows by decision or by status, or all of them. */
export type Counted = 'total' | 'applicable' | 'excluded' | 'implemented' | 'in-progress' | 'planned' | 'not-started';

/** A number somebody gives: `35 applicable`, `all controls are included`. */
export interface CountClaim {
  readonly what: Counted;
  readonly count: number | 'all';
  /** Of the number as written, from the start of the text. */
  readonly span: Span;
  /** The number is said of the standard: `39 Annex A controls`. */
  readonly ofStandard: boolean;
  /** And of all it has, so that a smaller one is wrong as well: `Annex A has 37 controls`, and not `36 controls of Annex A apply`. */
  readonly ofWhole?: boolean;
}

interface Words {
  readonly nouns: readonly string[];
  readonly annex: readonly string[];
  readonly between: readonly string[];
  readonly numbers: Readonly<Record<string, readonly string[]>>;
  readonly all: readonly string[];
  readonly nothing: readonly string[];
  readonly be: readonly string[];
  readonly adverbs: readonly string[];
  readonly counted: Readonly<Record<Exclude<Counted, 'total'>, readonly string[]>>;
  readonly goes_on: readonly string[];
  readonly unsure: readonly string[];
  readonly count: readonly string[];
  readonly total: readonly string[];
}

/** The shape of the data file; a test checks it. */
const WORDS = data as Words;

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
const whole = (words: readonly string[]): RegExp => new RegExp(`${BEFORE}${anyOf(words)}${AFTER}`, 'u');

/** Longest first, so that `not implemented` is no `implemented`. */
const COUNTED = Object.entries(WORDS.counted) as readonly (readonly [Exclude<Counted, 'total'>, readonly string[]])[];

const allCounted = (): string => anyOf(COUNTED.map(([what, words]) => `(?<${groupOf(what)}>${words.join('|')})`));

const groupOf = (what: string): string => what.replace('-', '_');

interface Patterns {
  readonly noun: RegExp;
  readonly annex: RegExp;
  readonly unsure: RegExp;
  /** Stands before a number of all there are: `all 38`. */
  readonly every: RegExp;
  /** `35 of the 38 controls are applicable`, `3 excluded`. */
  readonly category: RegExp;
  /** `38 controls`, `39 Annex A controls`. */
  readonly total: RegExp;
  /** `All controls are applicable`. */
  readonly all: RegExp;
}

let compiled: Patterns | undefined;

function patterns(): Patterns {
  compiled ??= compile();
  return compiled;
}

function compile(): Patterns {
  const number = `(?<number>\\d{1,3}|${Object.values(WORDS.numbers).flat().join('|')})`;
  // A number that is a part of another, of an id, a percentage or a date says something else.
  const start = `(?<![\\p{L}\\p{N}.:/§%-]|\\d[ ,])${number}(?![\\p{N}%]|[.,:/-]\\d| ?%)`;
  const mark = '[*_`"”)]*';
  const gap = `${mark}\\s+[*_\`"“(]*`;
  const noun = `(?:${anyOf(WORDS.between)}${gap}){0,6}${anyOf(WORDS.nouns)}`;
  const ofAnnex = `(?:${gap}(?:of|in|from|des|der|de|del|von|aus|im|in der)(?:${gap}(?:the|l.))?${gap}${anyOf(WORDS.annex)})?`;
  const ofTotal = `(?:${gap}(?:of|out of|von|sur|de)(?:${gap}(?:the|all|den|les|los|las))?${gap}\\d{1,3})?`;
  const is = `(?:${gap}${anyOf(WORDS.be)})?(?:${gap}${anyOf(WORDS.adverbs)}){0,2}`;
  const end = `${AFTER}(?:${gap}${anyOf(WORDS.nouns)}${AFTER})?(?=${mark}\\s*(?:$|[.,;:(|<·]|\\n|[–—-]\\s|${anyOf(WORDS.goes_on)}${AFTER}))`;
  return {
    noun: whole(WORDS.nouns),
    annex: whole(WORDS.annex),
    unsure: whole(WORDS.unsure),
    every: new RegExp(`${BEFORE}${anyOf(WORDS.all)}\\s+$`, 'u'),
    category: new RegExp(`${start}${ofTotal}(?:${gap}${noun})?${ofAnnex}${is}${gap}${allCounted()}${end}`, 'gu'),
    total: new RegExp(`${start}(?<phrase>${gap}${noun})${AFTER}(?<after>${ofAnnex})`, 'gu'),
    all: new RegExp(
      `${BEFORE}(?<number>${anyOf(WORDS.all)})(?:${gap}\\d{1,3})?${gap}${noun}${ofAnnex}(?:${gap}${anyOf(WORDS.be)}(?:${gap}${anyOf(WORDS.adverbs)}){0,2})?${gap}${allCounted()}${end}|${BEFORE}(?<nothing>${anyOf(WORDS.nothing)})${gap}${anyOf(WORDS.be)}${gap}${anyOf(WORDS.counted.excluded)}${end}`,
      'gu',
    ),
  };
}

/**
 * Costs little and holds for every text that says in digits how many controls an annex (25 to 60 of them) or, in parentheses,
 * a part of it has.
 */
export const mayCountControls = (text: string): boolean => SIGN.test(text);

const NOUN_SIGN = '(?:[cC]ontr[ôo]l|[mM]a(?:ß|ss)nahm|[kK]ontroll|[rR]eferenzma|[mM]esure)';
const SIGN = new RegExp(
  `(?<!\\d)(?:2[5-9]|[3-5]\\d|60)[*_]{0,3} (?:\\S{1,30} ){0,6}[*_(]{0,3}${NOUN_SIGN}|\\(\\d{1,2} ${NOUN_SIGN}`,
);

/** The counts a sentence gives. One that wishes, orders or tells of the past gives none. */
export function claimsIn(sentence: string): readonly CountClaim[] {
  if (sentence.length > MAX_SENTENCE) return [];
  const text = foldLetters(sentence);
  const { noun, unsure } = patterns();
  if (!noun.test(text) || unsure.test(text) || DATED.test(text.replace(patterns().annex, ' '))) return [];
  const categories = matchesOf(patterns().category, text).flatMap(categoryClaim);
  const totals = matchesOf(patterns().total, text)
    .filter((match) => !categories.some(({ span }) => span.start === match.index))
    .flatMap((match) => totalClaim(match, text));
  const all = matchesOf(patterns().all, text)
    .flatMap(allClaim)
    .filter(({ span }) => !categories.some((one) => span.start <= one.span.start && one.span.end <= span.end));
  return [...categories, ...totals, ...all];
}

/** `In 2025 30 controls were applicable` tells of then; the year of the standard is none. */
const DATED = /(?<![:\d-])(?:19|20)\d\d(?!\d)/;

/** Longer ones are no sentences. */
const MAX_SENTENCE = 1000;

/** Counts that need no noun of their own: `Nothing is excluded`. */
export const saysNothingExcluded = (sentence: string): readonly CountClaim[] =>
  matchesOf(patterns().all, foldLetters(sentence.slice(0, MAX_SENTENCE)))
    .filter((match) => match.groups?.nothing !== undefined)
    .flatMap(allClaim);

function categoryClaim(match: RegExpExecArray): readonly CountClaim[] {
  const what = countedIn(match);
  const count = numberOf(match.groups?.number ?? '');
  return what === undefined || count === undefined
    ? []
    : [{ what, count, span: spanOf(match, match.groups?.number), ofStandard: false }];
}

function totalClaim(match: RegExpExecArray, text: string): readonly CountClaim[] {
  const count = numberOf(match.groups?.number ?? '');
  // "Nine control domains" are no controls.
  if (count === undefined || /control$/.test(match.groups?.phrase ?? '')) return [];
  const before = text.slice(Math.max(0, match.index - NEAR), match.index);
  const named = patterns().annex.test(`${match.groups?.phrase ?? ''} ${match.groups?.after ?? ''}`);
  const announced = ANNOUNCED.test(before.replace(patterns().annex, 'ANNEX'));
  const everyOne = named && patterns().every.test(before);
  const ofWhole = (announced || everyOne) && ENDED.test(text.slice(match.index + match[0].length));
  const span = spanOf(match, match.groups?.number);
  return [{ what: 'total', count, span, ofStandard: named || announced, ofWhole }];
}

/** Nothing narrows what was counted. */
const ENDED = /^[*_`"”]*\s*(?:$|[.,;:)|]|(?:in|across|and|und|et|y|en)(?!\p{L}))/u;

/** How far before a number the standard may be named. */
const NEAR = 90;

/** `Annex A of the standard (39 controls)`, `the standard lists 39 controls`. */
const ANNOUNCED =
  /(?:ANNEX|\b(?:the standard|die norm|la norme|la norma))[^.;|]{0,60}(?:\(|—|–|\b(?:has|lists|contains|defines|comprises|with|enthalt|hat|umfasst|mit|comporte|contient|compte|contiene|tiene|comprende))[^.;|\d]{0,40}$/;

function allClaim(match: RegExpExecArray): readonly CountClaim[] {
  const span = { start: match.index, end: match.index + match[0].length };
  if (match.groups?.nothing !== undefined) return [{ what: 'excluded', count: 0, span, ofStandard: false }];
  const what = countedIn(match);
  return what === undefined ? [] : [{ what, count: 'all', span, ofStandard: false }];
}

const countedIn = (match: RegExpExecArray): Counted | undefined =>
  COUNTED.find(([what]) => match.groups?.[groupOf(what)] !== undefined)?.[0];

const spanOf = (match: RegExpExecArray, number = ''): Span => ({
  start: match.index,
  end: match.index + number.length,
});

const NUMBERS = Object.entries(WORDS.numbers).map(([count, words]) => ({ count: Number(count), words }));

function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  // A word such as `no` is one only before its noun, which is looked at already.
  return NUMBERS.find(({ words }) =>
    words.some((word) => new RegExp(`^(?:${word.replace(/\(\?=.*\)$/, '')})$`, 'u').test(text)),
  )?.count;
}

/** What a header or label of a summary table counts: `Not applicable`, `Total controls`, `Count`. */
export const countedBy = remember((label: string): Counted | 'count' | 'share' | undefined => {
  const text = foldLetters(label)
    .replace(/[^\p{L}\p{N}#%'’ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/%|\b(?:percent|percentage|share|anteil|pourcentage|porcentaje)\b/.test(text)) return 'share';
  const is = (words: readonly string[]): boolean =>
    new RegExp(`^(?:${words.join('|')})(?: ${anyOf(WORDS.nouns)})?$`, 'u').test(text);
  if (is(WORDS.count)) return 'count';
  if (is(WORDS.total)) return 'total';
  return COUNTED.find(([, words]) => is(words))?.[0] ?? stateNamed(label);
});

/** `Yes`, `N/A`, `Met`, `Gap`: the words of the columns themselves. */
function stateNamed(label: string): Counted | undefined {
  if (label.trim().split(/\s+/).length > 2) return undefined;
  const answer = applicability(label);
  const status = implementation(label);
  if (answer === 'no' || status === 'not-applicable') return 'excluded';
  if (status !== undefined) return status;
  return answer === 'yes' ? 'applicable' : undefined;
}

/** Whether a text speaks of controls. */
export const speaksOfControls = (text: string): boolean => patterns().noun.test(foldLetters(text));
