import type { ControlStanding } from '../readiness/readiness';
import { type CheckedAims, type CheckReport, counted, type ReportedFinding, SEVERITY_ORDER } from './check-report';
import { escapeCell, escapeMarkdown } from './markdown-text';
import { numbersLine, numbersOf, type ReadinessNumbers } from './numbers';

const MAX_ROWS = 50;

/** A page for the summary of a workflow run: what the change does to the AIMS first, then the findings. */
export function jobSummary(report: CheckReport): string {
  const parts = ['## AIMS Docs', ...report.aims.flatMap((one) => aimsPart(one, report)), ...findingsPart(report)];
  return `${parts.join('\n\n')}\n`;
}

function aimsPart(one: CheckedAims, report: CheckReport): readonly string[] {
  const now = numbersOf(one.readiness);
  const heading = report.aims.length > 1 ? [`### ${escapeMarkdown(one.folder || '.')}`] : [];
  if (!one.before) return [...heading, `Readiness: ${numbersLine(now)}`];
  const changes = changedControls(one.before.controls, one.readiness.controls);
  return [...heading, firstSentence(numbersOf(one.before), now, changes), ...changeTable(changes)];
}

interface Change {
  readonly control: ControlStanding;
  readonly before: string;
}

function changedControls(before: readonly ControlStanding[], after: readonly ControlStanding[]): readonly Change[] {
  const states = new Map(before.map((control) => [control.id, control.state]));
  return after.flatMap((control) => {
    const state = states.get(control.id);
    return state === undefined || state === control.state ? [] : [{ control, before: state }];
  });
}

function firstSentence(before: ReadinessNumbers, now: ReadinessNumbers, changes: readonly Change[]): string {
  const controls = `Controls addressed ${before.controls.addressed} → ${now.controls.addressed} of ${now.controls.total}`;
  const clauses = `clauses current ${before.clauses.current} → ${now.clauses.current} of ${now.clauses.total}`;
  const what =
    changes.length === 0
      ? '**This change alters no control.**'
      : `**This change alters ${counted(changes.length, 'control')}.**`;
  return `${what} ${controls}; ${clauses}.`;
}

function changeTable(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const rows = changes.slice(0, MAX_ROWS).map(({ control, before }) => {
    const where = control.places[0]?.file ?? '';
    return `| ${control.id} ${escapeCell(control.title)} | ${before} | ${control.state} | ${escapeMarkdown(where)} |`;
  });
  return [['| control | before | after | where |', '|---|---|---|---|', ...rows].join('\n')];
}

function findingsPart(report: CheckReport): readonly string[] {
  const { findings, since, suppressed } = report;
  const accepted = suppressed.length > 0 ? `, ${suppressed.length} accepted` : '';
  const head = since
    ? `${counted(findings.length, 'new finding')} against ${escapeMarkdown(since.ref)}, ${since.solved} solved${accepted}.`
    : `${counted(findings.length, 'finding')} in ${counted(report.files, 'document')}${accepted}.`;
  if (findings.length === 0) return [head];
  const ordered = [...findings].sort(
    (a, b) => SEVERITY_ORDER.indexOf(a.finding.severity) - SEVERITY_ORDER.indexOf(b.finding.severity),
  );
  const more = ordered.length > MAX_ROWS ? [`… and ${ordered.length - MAX_ROWS} more.`] : [];
  return [
    head,
    ['| | where | finding | rule |', '|---|---|---|---|', ...ordered.slice(0, MAX_ROWS).map(row)].join('\n'),
    ...more,
  ];
}

const row = ({ finding, path, start }: ReportedFinding): string =>
  `| ${finding.severity} | ${escapeMarkdown(path)}:${start.line} | ${escapeCell(finding.message)} | ${finding.rule} |`;
