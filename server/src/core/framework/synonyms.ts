import denials from '../../../data/synonyms/denials.yaml';
import exclusionReasons from '../../../data/synonyms/exclusion-reasons.yaml';
import metadataKeys from '../../../data/synonyms/metadata-keys.yaml';
import placeholders from '../../../data/synonyms/placeholders.yaml';
import soaColumns from '../../../data/synonyms/soa-columns.yaml';
import soaValues from '../../../data/synonyms/soa-values.yaml';
import standards from '../../../data/synonyms/standards.yaml';
import statuses from '../../../data/synonyms/statuses.yaml';
import weakMetadataKeys from '../../../data/synonyms/weak-metadata-keys.yaml';
import { remember } from '../query/remember';
import { letterPattern } from '../text/letter-pattern';
import { normalize } from '../text/words';

/** Words of other people for our terms: data, read once. The casts state the shapes that the data test checks. */
type Lists = Readonly<Record<string, readonly string[]>>;

export type Applicability = 'yes' | 'no' | 'undecided';
export type Implementation = 'implemented' | 'in-progress' | 'planned' | 'not-started' | 'not-applicable';

/** Emoji survive, everything else is normalized. */
const plain = (text: string): string => normalize(text) || text.replace(/\uFE0F|[\s*_`]+/g, '');

const byWord = (lists: Lists): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(lists).flatMap(([meaning, words]) => words.map((word): [string, string] => [plain(word), meaning])),
  );

const METADATA = byWord(metadataKeys as Lists);
const STATUSES = byWord(statuses as Lists);
const COLUMNS = byWord(soaColumns as Lists);
const VALUES = soaValues as Readonly<Record<'applicable' | 'status', Lists>> & { readonly since: readonly string[] };
const APPLICABLE = byWord(VALUES.applicable);
const IMPLEMENTATION = byWord(VALUES.status);
const NO_REASON = new Set((exclusionReasons as readonly string[]).map(plain));

/** The field of metadata a key stands for, in any of the languages; `Auditor(s)` is an auditor. */
export const metadataField = remember((key: string): string | undefined =>
  METADATA.get(normalize(key.replace(/\([a-z]{1,2}\)/, ''))),
);

const WEAK_KEYS = new Set((weakMetadataKeys as readonly string[]).map(normalize));

/** Whether a key is one that often stands for something else than the document itself. */
export const isWeakKey = remember((key: string): boolean => WEAK_KEYS.has(normalize(key)));

export const documentStatus = (value: string): string | undefined => byLeadingWords(STATUSES, value);

/** Every word for the status of a document, with what it means. */
export const documentStatusWords = STATUSES;

/** The meaning of a header of an SoA: `Applicable (Y/N)` and `Evidence Reference` by their first words. */
export const soaColumn = remember((header: string): string | undefined => byLeadingWords(COLUMNS, header));

export const applicability = (value: string): Applicability | undefined =>
  byLeadingWords(APPLICABLE, value) as Applicability | undefined;

export const implementation = (value: string): Implementation | undefined =>
  byLeadingWords(IMPLEMENTATION, value) as Implementation | undefined;

const SINCE = letterPattern(`(?<![\\p{L}])(?:${VALUES.since.join('|')})(?![\\p{L}])`, 'iu');

/** Whether a status tells when something began: `Planned since March 2026`. */
export const saysSince = (status: string): boolean => SINCE.test(status);

/** Every word for a status, with what it means. */
export const implementationWords = IMPLEMENTATION as ReadonlyMap<string, Implementation>;

/** Whether a justification is none; texts that say more are left to their readers. */
export const exclusionReason = (text: string): { readonly verdict: 'rejected' } | undefined =>
  plain(text) === '' || NO_REASON.has(plain(text)) ? { verdict: 'rejected' } : undefined;

const DENIAL = letterPattern(`(?<![\\p{L}])(?:${(denials as readonly string[]).join('|')})`, 'iu');

/** Whether a line says that something does not exist. */
export const deniesExistence = (line: string): boolean => DENIAL.test(line);

/** The whole value, then ever fewer of its first words: `Implemented (2024)`, `✅ Strong`, `No – not our role`. */
function byLeadingWords(words: ReadonlyMap<string, string>, value: string): string | undefined {
  const text = plain(value);
  if (text === '') return undefined;
  const exact = words.get(text);
  if (exact !== undefined) return exact;
  const parts = text.split(' ');
  for (let length = Math.min(parts.length, 8); length > 0; length--) {
    const hit = words.get(parts.slice(0, length).join(' '));
    if (hit !== undefined) return hit;
  }
  const symbol = /^[^\p{L}\p{N}\s]+/u.exec(value.trim().replace(/\uFE0F/g, ''))?.[0];
  return symbol === undefined ? undefined : words.get(plain(symbol));
}

/** Who left a placeholder: the form a document was made from, its author as a note, or nobody, since it is filled in by hand. */
export type LeftBy = 'form' | 'author' | 'hand';

interface PatternData {
  readonly name: string;
  readonly left_by: LeftBy;
  readonly sign: string;
  readonly pattern: string;
  readonly why: string;
  readonly caseSensitive?: boolean;
}

export interface PlaceholderPattern {
  readonly name: string;
  /** Occurs in every text of the pattern, and costs less to look for. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly why: string;
}

export const placeholderPatterns: readonly PlaceholderPattern[] = (placeholders as readonly PatternData[]).map(
  ({ name, sign, pattern, why, caseSensitive }) => ({
    name,
    sign: new RegExp(sign),
    why,
    pattern: new RegExp(pattern, caseSensitive ? 'gu' : 'giu'),
  }),
);

const LEFT_BY: ReadonlyMap<string, LeftBy> = new Map(
  (placeholders as readonly PatternData[]).map(({ name, left_by }) => [name, left_by]),
);

/** Who left the placeholders of a pattern. */
export const leftBy = (pattern: string): LeftBy | undefined => LEFT_BY.get(pattern);

/** Occurs in every placeholder; where it does not no pattern has to be tried. */
export const ANY_PLACEHOLDER = new RegExp((placeholders as readonly PatternData[]).map(({ sign }) => sign).join('|'));

interface StandardData {
  readonly framework: string;
  readonly needles: readonly string[];
  readonly pattern: string;
}

/** Names of standards. Where none of the `needles` occurs in the text in lower case the pattern need not be tried. */
const standardPatterns = (standards as readonly StandardData[]).map(({ framework, needles, pattern }) => ({
  framework,
  needles,
  pattern: new RegExp(pattern, 'giu'),
}));

export type StandardPattern = (typeof standardPatterns)[number];

/** The patterns worth trying where this needle occurs. */
export const patternsByNeedle: ReadonlyMap<string, readonly StandardPattern[]> = new Map(
  standardPatterns
    .flatMap(({ needles }) => needles)
    .map((needle) => [needle, standardPatterns.filter(({ needles }) => needles.includes(needle))]),
);

/** The needles of all standards. In most texts that name none they find nothing, and no pattern has to be tried. */
export const STANDARD_NEEDLES: readonly string[] = [...patternsByNeedle.keys()];
