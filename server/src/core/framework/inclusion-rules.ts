import data from '../../../data/synonyms/inclusion-rules.yaml';
import { normalize } from '../text/words';

/** The shape of the data file; a test checks it. */
const PHRASES = Object.values(data as Readonly<Record<string, readonly string[]>>).flat();

let pattern: RegExp | undefined;

/** Whether a sentence says why controls in general were included. */
export function saysWhyIncluded(sentence: string): boolean {
  pattern ??= new RegExp(`(?<![\\p{L}\\p{N}])(?:${PHRASES.join('|')})`, 'u');
  return sentence.length <= MAX_SENTENCE && pattern.test(normalize(sentence));
}

/** Longer ones are no sentences. */
const MAX_SENTENCE = 600;
