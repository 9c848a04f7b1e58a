import auditWords from '../../../data/synonyms/audit-words.yaml';
import { normalize } from '../text/words';

type List = 'whole' | 'clauses' | 'controls' | 'clause' | 'excepted' | 'functions';

/** The cast states the shape that the data test checks. */
const WORDS = auditWords as Readonly<Record<List, readonly string[]>>;

const padded = (text: string): string => ` ${normalize(text)} `;

const names = (list: List, text: string): boolean => {
  const words = padded(text);
  return WORDS[list].some((word) => words.includes(` ${word} `));
};

/** Whether a text says that somebody does not audit own work. */
export const saysExcepted = (text: string): boolean => names('excepted', text);

/** Whether a text is, or holds, the name of a function. */
export const namesFunction = (text: string): boolean => names('functions', text);

/** What an audit looks at, as far as its scope says. */
export interface AuditScope {
  readonly covers: (id: string) => boolean;
  /** Names a control, or Annex A. */
  readonly namesControls: boolean;
}

/** First and last of a range, alike where there is one id. */
type Range = readonly [string, string];

const NUMBER = String.raw`\d{1,2}(?:\.\d{1,2}){0,3}`;
const TO = String.raw`\s*(?:-|–|—|to|through|bis|à|a|al|hasta)\s*`;
const ANNEX = new RegExp(String.raw`(?<![\p{L}\p{N}.])(A\.${NUMBER})(?:${TO}(A\.${NUMBER}))?(?![\d])`, 'gu');
const DOTTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}./-])(\d{1,2}(?:\.\d{1,2}){1,3})(?:${TO}(${NUMBER}))?(?![\d/]|-\d)`,
  'gu',
);
const BARE = new RegExp(String.raw`(?<![\d./-])(\d{1,2})(?:${TO}(${NUMBER}))?(?![\d/]|\.\d|-\d)`, 'gu');

let afterClause: RegExp | undefined;

/** `clauses 4 to 7, A.2 to A.5`; nothing where no id can be read, so that what is covered is not known. */
export function auditScopeOf(text: string): AuditScope | undefined {
  const whole = names('whole', text);
  const clauses = whole || names('clauses', text);
  const controls = whole || names('controls', text);
  const annex = rangesOf(ANNEX, text);
  const ranges = [
    ...annex,
    ...rangesOf(DOTTED, text.replace(ANNEX, ' ')),
    ...chaptersIn(text.replace(ANNEX, ' ')),
  ].filter(([first]) => isOfAims(first));
  if (!clauses && !controls && ranges.length === 0) return undefined;
  return {
    namesControls: controls || annex.length > 0,
    covers: (id) => (id.startsWith('A.') ? controls : clauses) || ranges.some((range) => isWithin(id, range)),
  };
}

const rangesOf = (pattern: RegExp, text: string): readonly Range[] =>
  [...text.matchAll(pattern)].map((match) => [match[1] ?? '', match[2] ?? match[1] ?? '']);

/** Whole numbers are chapters only after a word that says so: `clauses 4 to 7, 9 and 10`. */
function chaptersIn(text: string): readonly Range[] {
  afterClause ??= new RegExp(
    String.raw`(?<!\p{L})(?:${WORDS.clause.join('|')}|cláusulas?|capítulos?)[\s.:]+((?:${NUMBER}|\s|,|;|-|–|—|/|&|and|to|und|bis|et|à|y|a|al|hasta)+)`,
    'giu',
  );
  return [...text.matchAll(afterClause)].flatMap((match) => rangesOf(BARE, match[1] ?? ''));
}

/** Chapters 4 to 10 and groups A.2 to A.10; other numbers are of something else. */
function isOfAims(id: string): boolean {
  const [first = 0] = numbersOf(id);
  return first <= 10 && first >= (id.startsWith('A.') ? 2 : 4);
}

const numbersOf = (id: string): readonly number[] => id.replace(/^A\./, '').split('.').map(Number);

function isWithin(id: string, [first, last]: Range): boolean {
  if (id.startsWith('A.') !== first.startsWith('A.')) return false;
  const numbers = numbersOf(id);
  return compare(numbers, numbersOf(first)) >= 0 && compare(numbers, numbersOf(last)) <= 0;
}

/** As far as the shorter one goes: 6.1.2 is within 6. */
function compare(id: readonly number[], bound: readonly number[]): number {
  for (const [index, number] of bound.entries()) {
    const difference = (id[index] ?? -1) - number;
    if (difference !== 0) return difference;
  }
  return 0;
}
