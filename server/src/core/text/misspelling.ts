import { distance } from 'fastest-levenshtein';

/** How many letters a text is off a word it may be a slip for; nothing where it is another word. Both normalized. */
export function lettersOff(word: string, text: string): number | undefined {
  const far = distance(word, text);
  return far <= allowedErrors(word) || (far === 2 && hasLettersOf(word, text)) ? far : undefined;
}

/** Short words are one letter away from other words. */
const allowedErrors = (word: string): number => (word.length < 5 ? 0 : word.length < 7 ? 1 : 2);

/** `aviod`: two letters have changed places. */
const hasLettersOf = (word: string, text: string): boolean =>
  word.length >= 4 && [...word].sort().join('') === [...text].sort().join('');
