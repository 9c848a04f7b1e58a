/** A part of a document in data: words by which it is seen to be there, and what is inserted where it is not. */
export interface PartData {
  /** As the end of a sentence: `says nothing about …`. */
  readonly title: string;
  /**
   * The beginnings of words, normalized; `*` stands for any letters, `(a|b)` for either, `…` for up to eight words between
   * and `.` for the end of a word: `(meet|fulfil) … law.`.
   */
  readonly words: readonly string[];
  /** The sentence the quick fix inserts. */
  readonly line: string;
}

export interface WordedPart extends Omit<PartData, 'words'> {
  readonly id: string;
  /** To be tried on normalized text with a blank at both ends. */
  readonly words: RegExp;
}

export const wordedParts = (data: Readonly<Record<string, PartData>>): readonly WordedPart[] =>
  Object.entries(data).map(([id, { title, line, words }]) => ({ id, title, line, words: wordsPattern(words) }));

/**
 * Finds one of some words, or of some beginnings of words one after the other. The blank before a word stands outside the
 * alternatives: most texts are skipped through by looking for blanks alone.
 */
export function wordsPattern(words: readonly string[]): RegExp {
  const begins = words.filter((word) => !word.startsWith('*')).map(sourceOf);
  const anywhere = words.filter((word) => word.startsWith('*')).map((word) => sourceOf(word.slice(1)));
  const whole = begins.length > 0 ? [` (?:${begins.join('|')})`, ...anywhere] : anywhere;
  return new RegExp(whole.join('|') || '(?!)');
}

const REST_OF_WORD = '[^ ]* ';

const SIGNS: Readonly<Record<string, string>> = {
  ' … ': `${REST_OF_WORD}(?:[^ ]+ ){0,8}?`,
  ' ': REST_OF_WORD,
  '*': '[^ ]*',
  '.': '(?= )',
  '(': '(?:',
};

const sourceOf = (word: string): string => word.replace(/ … |[ *.(]/g, (sign) => SIGNS[sign] ?? sign);
