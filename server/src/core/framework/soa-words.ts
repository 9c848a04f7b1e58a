import data from '../../../data/synonyms/soa-words.yaml';
import { normalize } from '../text/words';
import type { Applicability, Implementation } from './synonyms';

interface LanguageWords extends Readonly<Record<Implementation, string>> {
  /** In pairs with `no`. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** The shape of the data file; a test checks it. */
const WORDS = Object.values(data as Readonly<Record<string, LanguageWords>>);

const folded = (text: string): string => normalize(text) || text.trim();

/** The words of the language that most of these texts are written in, English where none is. */
function languageOf(texts: readonly string[]): LanguageWords | undefined {
  const given = new Set(texts.map(folded));
  const score = (words: LanguageWords): number =>
    [...new Set(Object.values(words).flat().map(folded))].filter((word) => given.has(word)).length;
  return [...WORDS].sort((a, b) => score(b) - score(a))[0];
}

/** The word for a status in the language of `texts`. */
export const wordForStatus = (status: Implementation, texts: readonly string[]): string =>
  languageOf(texts)?.[status] ?? '';

/** The counterpart of `written` in the language of `texts`: `Ja` for `Nein`, `Y` for `N`, `✅` for `❌`. */
export function wordForAnswer(
  answer: Exclude<Applicability, 'undecided'>,
  written: string,
  texts: readonly string[],
): string {
  const opposite = answer === 'yes' ? 'no' : 'yes';
  const own = languageOf(texts);
  for (const words of own ? [own, ...WORDS] : []) {
    const index = words[opposite].findIndex((word) => folded(word) === folded(written));
    const found = index < 0 ? undefined : words[answer][index];
    if (found !== undefined) return found;
  }
  return own?.[answer][0] ?? '';
}
