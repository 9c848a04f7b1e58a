import data from '../../../data/synonyms/inventory-words.yaml';
import { memo } from '../query/memo';
import { normalize } from '../text/words';
import { saysNone } from './record-words';

interface Words {
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly not: readonly string[];
  readonly and: readonly string[];
  readonly towards: readonly string[];
  readonly no_supplier: readonly string[];
  readonly training: readonly string[];
  readonly limits: readonly string[];
}

/** The shape of the data file; a test checks it. */
const WORDS = data as Words;

const within = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');

const alone = (words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|')})$`, 'u');

/** The roles a text lists, by the words of `aims.yaml`: `AI provider and producer (fine-tuning)`. A sentence that names one lists none. */
export function rolesNamed(text: string): readonly string[] {
  const parts = listed(text.replace(/\([^)]*\)/g, ' '));
  return Object.entries(WORDS.roles).flatMap(([role, words]) =>
    parts.some((part) => roleIn(words).test(part)) ? [role] : [],
  );
}

const listed = (text: string): readonly string[] =>
  text
    .replace(new RegExp(`(?<!\\p{L})(?:${WORDS.and.join('|')})(?!\\p{L})`, 'giu'), ',')
    .split(/[,;/&+|\n]/)
    .map(normalize);

/** The role is the last word of its part, or what follows says of what it is one. */
const roleIn = memo((words: readonly string[]) => {
  const denied = `(?:${WORDS.not.join('|')})`;
  return new RegExp(
    `^(?!(?:\\w+ )*${denied} )(?:\\w+ ){0,2}(?:${words.join('|')})(?:$| (?:${WORDS.towards.join('|')}) )`,
    'u',
  );
});

/** Whether what stands for a supplier names one: `In-house (data science)` and `none` do not. */
export const namesSupplier = (text: string): boolean =>
  !saysNone(text) && text.split(/[;,+&]|\s[–—-]\s/).some(namesOther);

function namesOther(part: string): boolean {
  const name = normalize(part.replace(/\([^)]*\)?|[^(]*\)/g, ' '));
  return name !== '' && !saysNone(name) && !alone(WORDS.no_supplier).test(name);
}

/** Whether data used for this shape a model. */
export const isTraining = (text: string): boolean => within(WORDS.training).test(normalize(text));

/** Whether a reason leaves a control out for some systems only. */
export const isLimited = (reason: string): boolean => within(WORDS.limits).test(normalize(reason));
