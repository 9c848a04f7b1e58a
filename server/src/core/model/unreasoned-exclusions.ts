import exclusionWords from '../../../data/synonyms/exclusion-words.yaml';
import { isJudged } from '../document/judged';
import { spokenText } from '../document/spoken-text';
import { wordsPattern } from '../records/worded-parts';
import { normalize } from '../text/words';
import type { Heading } from './facts';
import type { FileView } from './file-view';

/** The cast states the shape that the data test checks. */
const WORDS = exclusionWords as Readonly<Record<'headings' | 'reasons' | 'none', readonly string[]>>;

let patterns: Readonly<Record<keyof typeof WORDS, RegExp>> | undefined;

const patternsOf = () => {
  patterns ??= {
    headings: wordsPattern(WORDS.headings),
    reasons: wordsPattern(WORDS.reasons),
    none: wordsPattern(WORDS.none),
  };
  return patterns;
};

/** Between what is left out and why there is often no more than a colon, a dash or a bracket. */
const SIGNS = /[:;(–—|]|\S[ \t]-[ \t]/;

/** A section that says what is left out and nowhere why. */
export function unreasonedExclusions(view: FileView): Heading | undefined {
  if (view.document.kind?.id !== 'scope' || !isJudged(view)) return undefined;
  const { text, facts } = view.file;
  const { headings, reasons, none } = patternsOf();
  if (reasons.test(spokenText(view.file))) return undefined;
  return facts.headings.slice(1).find(({ text: title, span, section }) => {
    const body = text.slice(span.end, section.end);
    const words = ` ${normalize(body)} `;
    return headings.test(` ${normalize(title)} `) && words.trim() !== '' && !SIGNS.test(body) && !none.test(words);
  });
}
