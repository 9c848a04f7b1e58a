import type { Aims, SourceFile } from '../model/aims';
import type { Finding } from '../model/finding';
import { memo } from '../query/memo';
import { identityKey, identityOf } from '../rules/identity';
import { BASELINE_FILE } from '../syntax/read-file';
import { type BaselineEntry, baselineOf } from './baseline';
import { type Acceptance, type Directive, directivesOf, type NamedRule } from './directive';
import { filesNow } from './moved';
import { policyAgainst } from './policy';

/** A finding somebody accepted: by a comment beside it, or in the baseline. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: 'comment' | 'baseline';
  readonly acceptance: Acceptance;
}

/** What remains of the findings of one file, what was accepted, and which acceptances nothing answered to. */
export interface Sieved {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly unusedRules: readonly { readonly directive: Directive; readonly rule: NamedRule }[];
  /** Entries with the number of findings they still stand for without finding them. */
  readonly unusedEntries: readonly { readonly entry: BaselineEntry; readonly missing: number }[];
}

/** Findings about the check itself: whoever could silence them could silence everything. */
const UNSUPPRESSIBLE: ReadonlySet<string> = new Set([
  'config-invalid',
  'rule-crashed',
  'suppression-invalid',
  'suppression-unused',
]);

export const isSuppressible = (rule: string): boolean => !UNSUPPRESSIBLE.has(rule);

/** Whether anything in the AIMS suppresses findings; nearly always nothing does. */
export const hasSuppressions = memo(
  (aims: Aims): boolean =>
    aims.files.has(BASELINE_FILE) || [...aims.files.values()].some((file) => file.facts.directives.length > 0),
);

/** Sorts the findings of one file. `findings` are all of them, in order; comments are asked before the baseline. */
export function sieve(aims: Aims, path: string, findings: readonly Finding[]): Sieved {
  const file = aims.files.get(path);
  const comments = file ? activeRules(aims, file) : [];
  const entries = activeEntries(aims, path);
  if (comments.length === 0 && entries.length === 0)
    return { kept: findings, suppressed: [], unusedRules: [], unusedEntries: [] };
  const used = new Set<NamedRule>();
  const left = new Map(entries.map((entry) => [entry, entry.count]));
  const suppressed: SuppressedFinding[] = [];
  const kept = findings.filter((finding) => {
    const accepted = isSuppressible(finding.rule)
      ? (byComment(finding, comments, used) ?? byBaseline(aims, finding, left))
      : undefined;
    if (accepted) suppressed.push(accepted);
    return !accepted;
  });
  return {
    kept,
    suppressed,
    unusedRules: comments.filter(({ rule }) => !used.has(rule)),
    unusedEntries: [...left].filter(([, missing]) => missing > 0).map(([entry, missing]) => ({ entry, missing })),
  };
}

const isActive = (aims: Aims, { expires }: Acceptance): boolean => expires === undefined || expires >= aims.today;

interface ActiveRule {
  readonly directive: Directive;
  readonly rule: NamedRule;
}

const activeRules = (aims: Aims, file: SourceFile): readonly ActiveRule[] =>
  file.facts.directives.length === 0
    ? []
    : directivesOf(file)
        .directives.filter(({ acceptance }) => isActive(aims, acceptance))
        .flatMap((directive) => directive.rules.map((rule) => ({ directive, rule })))
        .filter(({ directive, rule }) => policyAgainst(aims, rule.name, directive.acceptance) === undefined);

function byComment(
  finding: Finding,
  comments: readonly ActiveRule[],
  used: Set<NamedRule>,
): SuppressedFinding | undefined {
  const hit = comments.find(
    ({ directive: { scope }, rule }) =>
      rule.name === finding.rule &&
      scope.start <= finding.span.start &&
      finding.span.start < scope.end &&
      isAbout(finding, rule.subject),
  );
  if (!hit) return undefined;
  used.add(hit.rule);
  return { finding, by: 'comment', acceptance: hit.directive.acceptance };
}

/** `A.7.4` means `42001:A.7.4` as well. */
const isAbout = ({ subject }: Finding, wanted: string | undefined): boolean =>
  wanted === undefined || subject === wanted || subject?.endsWith(`:${wanted}`) === true;

function byBaseline(aims: Aims, finding: Finding, left: Map<BaselineEntry, number>): SuppressedFinding | undefined {
  if (left.size === 0) return undefined;
  const key = identityKey(identityOf(aims, finding));
  for (const [entry, count] of left) {
    if (count === 0 || entry.key !== key || !entry.acceptance) continue;
    left.set(entry, count - 1);
    return { finding, by: 'baseline', acceptance: entry.acceptance };
  }
  return undefined;
}

const activeEntries = (aims: Aims, path: string): readonly BaselineEntry[] => entriesByFile(aims).get(path) ?? [];

/** Entries that can be honoured today, by the path of their file now. */
const entriesByFile = memo((aims: Aims): ReadonlyMap<string, readonly BaselineEntry[]> => {
  const file = aims.files.get(BASELINE_FILE);
  if (!file) return new Map();
  const baseline = baselineOf(file);
  const now = filesNow(aims, baseline);
  const byFile = new Map<string, BaselineEntry[]>();
  for (const entry of baseline.entries) {
    if (!entry.acceptance || !isActive(aims, entry.acceptance)) continue;
    if (policyAgainst(aims, entry.rule, entry.acceptance) !== undefined) continue;
    const path = now.get(entry.file) ?? entry.file;
    const known = byFile.get(path);
    if (known) known.push(entry);
    else byFile.set(path, [entry]);
  }
  return byFile;
});

/** Paths that hold accepted findings, those of files that are gone included. */
export const pathsInBaseline = (aims: Aims): readonly string[] => [...entriesByFile(aims).keys()];
