import { distance } from 'fastest-levenshtein';
import { groupBy } from '../query/group';
import { contentWords, normalize } from '../text/words';
import type { Framework, WrongCatalogue } from './framework';

/**
 * What a title written beside an id is worth. `belongsTo` are the ids of the same sort whose title it is, or nearly is;
 * `titleOf` are ids of another sort: the title of a clause beside a control.
 */
export type TitleVerdict =
  | { readonly verdict: 'match' }
  | {
      readonly verdict: 'mismatch';
      readonly belongsTo: readonly string[];
      readonly exact: boolean;
      readonly titleOf: readonly string[];
      readonly catalogue?: WrongCatalogue;
    }
  | { readonly verdict: 'unclear' };

interface Entry {
  readonly id: string;
  readonly form: 'control' | 'clause' | 'objective';
  readonly title: string;
  readonly words: ReadonlySet<string>;
}

interface TitleIndex {
  readonly entries: readonly Entry[];
  readonly byTitle: ReadonlyMap<string, readonly Entry[]>;
  readonly byId: ReadonlyMap<string, readonly Entry[]>;
  /** Every word stem of the titles of an id. */
  readonly ownWords: ReadonlyMap<string, readonly string[]>;
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  /** By id and title, as lists in circulation pair them. */
  readonly inCirculation: ReadonlyMap<string, WrongCatalogue>;
}

const INDEXES = new WeakMap<Framework, TitleIndex>();

function indexOf(framework: Framework): TitleIndex {
  const known = INDEXES.get(framework);
  if (known) return known;
  const entries = [
    ...[...framework.controls.values()].flatMap((c) => titlesOf(c, 'control')),
    ...[...framework.clauses.values()].flatMap((c) => titlesOf(c, 'clause')),
    ...[...framework.objectives.values()].flatMap((o) => titlesOf(o, 'objective')),
  ];
  const byId = groupBy(entries, (e) => e.id);
  const index = {
    entries,
    byTitle: groupBy(entries, (e) => e.title),
    byId,
    ownWords: new Map([...byId].map(([id, own]) => [id, unique(own.flatMap((e) => [...e.words]))])),
    byWord: wordIndex(entries),
    inCirculation: new Map(
      [...framework.wrongCatalogues]
        .reverse()
        .flatMap((list) => list.controls.map(({ id, title }) => [`${id} ${normalize(title)}`, list] as const)),
    ),
  };
  INDEXES.set(framework, index);
  return index;
}

function wordIndex(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const pairs = entries.flatMap((entry) => [...entry.words].map((word) => ({ word, entry })));
  return new Map(
    [...groupBy(pairs, (pair) => pair.word)].map(([word, found]) => [word, found.map((pair) => pair.entry)]),
  );
}

const titlesOf = (
  item: { readonly id: string; readonly title: string; readonly aliases: readonly string[] },
  form: Entry['form'],
): readonly Entry[] =>
  [item.title, ...item.aliases].map((title) => ({
    id: item.id,
    form,
    title: normalize(title),
    words: new Set(contentWords(title)),
  }));

const FUZZY = 0.88;

/** Share of words two titles must have in common where one has words that the other lacks. */
const SHARED = 0.6;

/**
 * Compares a title with the id beside it: official title, known variants, a title followed by more text, the same
 * words in other order or number, then spelling. A title of another id is a mismatch that can name its owner.
 */
export function judgeTitle(framework: Framework, id: string, written: string): TitleVerdict {
  const index = indexOf(framework);
  const form = index.byId.get(id)?.[0]?.form;
  const text = firstPart(written);
  if (form === undefined || text === '') return { verdict: 'unclear' };
  if (isTitleOf(framework, id, written)) return { verdict: 'match' };
  const exact = idsTitled(index, text, form, id);
  if (exact.length > 0) return mismatch(index, id, text, exact, true);
  const own = index.byId.get(id) ?? [];
  // A text that begins a title of its own id is no better a title of another.
  const begins = own.some((entry) => entry.title.startsWith(text));
  const limit = begins ? 0 : Math.min(...own.map((entry) => distance(entry.title, text)));
  const near = index.entries.filter(
    (entry) => entry.form === form && isNear(entry.title, text) && distance(entry.title, text) < limit,
  );
  return mismatch(index, id, text, unique(near.map((entry) => entry.id)), false);
}

/** Whether this passes for a title of the id. */
export function isTitleOf(framework: Framework, id: string, written: string): boolean {
  const index = indexOf(framework);
  const own = index.byId.get(id) ?? [];
  const form = own[0]?.form;
  if (form === undefined) return false;
  const text = firstPart(written);
  if (text === '') return false;
  const whole = normalize(written);
  if (own.some((entry) => entry.title === text || entry.title === whole)) return true;
  if (idsTitled(index, text, form, id).length > 0) return false;
  if (isOnlyBestByWords(index, whole, id, form) || (text !== whole && isOnlyBestByWords(index, text, id, form)))
    return true;
  return own.some((entry) => isNear(entry.title, text));
}

/** Whether an English text has any word of the titles of an id; one that has none need not be compared with them. */
export function sharesWord(framework: Framework, id: string, text: string): boolean {
  const words = indexOf(framework).ownWords.get(id);
  if (!words) return false;
  if (/[^\x20-\x7e]/.test(text)) return true;
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word));
}

/** The ids of the same sort that carry exactly this title, if `id` is none of them. */
export function titleOwners(framework: Framework, id: string, written: string): readonly string[] {
  const index = indexOf(framework);
  const own = index.byId.get(id) ?? [];
  const text = firstPart(written);
  const form = own[0]?.form ?? (id.startsWith('A.') ? 'control' : 'clause');
  if (text === '' || own.some((entry) => entry.title === text)) return [];
  return idsTitled(index, text, form, id);
}

/** The controls whose title or alias this is, exactly. */
export const controlsTitled = (framework: Framework, written: string): readonly string[] =>
  unique(
    (indexOf(framework).byTitle.get(firstPart(written)) ?? []).filter((e) => e.form === 'control').map((e) => e.id),
  );

/** The clauses whose title or alias this is, exactly. */
export const clausesTitled = (framework: Framework, written: string): readonly string[] =>
  unique(
    (indexOf(framework).byTitle.get(firstPart(written)) ?? []).filter((e) => e.form === 'clause').map((e) => e.id),
  );

/** The title proper: what stands before a dash, colon or bracket, where that is a title by itself. */
function firstPart(written: string): string {
  const head = written.split(/\s[–—-]\s|[:(;|]|\s\/\s|<br/, 1)[0] ?? '';
  return normalize(/\p{L}/u.test(head) ? head : written);
}

function idsTitled(index: TitleIndex, text: string, form: Entry['form'], id: string): readonly string[] {
  const entries = (index.byTitle.get(text) ?? []).filter((entry) => entry.form === form);
  return entries.some((entry) => entry.id === id) ? [] : unique(entries.map((entry) => entry.id));
}

/** All words of one in the other, and no other title of its sort shares as many. */
function isOnlyBestByWords(index: TitleIndex, text: string, id: string, form: Entry['form']): boolean {
  const words = new Set(contentWords(text));
  let best = 0;
  let owners = new Set<string>();
  for (const [entry, common] of sharing(index, words, form)) {
    const score = overlap(common, words.size, entry.words.size);
    if (score > best) {
      best = score;
      owners = new Set([entry.id]);
    } else if (score === best && score > 0) owners.add(entry.id);
  }
  return best >= SHARED && owners.size === 1 && owners.has(id);
}

/** The titles that have any of the words, with how many. */
function sharing(index: TitleIndex, words: ReadonlySet<string>, form: Entry['form']): ReadonlyMap<Entry, number> {
  const counts = new Map<Entry, number>();
  for (const word of words)
    for (const entry of index.byWord.get(word) ?? [])
      if (entry.form === form) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return counts;
}

/** Share of common words where one set holds the other; 0 where neither does. */
const overlap = (common: number, a: number, b: number): number =>
  common === a || common === b ? common / Math.max(a, b) : 0;

/** The same but for spelling. Texts of other lengths cannot be, and are not compared letter by letter. */
function isNear(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length, 1);
  const allowed = Math.floor((1 - FUZZY) * longer + 1e-9);
  return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed;
}

function mismatch(
  index: TitleIndex,
  id: string,
  text: string,
  belongsTo: readonly string[],
  exact: boolean,
): TitleVerdict {
  const catalogue = index.inCirculation.get(`${id} ${text}`);
  const form = index.byId.get(id)?.[0]?.form;
  const others = (index.byTitle.get(text) ?? []).filter((entry) => entry.form !== form);
  return {
    verdict: 'mismatch',
    belongsTo,
    exact,
    titleOf: unique(others.map((entry) => entry.id)),
    ...(catalogue ? { catalogue } : {}),
  };
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
