import type { Severity } from '../model/finding';
import { type Alike, groupAlike, othersText } from './alike';
import { type CheckReport, SEVERITY_ORDER } from './check-report';

/** GitHub shows ten annotations of each kind for a step; more are dropped in silence. */
const LIMIT = 10;

const COMMANDS: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub turns into annotations: the most severe first, changed files before others, alike ones as one. */
export function githubReport(report: CheckReport, prefix: string): string {
  const changed = report.since?.changed;
  const rank = ([{ finding, path }]: Alike): number =>
    SEVERITY_ORDER.indexOf(finding.severity) * 2 + (changed && !changed.has(path) ? 1 : 0);
  const ordered = [...groupAlike(report.findings)].sort((a, b) => rank(a) - rank(b));
  const taken = { error: 0, warning: 0, notice: 0 };
  const lines = ordered.flatMap((alike) => {
    const command = COMMANDS[alike[0].finding.severity];
    taken[command]++;
    return taken[command] > LIMIT ? [] : [annotation(command, alike, prefix)];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(command: string, alike: Alike, prefix: string): string {
  const { finding, path, start, end } = alike[0];
  const properties = [
    ...(path === '.' ? [] : [`file=${property(`${prefix}${path}`)}`]),
    `line=${start.line}`,
    `endLine=${end.line}`,
    ...(start.line === end.line ? [`col=${start.character}`, `endColumn=${end.character}`] : []),
    `title=${property(finding.rule)}`,
  ];
  return `::${command} ${properties.join(',')}::${data(finding.message + othersText(alike))}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
