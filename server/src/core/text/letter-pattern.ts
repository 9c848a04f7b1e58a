/** A pattern that is only asked whether it matches. */
export interface LetterPattern {
  test(text: string): boolean;
}

/**
 * A pattern that says in negative lookarounds, and nowhere else, what letters and digits may not stand there, as members
 * of a class: `(?<![\p{L}\p{N}])form`. A regular expression with all letters of Unicode takes about two milliseconds to
 * compile, so it is made only for a text that is not ASCII and that a twin, which knows the letters of ASCII, lets pass.
 */
export function letterPattern(source: string, flags: string): LetterPattern {
  const twin = new RegExp(source.replaceAll('\\p{L}', 'A-Za-z').replaceAll('\\p{N}', '0-9'), flags);
  const exact = new RegExp(source, flags);
  return { test: (text) => twin.test(text) && (!BEYOND_ASCII.test(text) || exact.test(text)) };
}

const BEYOND_ASCII = /[\u0080-\uffff]/;
