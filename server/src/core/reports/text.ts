import type { Severity } from '../model/finding';
import { groupBy } from '../query/group';
import { groupAlike, othersText } from './alike';
import { type CheckReport, countBy, counted, type ReportedFinding } from './check-report';
import { numbersLine, numbersOf } from './numbers';
import { visible } from './visible';

/** Colours for a terminal; each function returns its text, coloured or not. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
}

export const NO_COLOUR: Palette = { bold: String, dim: String, error: String, warning: String, info: String };

const MAX_SOURCE = 120;

/** The report as people read it in a terminal. `shown` findings are listed, all are counted. */
export function textReport(
  report: CheckReport,
  palette: Palette,
  shown: readonly ReportedFinding[] = report.findings,
): string {
  const byFile = groupBy(shown, (one) => one.path);
  const sections = [...byFile].map(([path, findings]) =>
    [palette.bold(visible(path)), ...fileLines(findings, palette), ''].join('\n'),
  );
  const hidden = report.findings.length - shown.length;
  const more = hidden > 0 ? [`… and ${counted(hidden, 'more finding')}.`] : [];
  return `${[...sections, ...more, ...summaryLines(report, palette)].join('\n')}\n`;
}

/** So many findings of one rule at one place are shown as one line: the first, and what the others are about. */
const MANY = 3;

/** Several missing things at one place are shown together, and share their source line. */
function fileLines(findings: readonly ReportedFinding[], palette: Palette): readonly string[] {
  const groups = groupAlike(findings);
  return groups.flatMap((alike, index) => {
    const [first] = alike;
    const lines =
      alike.length > MANY
        ? [findingLine(first, palette, othersText(alike))]
        : alike.map((one) => findingLine(one, palette));
    const next = groups[index + 1]?.[0];
    return next && samePlace(first, next) ? lines : [...lines, ...sourceLines(first, palette)];
  });
}

const samePlace = (a: ReportedFinding, b: ReportedFinding): boolean =>
  a.finding.span.start === b.finding.span.start && a.finding.span.end === b.finding.span.end;

const colourOf = (severity: Severity, palette: Palette): ((text: string) => string) =>
  severity === 'error' ? palette.error : severity === 'warning' ? palette.warning : palette.info;

function findingLine({ finding, start }: ReportedFinding, palette: Palette, more = ''): string {
  const place = `${start.line}:${start.character}`.padStart(7);
  const severity = colourOf(finding.severity, palette)(finding.severity.padEnd(7));
  return `${palette.dim(place)}  ${severity}  ${visible(finding.message)}${palette.dim(visible(more))}  ${palette.dim(finding.rule)}`;
}

function sourceLines({ source, start, end }: ReportedFinding, palette: Palette): readonly string[] {
  if (source.trim() === '') return [];
  const from = start.character > MAX_SOURCE - 40 ? Math.max(0, start.character - 40) : 0;
  const cut = source.slice(from, from + MAX_SOURCE);
  const text = `${from > 0 ? '…' : ''}${visible(cut)}${from + MAX_SOURCE < source.length ? '…' : ''}`;
  const offset = visible(source.slice(from, start.character - 1)).length + (from > 0 ? 1 : 0);
  const stop = end.line === start.line ? end.character - 1 : source.length;
  const length = Math.max(1, Math.min(visible(source.slice(start.character - 1, stop)).length, text.length - offset));
  return [`${' '.repeat(9)}${palette.dim(text)}`, `${' '.repeat(9 + offset)}${palette.dim('^'.repeat(length))}`];
}

function summaryLines(report: CheckReport, palette: Palette): readonly string[] {
  const { findings, files, since } = report;
  const parts = (['error', 'warning', 'info', 'hint'] as const)
    .map((severity) => ({ severity, count: countBy(findings, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => colourOf(severity, palette)(counted(count, severity)));
  const detail = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  const kind = since ? 'new finding' : 'finding';
  const against = since ? ` against ${visible(since.ref)}, ${since.solved} solved` : '';
  const accepted = report.suppressed.length > 0 ? `, ${report.suppressed.length} accepted` : '';
  const total = `${palette.bold(counted(findings.length, kind))}${detail} in ${counted(files, 'document')}${against}${accepted}`;
  return [total, ...report.aims.map((one) => readinessLine(one.folder, one, report.aims.length > 1))];
}

const readinessLine = (folder: string, one: CheckReport['aims'][number], named: boolean): string =>
  `Readiness${named ? ` of ${visible(folder || '.')}` : ''}  ${numbersLine(numbersOf(one.readiness))}`;
