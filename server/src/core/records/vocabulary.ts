import recordCollections from '../../../data/synonyms/record-collections.yaml';
import recordFields from '../../../data/synonyms/record-fields.yaml';
import recordNouns from '../../../data/synonyms/record-nouns.yaml';
import recordValues from '../../../data/synonyms/record-values.yaml';
import undecided from '../../../data/synonyms/undecided.yaml';
import { memo } from '../query/memo';
import { remember } from '../query/remember';
import { lettersOff } from '../text/misspelling';
import { normalize } from '../text/words';
import { idField, type RecordField, type RecordName, type RecordType } from './record-type';
import { RECORD_TYPES } from './record-types';

/** Words of other people for types of records, their fields and values. The casts state the shapes that the data test checks. */
type Words = Readonly<Record<string, readonly string[]>>;

const COLLECTIONS = recordCollections as Words;
const FIELDS = recordFields as Readonly<Record<string, Words>>;
const VALUES = recordValues as Readonly<Record<string, Words>>;
const NOUNS = recordNouns as {
  readonly numbers: readonly string[];
  readonly articles: readonly string[];
  readonly nouns: Words;
};

/** The field of one type that a header or key stands for. */
export interface FieldMeaning {
  readonly field: string;
  /** The word is one of this type; `Owner` and `Status` are of all. */
  readonly own: boolean;
}

type Meanings = ReadonlyMap<RecordName, FieldMeaning>;

const NO_MEANING: Meanings = new Map();

/** What a header or key means in each type that has such a field: `Risk ID` is the id of a risk and the risk of a treatment. */
export const meaningsOf = remember((header: string): Meanings => {
  words ??= indexWords();
  const forms = formsOf(header);
  for (const form of forms) {
    const meanings = words.get(form);
    if (meanings) return meanings;
  }
  return idMeanings(forms.at(-1) ?? '') ?? NO_MEANING;
});

let words: ReadonlyMap<string, Meanings> | undefined;

/** `Finding #` is a number; a lone symbol survives, everything else is normalized. */
const plain = (text: string): string => normalize(text.replaceAll('#', ' no ')) || text.trim();

/** As it stands, then without a remark: `Likelihood (1–5)`, `Result on 31 October 2026`; `DueDate` is two words. */
function formsOf(header: string): readonly string[] {
  const parted = /\s/.test(header)
    ? header
    : header.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ');
  const bare = parted
    .replace(/[([{].*?[)\]}]/g, ' ')
    .replace(/\s(?:on|as of|am|le|el)\s.*\d{4}\s*$/i, '')
    .replace(/[?:*]+\s*$/, '');
  return [plain(header), plain(parted), plain(bare), withoutArticles(plain(bare))];
}

/** `responsable du systeme` and `responsable systeme` are one word. */
const withoutArticles = (text: string): string => (text.includes(' ') ? text.replace(ARTICLES, '') : text);

const ARTICLES = new RegExp(`(?<![^ ])(?:${NOUNS.articles.join('|')}) `, 'g');

/** `Lieferanten-Nr.`, `ID du risque`: the id of such a record, and in the records that refer to it the reference. */
function idMeanings(words: string): Meanings | undefined {
  const noun = ID_WORD.exec(words)
    ?.slice(1)
    .find((group) => group !== undefined);
  const meant = RECORD_TYPES.filter(({ name }) => NOUNS.nouns[name]?.includes(noun ?? ''));
  return meant.length === 0 ? undefined : new Map(meant.flatMap((type) => [...meaningsOfId(type)]));
}

const NUMBERS = NOUNS.numbers.join('|');

const ID_WORD = new RegExp(`^(?:(?:${NUMBERS}) (.+)|(.+) (?:${NUMBERS}))$`);

function* meaningsOfId(meant: RecordType): Generator<readonly [RecordName, FieldMeaning]> {
  for (const type of RECORD_TYPES) {
    const field = type === meant ? idField(type) : type.fields.find(({ refersTo }) => refersTo?.includes(meant.name));
    if (field) yield [type.name, { field: field.name, own: true }];
  }
}

function indexWords(): ReadonlyMap<string, Meanings> {
  const index = new Map<string, Map<RecordName, FieldMeaning>>();
  const add = (word: string, type: RecordName, meaning: FieldMeaning): void => {
    const key = plain(word);
    for (const form of new Set([key, withoutArticles(key)])) {
      const meanings = index.get(form) ?? new Map<RecordName, FieldMeaning>();
      if (!meanings.has(type)) meanings.set(type, meaning);
      index.set(form, meanings);
    }
  };
  for (const type of RECORD_TYPES) {
    const own = FIELDS[type.name] ?? {};
    for (const { name } of type.fields) add(name, type.name, { field: name, own: !(name in COMMON) });
    for (const [field, list] of Object.entries(own))
      for (const word of list) add(word, type.name, { field, own: true });
    for (const { name } of type.fields)
      for (const word of COMMON[name] ?? []) add(word, type.name, { field: name, own: false });
  }
  return index;
}

const COMMON: Words = FIELDS.common ?? {};

/** The types that a list of this name may hold. */
export const typesNamed = remember((key: string): readonly RecordName[] => {
  const wanted = plain(key);
  return namesOfTypes().flatMap(([name, type]) => (name === wanted ? [type] : []));
});

/** The types a heading announces: `3. Risk register` names risks; of several names the longest decides. */
export const typesInHeading = remember((heading: string): readonly RecordName[] => {
  const text = ` ${normalize(heading)} `;
  const found = namesOfTypes().filter(([name]) => name.length >= 5 && text.includes(` ${name} `));
  const longest = Math.max(0, ...found.map(([name]) => name.length));
  return found.flatMap(([name, type]) => (name.length === longest ? [type] : []));
});

let typeNames: readonly (readonly [string, RecordName])[] | undefined;

function namesOfTypes(): readonly (readonly [string, RecordName])[] {
  typeNames ??= RECORD_TYPES.flatMap((type) =>
    [...new Set([type.collection, ...(COLLECTIONS[type.name] ?? [])].map(plain))].map(
      (name) => [name, type.name] as const,
    ),
  );
  return typeNames;
}

/** What lists of a type are called, in the order of the data. */
export const wordsForList = ({ name }: RecordType): readonly string[] => COLLECTIONS[name] ?? [];

/** What a field is called besides its name: first the words that no other record has, in the order of the data. */
export const wordsForField = (type: RecordType, field: RecordField): readonly string[] => [
  ...new Set([...(FIELDS[type.name]?.[field.name] ?? []), ...(COMMON[field.name] ?? [])]),
];

/** The value of a closed vocabulary that somebody's word stands for. */
export const valueMeant = (type: RecordType, field: RecordField, value: string): string | undefined =>
  field.values === undefined ? undefined : meanersOf(field)(type.name)(value);

/** The same words come back in every row. */
const meanersOf = memo((field: RecordField) => remember((type) => remember((value) => meantBy(type, field, value))));

const NO_WORDS: Words = {};

function meantBy(type: string, field: RecordField, value: string): string | undefined {
  const values = Object.keys(field.values ?? {});
  const exact = values.find((one) => one === value);
  if (exact !== undefined || values.length === 0) return exact;
  const words = VALUES[`${type}.${field.name}`] ?? NO_WORDS;
  const leading = leadingWords(value);
  return leading.flatMap(
    (text) => values.find((one) => plain(one) === text || words[one]?.some((w) => plain(w) === text)) ?? [],
  )[0];
}

/** The word for a value of a closed vocabulary that somebody has misspelt; nothing where words of two values are as near. */
export function wordMisspelt(type: RecordType, field: RecordField, value: string): string | undefined {
  const text = plain(value);
  const near = wordsForValues(type, field).flatMap(({ word, meant }) => {
    const off = lettersOff(plain(word), text);
    return off === undefined ? [] : [{ word, meant, off }];
  });
  const least = Math.min(...near.map(({ off }) => off));
  const best = near.filter(({ off }) => off === least);
  return new Set(best.map(({ meant }) => meant)).size === 1 ? best[0]?.word : undefined;
}

/** Whether a value is another form of a known word: `Treated` of `treat`. */
export function isOtherForm(type: RecordType, field: RecordField, value: string): boolean {
  const text = plain(value);
  return wordsForValues(type, field).some(
    ({ word }) =>
      Math.min(word.length, text.length) >= 4 && (plain(word).startsWith(text) || text.startsWith(plain(word))),
  );
}

function wordsForValues(type: RecordType, field: RecordField) {
  const words = VALUES[`${type.name}.${field.name}`] ?? {};
  return Object.keys(field.values ?? {}).flatMap((meant) =>
    [meant, ...(words[meant] ?? [])].map((word) => ({ word, meant })),
  );
}

/** Words by which a field says that it is not decided, or does not apply. */
export const isUndecided = (value: string): boolean => UNDECIDED.has(plain(value));

const UNDECIDED = new Set((undecided as readonly string[]).map(normalize));

/** The whole value, then ever fewer of its first words: `Minor (first time)`. */
function leadingWords(value: string): readonly string[] {
  const parts = plain(value.replace(/\uFE0F/g, ''))
    .split(' ')
    .slice(0, 8);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join(' '));
}
