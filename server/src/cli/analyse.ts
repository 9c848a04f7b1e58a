import { join } from 'node:path';
import { check, checked } from '../core/check';
import type { Aims } from '../core/model/aims';
import { assess } from '../core/readiness/assess';
import { type CheckReport, type ReportedFinding, reportFindings, reportSuppressed } from '../core/reports/check-report';
import type { MarkdownParser } from '../core/syntax/read-file';
import type { CivilDate } from '../core/text/civil-date';
import { aimsAt, changedFiles, resolveCommit } from '../host/git';
import { loadAims } from '../host/load';
import { type Located, locate } from '../host/locate';
import { loadMarkdownParser } from '../host/markdown-parser';
import { isNotKnown } from '../host/run-git';
import { Failure } from './failure';
import { type Place, relativeFolder, slashed } from './places';

export interface AnalyseOptions {
  readonly place: Place;
  readonly today: CivilDate;
  readonly since?: string;
  readonly profile?: string | undefined;
}

/** An AIMS that was read, with its root relative to the root of the report. */
export interface LoadedAims {
  readonly located: Located;
  readonly folder: string;
  readonly aims: Aims;
}

/** Reads the AIMS that govern a place. The report is about the common root: the AIMS itself where there is one. */
export async function loadAll(
  place: Place,
  today: CivilDate,
  { parse, profile }: { readonly parse?: MarkdownParser; readonly profile?: string | undefined } = {},
): Promise<{ readonly root: string; readonly loaded: readonly LoadedAims[] }> {
  const parser = parse ?? (await loadMarkdownParser());
  const located = place.file === undefined ? locate(place.folder) : locate(place.folder).slice(0, 1);
  const root = located.length === 1 ? (located[0]?.root ?? place.folder) : commonRoot(place.folder, located);
  const loaded: LoadedAims[] = [];
  for (const one of located) {
    loaded.push({
      located: one,
      folder: relativeFolder(root, one.root),
      aims: await loadAims(one, { today, parse: parser, profile }),
    });
  }
  return { root, loaded };
}

/** Of an AIMS around a folder and others below it the outer root holds all. */
const commonRoot = (folder: string, located: readonly Located[]): string =>
  located.map((one) => one.root).find((root) => folder.startsWith(root)) ?? folder;

/** Checks a place and, with `since`, leaves out what was already there at that commit. */
export async function analyse(
  options: AnalyseOptions,
): Promise<{ readonly report: CheckReport; readonly loaded: readonly LoadedAims[] }> {
  const parse = await loadMarkdownParser();
  const { root, loaded } = await loadAll(options.place, options.today, { parse, profile: options.profile });
  if (options.profile !== undefined) requireProfile(options.profile, loaded);
  const commit = options.since === undefined ? undefined : commitOf(options.place.folder, options.since);
  const parts = loaded.map((one) => analyseOne(one, options, commit, parse));
  const wanted = parts.flatMap((part) => part.findings).filter((one) => isWanted(one, options.place, root));
  const report: CheckReport = {
    root: slashed(root),
    files: parts.reduce((sum, part) => sum + part.files, 0),
    aims: parts.map((part) => part.checked),
    findings: wanted,
    suppressed: parts.flatMap((part) => part.suppressed).filter((one) => isWanted(one, options.place, root)),
    ...(options.since === undefined ? {} : { since: sinceOf(options.since, parts) }),
  };
  return { report, loaded };
}

/** A profile of one of several AIMS will do: the others take it for what is shipped. */
function requireProfile(profile: string, loaded: readonly LoadedAims[]): void {
  const known = [...new Set(loaded.flatMap(({ aims }) => aims.config.profiles))];
  if (!known.includes(profile))
    throw new Failure(
      `\`${profile}\` is no profile. There are: ${known.join(', ')}. \`profiles\` in aims.yaml adds more.`,
    );
}

function commitOf(folder: string, ref: string): string {
  const commit = resolveCommit(folder, ref);
  if (typeof commit !== 'string') throw new Failure(commit.reason);
  return commit;
}

function analyseOne(
  { located, folder, aims }: LoadedAims,
  options: AnalyseOptions,
  commit: string | undefined,
  parse: MarkdownParser,
) {
  const { findings, suppressed: accepted } = checked(aims);
  const found = reportFindings(aims, findings, folder);
  const suppressed = reportSuppressed(aims, accepted, folder);
  const readiness = assess(aims);
  const base = { files: aims.files.size, folder, suppressed };
  if (commit === undefined)
    return { ...base, checked: { folder, readiness }, findings: found, solved: 0, changed: new Set<string>() };
  const before = aimsAt(located.root, commit, {
    mode: aims.mode,
    today: options.today,
    parse,
    profile: options.profile,
  });
  const changed = changedFiles(located.root, commit);
  if (isNotKnown(before)) throw new Failure(before.reason);
  if (isNotKnown(changed)) throw new Failure(changed.reason);
  const old = new Set(reportFindings(before, check(before), folder).map((one) => one.fingerprint));
  const kept = new Set(found.map((one) => one.fingerprint));
  return {
    ...base,
    checked: { folder, readiness, before: assess(before) },
    findings: found.filter((one) => !old.has(one.fingerprint)),
    solved: [...old].filter((print) => !kept.has(print)).length,
    changed: new Set([...changed].map((path) => (folder === '' ? path : `${folder}/${path}`))),
  };
}

function sinceOf(
  ref: string,
  parts: readonly { readonly solved: number; readonly changed: ReadonlySet<string> }[],
): NonNullable<CheckReport['since']> {
  return {
    ref,
    solved: parts.reduce((sum, part) => sum + part.solved, 0),
    changed: new Set(parts.flatMap((part) => [...part.changed])),
  };
}

/** Of a file or a folder inside an AIMS only what is placed there is shown; the AIMS is read as a whole all the same. */
function isWanted(one: ReportedFinding, place: Place, root: string): boolean {
  const path = join(root, one.path);
  if (place.file !== undefined) return path === place.file;
  return one.path === '.' || place.folder === root || path === place.folder || path.startsWith(join(place.folder, '/'));
}
