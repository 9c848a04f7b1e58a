import { matcher } from './document/kinds';
import type { Aims } from './model/aims';
import { type FileView, viewOf, viewsOf } from './model/file-view';
import type { Finding } from './model/finding';
import { groupBy } from './query/group';
import { memo } from './query/memo';
import type { Report, Rule } from './rules/rule';
import { RULES } from './rules/rules';
import { suppressionUnused, unusedComments, unusedEntries } from './rules/suppression-unused';
import { hasSuppressions, pathsInBaseline, type Sieved, type SuppressedFinding, sieve } from './suppressions/sieve';
import { BASELINE_FILE } from './syntax/read-file';

/** What the rules found, and what of it somebody accepted. */
export interface Checked {
  /** By file and place. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Every finding of an AIMS, by file and place. */
export const check = (aims: Aims): readonly Finding[] => checked(aims).findings;

export const checked = memo((aims: Aims): Checked => sift(RULES, aims));

/** As `check`, with rules of the caller's choice. */
export const checkWith = (rules: readonly Rule[], aims: Aims): readonly Finding[] => sift(rules, aims).findings;

/** The findings placed in one file, those about the AIMS as a whole included. */
export function checkFile(aims: Aims, path: string): readonly Finding[] {
  // What the baseline accepts in vain is known only once every file was looked at.
  if (path === BASELINE_FILE) return check(aims).filter((finding) => finding.file === path);
  const file = aims.files.get(path);
  const own = file ? RULES.flatMap((rule) => runOnFile(rule, viewOf(aims, file), aims)) : [];
  const found = sorted([...own, ...wholeFindings(aims).filter((finding) => finding.file === path)]);
  if (!hasSuppressions(aims)) return found;
  const sieved = sieve(aims, path, found);
  return sorted([...sieved.kept, ...unusedIn(aims, path, sieved)]);
}

const wholeFindings = memo((aims: Aims): readonly Finding[] => RULES.flatMap((rule) => runOnAims(rule, aims)));

function sift(rules: readonly Rule[], aims: Aims): Checked {
  const views = viewsOf(aims);
  // File by file, not rule by rule: the facts of one file stay near while all rules read them.
  const found = sorted([
    ...views.flatMap((view) => rules.flatMap((rule) => runOnFile(rule, view, aims))),
    ...rules.flatMap((rule) => runOnAims(rule, aims)),
  ]);
  if (!hasSuppressions(aims)) return { findings: found, suppressed: [] };
  const byFile = groupBy(found, (finding) => finding.file);
  const paths = new Set([...byFile.keys(), ...aims.files.keys(), ...pathsInBaseline(aims)]);
  const sieved = [...paths].map((path) => ({ path, ...sieve(aims, path, byFile.get(path) ?? []) }));
  const unused = rules.includes(suppressionUnused)
    ? [
        ...sieved.flatMap((one) => unusedIn(aims, one.path, one)),
        ...unusedOf(aims, BASELINE_FILE, () =>
          unusedEntries(
            aims,
            sieved.flatMap((one) => one.unusedEntries),
          ),
        ),
      ]
    : [];
  return {
    findings: sorted([...sieved.flatMap((one) => one.kept), ...unused]),
    suppressed: sieved.flatMap((one) => one.suppressed),
  };
}

const unusedIn = (aims: Aims, path: string, sieved: Sieved): readonly Finding[] =>
  sieved.unusedRules.length === 0 ? [] : unusedOf(aims, path, () => unusedComments(aims, path, sieved));

/** In a folder nobody called an AIMS few rules run, and a suppression of the others proves nothing. */
const unusedOf = (aims: Aims, path: string, reports: () => Iterable<Report>): readonly Finding[] =>
  aims.mode !== 'quiet' && applies(suppressionUnused, aims) ? run(suppressionUnused, aims, path, reports) : [];

function runOnFile(rule: Rule, view: FileView, aims: Aims): readonly Finding[] {
  const { file } = rule;
  if (!file || !applies(rule, aims, view)) return [];
  if (file.reads === 'workspace') return run(rule, aims, view.file.path, () => file.check(view, aims));
  const known = FILE_FINDINGS(view);
  const hit = known.get(rule);
  if (hit) return hit;
  const findings = run(rule, aims, view.file.path, () => file.check(view, aims));
  known.set(rule, findings);
  return findings;
}

const FILE_FINDINGS = memo((_view: FileView) => new Map<Rule, readonly Finding[]>());

const runOnAims = (rule: Rule, aims: Aims): readonly Finding[] => {
  const { aims: whole } = rule;
  return whole && applies(rule, aims) ? run(rule, aims, '.', () => whole(aims)) : [];
};

/** In a folder nobody called an AIMS only ids, titles and references are looked at, and only where a file asks for it. */
function applies(rule: Rule, aims: Aims, view?: FileView): boolean {
  if (aims.config.severities.get(rule.meta.name) === 'off') return false;
  if (aims.mode !== 'quiet') return true;
  return rule.meta.quiet === true && view !== undefined && asksToBeChecked(view);
}

/** It names the standard, or carries front matter of an AIMS document. */
const asksToBeChecked = (view: FileView): boolean =>
  view.file.facts.standards.some((standard) => standard.framework === '42001') ||
  view.document.kindReason === 'front matter';

/** A rule that throws is a finding of its own; the others run. */
function run(rule: Rule, aims: Aims, file: string, reports: () => Iterable<Report>): readonly Finding[] {
  try {
    const findings = Array.from(reports(), (report) => toFinding(rule, aims, file, report));
    if (findings.length === 0) return NO_FINDINGS;
    const excluded = aims.config.ruleExcludes.get(rule.meta.name);
    return excluded ? findings.filter((finding) => !isBelowAny(excluded, finding.file)) : findings;
  } catch (error) {
    return [crashed(rule, file, error)];
  }
}

/** The answer of nearly every rule about nearly every file. */
const NO_FINDINGS: readonly Finding[] = [];

/** A glob may name a folder without saying that it means what is in it. */
const isBelowAny = (globs: readonly string[], path: string): boolean =>
  globs.some((glob) => matcher(glob)(path) || matcher(`${glob.replace(/\/$/, '')}/**`)(path));

function toFinding(rule: Rule, aims: Aims, file: string, report: Report): Finding {
  const configured = aims.config.severities.get(rule.meta.name);
  return {
    rule: rule.meta.name,
    severity: configured !== undefined && configured !== 'off' ? configured : (report.severity ?? rule.meta.severity),
    file: report.file ?? file,
    span: report.span,
    message: report.message,
    ...(report.framework === undefined ? {} : { framework: report.framework }),
    ...(report.subject === undefined ? {} : { subject: report.subject }),
    related: report.related ?? [],
    fixes: report.fixes ?? [],
  };
}

function crashed(rule: Rule, file: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: 'rule-crashed',
    severity: 'error',
    file,
    span: { start: 0, end: 0 },
    message: `The rule \`${rule.meta.name}\` could not run here: ${reason}. Please report it; the other rules ran.`,
    subject: rule.meta.name,
    related: [],
    fixes: [],
  };
}

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) =>
      compare(a.file, b.file) || a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
