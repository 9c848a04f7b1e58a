import { stringify } from 'yaml';
import { checked } from '../check';
import type { Aims } from '../model/aims';
import type { Finding } from '../model/finding';
import { groupBy } from '../query/group';
import { type FindingIdentity, identityKey, identityOf } from '../rules/identity';
import { BASELINE_FILE } from '../syntax/read-file';
import { type Baseline, type BaselineEntry, baselineOf } from './baseline';
import type { Acceptance } from './directive';
import { filesNow } from './moved';
import { isSuppressible } from './sieve';
import { sketchOf } from './sketch';

/** `add` accepts what is found now, for this reason; without it entries are only lowered and removed. */
export interface BaselineOptions {
  readonly add?: Acceptance;
}

/** The text of a new baseline, with how many findings it accepts and what changed. */
export interface WrittenBaseline {
  readonly text: string;
  readonly accepted: number;
  readonly added: number;
  readonly removed: number;
}

const HEAD = `# Findings that were accepted as they stood. Each needs a reason: here for all, or beside the entry.
# Written by \`aims baseline\`, which keeps reasons, owners and dates; \`aims baseline --prune\` removes what was mended.
`;

const MAX_SAYS = 100;

/** Entries keep what people wrote beside them; those that expired or cannot be honoured are decided anew. */
export function writeBaseline(aims: Aims, options: BaselineOptions): WrittenBaseline {
  const file = aims.files.get(BASELINE_FILE);
  const old = file ? baselineOf(file) : undefined;
  const known = old ? entriesNow(aims, old) : new Map<string, BaselineEntry>();
  const findings = unacceptedFindings(aims);
  const groups = [...groupBy(findings, (finding) => `${finding.file}\u0000${keyOf(aims, finding)}`)];
  const entries = groups.flatMap(([key, alike]) => entryOf(aims, alike, known.get(key), old, options) ?? []);
  const accepted = entries.reduce((sum, entry) => sum + entry.count, 0);
  const before = [...known.values()].reduce((sum, entry) => sum + entry.count, 0);
  const kept = entries.reduce((sum, { count, was }) => sum + Math.min(count, was), 0);
  return { text: textOf(aims, entries, old, options), accepted, added: accepted - kept, removed: before - kept };
}

/** What is found when nobody had accepted anything but by comments. */
function unacceptedFindings(aims: Aims): readonly Finding[] {
  const files = new Map(aims.files);
  files.delete(BASELINE_FILE);
  return checked({ ...aims, files }).findings.filter((finding) => isSuppressible(finding.rule));
}

const keyOf = (aims: Aims, finding: Finding): string => identityKey(identityOf(aims, finding));

function entriesNow(aims: Aims, old: Baseline): ReadonlyMap<string, BaselineEntry> {
  const now = filesNow(aims, old);
  const holding = old.entries.filter(
    ({ acceptance }) => acceptance && (acceptance.expires === undefined || acceptance.expires >= aims.today),
  );
  return new Map(holding.map((entry) => [`${now.get(entry.file) ?? entry.file}\u0000${entry.key}`, entry]));
}

interface NewEntry extends FindingIdentity {
  readonly file: string;
  readonly count: number;
  readonly was: number;
  readonly says: string;
  readonly own: BaselineEntry['own'];
}

function entryOf(
  aims: Aims,
  alike: readonly Finding[],
  known: BaselineEntry | undefined,
  old: Baseline | undefined,
  { add }: BaselineOptions,
): NewEntry | undefined {
  const [first] = alike;
  if (!first || (!add && !known)) return undefined;
  const was = known?.count ?? 0;
  return {
    ...identityOf(aims, first),
    file: first.file,
    count: add ? alike.length : Math.min(alike.length, was),
    was,
    says: first.message.length > MAX_SAYS ? `${first.message.slice(0, MAX_SAYS - 1)}…` : first.message,
    own: known ? known.own : add && old ? differing(add, old.common) : {},
  };
}

/** Only what differs from what the baseline says for all. */
function differing({ reason, owner, expires }: Acceptance, common: BaselineEntry['own']): BaselineEntry['own'] {
  return {
    ...(reason === common.reason ? {} : { reason }),
    ...(owner === undefined || owner === common.owner ? {} : { owner }),
    ...(expires === undefined || expires === common.expires ? {} : { expires }),
  };
}

function textOf(aims: Aims, entries: readonly NewEntry[], old: Baseline | undefined, { add }: BaselineOptions): string {
  const byFile = [...groupBy(entries, (entry) => entry.file)].sort(([a], [b]) => (a < b ? -1 : 1));
  const value = {
    version: 1,
    ...(old ? old.common : add),
    files: Object.fromEntries(byFile.map(([file, list]) => [file, fileValue(aims, file, list)])),
  };
  return HEAD + stringify(value, { lineWidth: 0 });
}

function fileValue(aims: Aims, path: string, entries: readonly NewEntry[]) {
  const file = aims.files.get(path);
  return { ...(file ? { lines: sketchOf(file) } : {}), findings: entries.map(entryValue) };
}

const entryValue = ({ rule, subject, headings, text, count, says, own }: NewEntry) => ({
  rule,
  ...(subject === '' ? {} : { subject }),
  ...(headings.length === 0 ? {} : { heading: headings.join(' › ') }),
  text,
  ...(count === 1 ? {} : { count }),
  says,
  ...own,
});
