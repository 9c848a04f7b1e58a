import { lettersOff } from '../text/misspelling';
import { normalize } from '../text/words';
import { documentStatusWords, type Implementation, implementationWords } from './synonyms';

/** The status somebody most likely meant by a word no vocabulary has: `Implementd`, `Plannd`; nothing where two are as near. */
export const closestStatus = (value: string): Implementation | undefined => closest(implementationWords, value);

/** The same for the status of a document: `aproved`. */
export const closestDocumentStatus = (value: string): string | undefined => closest(documentStatusWords, value);

function closest<T>(words: ReadonlyMap<string, T>, value: string): T | undefined {
  const text = normalize(value);
  const near = [...words].flatMap(([word, status]) => {
    const off = lettersOff(word, text);
    return off === undefined ? [] : [{ status, off }];
  });
  const least = Math.min(...near.map(({ off }) => off));
  const best = new Set(near.filter(({ off }) => off === least).map(({ status }) => status));
  return best.size === 1 ? [...best][0] : undefined;
}
