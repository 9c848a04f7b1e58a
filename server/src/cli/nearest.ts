import { distance } from 'fastest-levenshtein';

/** The name somebody probably meant; nothing where more than a third of the word would be wrong. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const [best] = [...names].map((name) => ({ name, away: distance(name, wanted) })).sort((a, b) => a.away - b.away);
  return best && best.away <= Math.ceil(wanted.length / 3) ? best.name : undefined;
}
