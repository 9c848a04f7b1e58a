/** Comparing titles and headers as people write them: case, accents, dashes, spelling variants and plurals put aside. */

const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/\borganis/g, 'organiz'],
  [/\blife\s?cycle/g, 'life cycle'],
  [/\blifecycle/g, 'life cycle'],
  [/\bprogram\b/g, 'programme'],
  [/\bai systems\b/g, 'ai system'],
  [/\bartificial intelligence\b/g, 'ai'],
];

const VARIED = /\borganis|\blife\s?cycle|\bprogram\b|\bai systems\b|\bartificial/;

/** Lower case, one blank between words, no punctuation, accents kept off, British and American spellings joined. */
export function normalize(text: string): string {
  let result = withoutStops(words(text)).trim();
  // Most texts have none of them: one look instead of a replacement each.
  if (VARIED.test(result)) for (const [pattern, replacement] of VARIANTS) result = result.replace(pattern, replacement);
  return result;
}

/** No dot at the end or the beginning of a word; words without any, which most are, stay as they are. */
const withoutStops = (text: string): string =>
  text.includes('.') ? text.replace(/\.(?=\s|$)|(?<=^|\s)\./g, ' ').replace(/\s+/g, ' ') : text;

/** Letters that Unicode does not take apart, as people write them who do not have them. */
const JOINED: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae' };

/** Plain English text, which nearly all is, needs no tables of Unicode. */
const words = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
        .toLowerCase()
        .replace(/&/g, ' and ')
        .replace(/[^a-z0-9.]+/g, ' ')
    : text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/[ßœæ]/g, (letter) => JOINED[letter] ?? letter)
        .replace(/&/g, ' and ')
        .replace(/[^\p{L}\p{N}.]+/gu, ' ');

const STOP = new Set(
  'a an the of for on in to and or with by at from ai system systems its their der die das und von für des la le les et de du el los y'.split(
    ' ',
  ),
);

/** The words that carry a title's meaning, each cut to its stem: `Assessing societal impacts` → assess, societ, impact. */
export const contentWords = (text: string): readonly string[] =>
  normalize(text)
    .split(' ')
    .filter((word) => word !== '' && !STOP.has(word))
    .map(stem);

const SUFFIXES = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ities',
  'ies',
  'ions',
  'ion',
  'ing',
  'als',
  'al',
  'ed',
  'es',
  's',
  'y',
];

function stem(word: string): string {
  for (const suffix of SUFFIXES) {
    if (word.length - suffix.length >= 4 && word.endsWith(suffix)) return word.slice(0, -suffix.length);
  }
  return word;
}
