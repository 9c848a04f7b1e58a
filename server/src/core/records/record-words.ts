import recordWords from '../../../data/synonyms/record-words.yaml';
import { normalize } from '../text/words';

/** The cast states the shape that the data test checks. */
const WORDS = recordWords as Readonly<Record<'none' | 'all' | 'done' | 'low', readonly string[]>>;

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(normalize));

const NONE = setOf(WORDS.none);
const ALL = setOf(WORDS.all);
const DONE = setOf(WORDS.done);
const LOW = setOf(WORDS.low);

/** Whether a value says that there is nothing of the sort: `none`, `n/a (rules only)`. */
export const saysNone = (text: string): boolean => says(NONE, text);

/** Whether a value means every system. */
export const saysAll = (text: string): boolean => says(ALL, text);

/** Whether a status says that nothing is left to do. */
export const saysDone = (text: string): boolean => says(DONE, text);

/** Whether a level is one at which risks are mostly accepted. */
export const saysLow = (text: string): boolean => says(LOW, text.replace(/^[^\p{L}]+/u, ''));

/** What follows the word that decides, without the marks between: `rules only` of `n/a (rules only)`. */
export const remarkIn = (text: string): string => {
  const at = text.search(REMARK);
  return at < 0 ? '' : text.slice(at).replace(/^[\s:;,.(–—-]+|[\s).]+$/g, '');
};

const REMARK = /\s*[:;,(–—]|\s+-\s|\.\s/;

const says = (words: ReadonlySet<string>, text: string): boolean =>
  words.has(normalize(text)) || words.has(normalize(text.split(REMARK)[0] ?? ''));
