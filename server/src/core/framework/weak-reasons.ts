import data from '../../../data/synonyms/weak-exclusion-reasons.yaml';
import { remember } from '../query/remember';
import { normalize } from '../text/words';
import { exclusionReason } from './synonyms';

/** A sort of reason for an exclusion that auditors do not accept. */
export interface WeakReason {
  readonly id: string;
  /** What the reason says, to follow "all the reason says is". */
  readonly says: string;
  /** What to do instead, as a sentence. */
  readonly advice: string;
}

type ByLanguage = Readonly<Record<string, readonly string[]>>;

interface ReasonData extends WeakReason {
  /** A reason that cites something is let pass. */
  readonly unless_cited?: boolean;
  /** It has to be all that is said. */
  readonly alone?: boolean;
  readonly phrases?: ByLanguage;
  readonly whole?: ByLanguage;
}

interface Data {
  readonly negations: readonly string[];
  readonly conjunctions: readonly string[];
  readonly reasons: readonly ReasonData[];
}

/** The shape of the data file; a test checks it. */
const { negations, conjunctions, reasons } = data as Data;

interface Patterns {
  readonly negation: RegExp;
  readonly conjunction: RegExp;
  readonly kinds: readonly { readonly reason: ReasonData; readonly pattern: RegExp }[];
}

let compiled: Patterns | undefined;

/** Most runs see no exclusion at all. */
function patterns(): Patterns {
  compiled ??= {
    negation: words(negations),
    conjunction: new RegExp(`(?<![\\p{L}\\p{N}])(?:${conjunctions.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
    kinds: reasons.map((reason) => ({ reason, pattern: patternOf(reason) })),
  };
  return compiled;
}

/** Clauses are looked at with a blank at each end: nothing is prepared faster than blanks around words. */
const words = (list: readonly string[]): RegExp => new RegExp(` (?:${list.join('|')}) `);

function patternOf({ phrases = {}, whole = {} }: ReasonData): RegExp {
  const within = Object.values(phrases).flat();
  const alone = Object.values(whole).flat();
  return new RegExp(
    [
      ...(within.length > 0 ? [` (?:${within.join('|')}) `] : []),
      ...(alone.length > 0 ? [`^ (?:${alone.join('|')}) $`] : []),
    ].join('|'),
  );
}

/**
 * Why a reason for an exclusion is none that auditors accept: the first weak one it gives, unless another part of it
 * says what the organization does not do or have. `cited` says that it names a document, a record or an id.
 */
export function weakReason(text: string, cited: boolean): WeakReason | undefined {
  const found = weaknessOf(text);
  return found?.unless_cited === true && cited ? undefined : found;
}

/** Longer texts are explanations, whatever words they use. */
const MAX_REASON = 600;

const weaknessOf = remember((text: string): ReasonData | undefined => {
  if (text.length > MAX_REASON) return undefined;
  const clauses = clausesOf(text).map((clause) => ({ clause, weak: weaknessOfClause(clause) }));
  if (clauses.some(({ clause, weak }) => statesFact(weak ? weak.rest : clause))) return undefined;
  const first = clauses.find(({ weak }) => weak !== undefined)?.weak?.reason;
  return first?.alone === true && clauses.some(({ weak }) => weak === undefined) ? undefined : first;
});

const PUNCTUATION = /[;:!?()[\]|,]|\.(?=\s|$)|\s[–—-]+\s|<br\s*\/?>|\n/g;

const clausesOf = (text: string): readonly string[] =>
  text
    .replace(PUNCTUATION, '\n')
    .replace(patterns().conjunction, '\n')
    .split('\n')
    .map(normalize)
    .filter((clause) => clause !== '')
    .map((clause) => ` ${clause} `);

interface Weakness {
  readonly reason: ReasonData;
  /** What the clause says behind the phrase. */
  readonly rest: string;
}

function weaknessOfClause(clause: string): Weakness | undefined {
  for (const { reason, pattern } of patterns().kinds) {
    const match = pattern.exec(clause);
    // "not voluntary" says the opposite.
    if (match && !patterns().negation.test(clause.slice(0, match.index + 1)))
      return { reason, rest: clause.slice(match.index + match[0].length - 1) };
  }
  return undefined;
}

/** "We train no models", "a small company with no models": what is not there is what makes a control unnecessary. */
const statesFact = (clause: string): boolean =>
  clause.trim().includes(' ') && patterns().negation.test(clause) && exclusionReason(clause) === undefined;
