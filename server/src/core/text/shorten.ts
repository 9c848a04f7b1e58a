/** A text cut to at most so many characters, for a message. */
export const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 3).trimEnd()}…` : text;
