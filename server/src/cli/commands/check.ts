import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Severity } from '../../core/model/finding';
import { type CheckReport, SEVERITY_ORDER } from '../../core/reports/check-report';
import { githubReport } from '../../core/reports/github';
import { jobSummary } from '../../core/reports/job-summary';
import { jsonReport } from '../../core/reports/json';
import { sarifReport } from '../../core/reports/sarif';
import { textReport } from '../../core/reports/text';
import { repositoryOf } from '../../host/git';
import { analyse, type LoadedAims } from '../analyse';
import { EXIT, Failure } from '../failure';
import { output } from '../output';
import { paletteFor } from '../palette';
import { dateOf, placeOf, repositoryPrefix } from '../places';
import { VERSION } from '../version';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'summary'] as const;
type Format = (typeof FORMATS)[number];

export const THRESHOLDS = ['error', 'warning', 'info', 'hint', 'never'] as const;

export interface CheckOptions {
  readonly format: readonly string[];
  readonly since?: string;
  readonly asOf?: string;
  readonly profile?: string;
  readonly failOn: (typeof THRESHOLDS)[number];
  readonly maxFindings?: number;
  readonly color: boolean;
}

/** `aims check [DIR]`: every finding of the AIMS that govern a folder. */
export async function checkCommand(directory: string, options: CheckOptions): Promise<number> {
  const targets = options.format.map(parseFormat);
  tuneForOneRun();
  const place = placeOf(directory);
  const today = dateOf(options.asOf);
  const { report, loaded } = await analyse({
    place,
    today,
    profile: options.profile,
    ...(options.since === undefined ? {} : { since: options.since }),
  });
  for (const one of loaded) announce(one);
  if (report.files === 0) {
    output.say(
      `Nothing was checked: \`${directory}\` holds no Markdown, YAML or CSV files that are not ignored or excluded.`,
    );
    return EXIT.nothing;
  }
  for (const target of targets) write(target, report, options);
  return exitCode(report, options.failOn);
}

/**
 * A check ends before most of what V8 optimizes pays off, and with few documents in its types much is optimized for the
 * wrong ones. Optimizing later takes a tenth off a check of 1,000 documents, and a quarter off its work on all cores.
 * Nearly all that it allocates early it keeps: a young generation that grows at once copies less of it.
 */
function tuneForOneRun(): void {
  setFlagsFromString('--interrupt-budget=300000');
  setFlagsFromString('--semi-space-growth-factor=8');
  setFlagsFromString('--no-incremental-marking');
}

/** A format, and the file it goes to: `sarif=results.sarif`. Without a file it goes to standard output. */
function parseFormat(argument: string): { readonly format: Format; readonly file?: string } {
  const [name = '', ...rest] = argument.split('=');
  const format = FORMATS.find((known) => known === name);
  if (!format) throw new Failure(`\`${name}\` is no format. There are: ${FORMATS.join(', ')}.`);
  return { format, ...(rest.length > 0 ? { file: rest.join('=') } : {}) };
}

function announce({ aims, located }: LoadedAims): void {
  if (aims.mode !== 'adopted') return;
  output.say(`No aims.yaml: ${basename(located.root)} is checked as an AIMS as it stands. \`aims init\` writes one.`);
}

function write(
  target: { readonly format: Format; readonly file?: string },
  report: CheckReport,
  options: CheckOptions,
): void {
  const text = render(target.format, report, options, target.file === undefined);
  if (target.file === undefined) output.out(text);
  else output.file(target.file, text);
}

function render(format: Format, report: CheckReport, options: CheckOptions, toTerminal: boolean): string {
  switch (format) {
    case 'text':
      return textReport(
        report,
        paletteFor(options.color && toTerminal),
        report.findings.slice(0, options.maxFindings ?? report.findings.length),
      );
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, sarifOptions(report));
    case 'github':
      return githubReport(report, repositoryPrefix(report.root));
    case 'summary':
      return jobSummary(report);
  }
}

/** Code scanning wants paths from the root of the repository. */
function sarifOptions(report: CheckReport) {
  const base = repositoryOf(report.root) ?? report.root;
  return { version: VERSION, rootUri: `${pathToFileURL(base).href}/`, prefix: repositoryPrefix(report.root) };
}

/** A rule that crashed or settings that are wrong mean that the answer is not complete. */
function exitCode(report: CheckReport, failOn: CheckOptions['failOn']): number {
  const rules = new Set(
    report.findings.filter((one) => one.finding.severity === 'error').map((one) => one.finding.rule),
  );
  if (rules.has('rule-crashed') || rules.has('config-invalid')) return EXIT.failed;
  if (failOn === 'never') return EXIT.clean;
  const limit = SEVERITY_ORDER.indexOf(failOn as Severity);
  const reached = report.findings.some(({ finding }) => SEVERITY_ORDER.indexOf(finding.severity) <= limit);
  return reached ? EXIT.findings : EXIT.clean;
}
