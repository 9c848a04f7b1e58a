/** Comparing titles and headers as people write them: case, accents, dashes, spelling variants and plurals put aside. */

const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/\borganis/g, 'organiz'],
  [/\blife\s?cycle/g, 'life cycle'],
  [/\blifecycle/g, 'life cycle'],
  [/\bprogram\b/g, 'programme'],
  [/\bai systems\b/g, 'ai system'],
  [/\bartificial intelligence\b/g, 'ai'],
];

/** Lower case, one blank between words, no punctuation, accents kept off, British and American spellings joined. */
export function normalize(text: string): string {
  let result = text
    .normalize('NFKD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/\.(?=\s|$)|(?<=^|\s)\./g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, replacement] of VARIANTS) result = result.replace(pattern, replacement);
  return result;
}

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
