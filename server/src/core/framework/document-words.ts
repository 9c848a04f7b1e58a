import documentWords from '../../../data/synonyms/document-words.yaml';
import { type LetterPattern, letterPattern } from '../text/letter-pattern';

/** The lists of the data file; a test checks their shape. */
const WORDS = documentWords as Readonly<Record<string, readonly string[]>>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const anyOf = (name: string): string => (WORDS[name] ?? []).map(escaped).join('|');

const wholeWord = (words: string, flags: string): LetterPattern =>
  letterPattern(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);

/** Whether a text speaks of AI at all. */
export const speaksOfAi = (text: string): boolean => AI_EXACT.test(text) || AI.test(text);

const AI_EXACT = wholeWord(anyOf('ai_exact'), 'u');
const AI = wholeWord(anyOf('ai'), 'iu');

/** Whether the words of a file name, between spaces, make its register one about AI. */
export const namesAi = (words: string): boolean => AI_FILE.test(words);

const AI_FILE = wholeWord(anyOf('ai_file'), 'iu');

export const TEMPLATE = wholeWord(anyOf('template'), 'iu');
export const FORM = wholeWord(anyOf('form'), 'iu');
export const GUIDE = wholeWord(anyOf('guide'), 'iu');
export const PROCEDURE = wholeWord(anyOf('procedure'), 'iu');
/** A sentence that says that the document sets rules. */
export const DESCRIBES_PROCESS = letterPattern(
  `(?<![\\p{L}])(?:${anyOf('describes')})(?![\\p{L}])[^.\\n]{0,80}?(?<![\\p{L}])(?:${anyOf('described')})(?![\\p{L}])`,
  'iu',
);
export const ABOUT_OTHERS = wholeWord(anyOf('about_others'), 'iu');
export const CHANGES = wholeWord(anyOf('changes'), 'iu');
/** A row of a change log that enters an approval, or a change that left the content alone. */
export const CHANGES_NOTHING = wholeWord(`${anyOf('approves')}|${anyOf('form_only')}`, 'iu');

const CONTROL = `(?:${anyOf('control_opens')})(?![\\p{L}]).*(?<![\\p{L}])(?:${anyOf('control_follows')})|(?:${anyOf('control_alone')})`;

/** A heading that announces metadata: `## 7. Document control`. */
export const CONTROL_HEADING = letterPattern(`^(?:\\d+[.)\\s]*)*(?:${CONTROL})(?![\\p{L}])`, 'iu');

/** A bold line that does: `**Document approval:**`. */
export const CONTROL_LINE = new RegExp(`^\\s*(?:\\*\\*|__)\\s*(?:${CONTROL})\\s*:?\\s*(?:\\*\\*|__)\\s*:?\\s*$`, 'iu');
