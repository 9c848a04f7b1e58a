import { lettersOff } from '../text/misspelling';
import { normalize } from '../text/words';
import type { RecordTable, RecordValue } from './records';
import { levelName } from './risk-matrix';
import { expectedAt, numberIn, type RatingConflict } from './risk-rating';
import type { RiskScheme } from './risk-scheme';

/** The words that the ratings of one field may be. */
interface Vocabulary {
  readonly field: string;
  /** As a message calls one of them. */
  readonly called: string;
  /** As they are declared. */
  readonly words: readonly string[];
}

/** Half of the words of a register have to be declared ones, or it was not rated by the scheme. */
const MOSTLY = 0.5;

const LONGEST = 40;

/** Ratings in words that the declared scheme does not have: slips of a letter, and steps nobody has defined. */
export const unknownRatingsIn = (scheme: RiskScheme, table: RecordTable): readonly RatingConflict[] =>
  vocabulariesOf(scheme).flatMap((one) => unknownIn(scheme, table, one));

function vocabulariesOf({ likelihood, impact, levels, matrix }: RiskScheme): readonly Vocabulary[] {
  const declared = [...levels.map(({ name }) => name), ...(matrix?.levels.flat() ?? [])];
  const names = [...new Map(declared.map((name) => [levelName(name), name])).values()];
  const level = { called: 'level', words: names };
  return [
    { field: 'likelihood', called: 'step of the likelihood', words: (likelihood ?? []).map(({ name }) => name) },
    { field: 'impact', called: 'step of the impact', words: (impact ?? []).map(({ name }) => name) },
    { field: 'level', ...level },
    { field: 'residual', ...level },
  ].filter(({ words }) => words.length > 1 && words.every((word) => levelName(word) !== ''));
}

function unknownIn(scheme: RiskScheme, { records }: RecordTable, vocabulary: Vocabulary): readonly RatingConflict[] {
  const { field, words } = vocabulary;
  const known = new Set(words.map(levelName));
  const rated = records.flatMap((record) => {
    const value = record.fields.get(field);
    return value && isWord(value) ? [{ record, value, ...meaningOf(value, words, known) }] : [];
  });
  const isFollowed = rated.filter(({ meant, isKnown }) => isKnown || meant).length >= rated.length * MOSTLY;
  return rated.flatMap(({ record, value, isKnown, meant }) =>
    isKnown || !(isFollowed || meant) ? [] : [{ record, ...conflictOf(scheme, value, vocabulary, meant) }],
  );
}

/** Whether a word is a declared one, or else the one it is a slip for. */
function meaningOf({ text }: RecordValue, words: readonly string[], known: ReadonlySet<string>) {
  const name = levelName(text);
  const isKnown = known.has(name);
  return { isKnown, meant: isKnown ? undefined : words.find((word) => lettersOff(levelName(word), name)) };
}

/** Sentences, numbers and remarks are for people. */
const isWord = ({ text }: RecordValue): boolean =>
  text.length <= LONGEST &&
  numberIn(text) === undefined &&
  /^[^\p{L}\d]*\p{L}[\p{L}' -]*[^\p{L}\d]*$/u.test(text) &&
  normalize(text).split(' ').length <= 3;

function conflictOf(
  { file }: RiskScheme,
  value: RecordValue,
  { called, words }: Vocabulary,
  meant: string | undefined,
) {
  const all = words.map((word) => `\`${word}\``).join(', ');
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  const message = `\`${value.text}\` is no ${called} in \`${file.path}\`: there are ${all}.${hint}`;
  return { value, message, ...(meant === undefined ? {} : expectedAt(value, value.text, meant)) };
}
