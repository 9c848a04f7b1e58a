import type { Readiness } from '../readiness/readiness';
import { type CheckReport, countBy, type ReportedFinding } from './check-report';
import { numbersOf } from './numbers';

/** The stable, versioned form for other programs; described in docs/command-line.md. */
export function jsonReport(report: CheckReport): string {
  const [only] = report.aims;
  const single = report.aims.length === 1 && only;
  const value = {
    version: 1,
    root: report.root,
    checked: { files: report.files },
    ...(report.since ? { since: { ref: report.since.ref, solved: report.since.solved } } : {}),
    findings: report.findings.map(findingValue),
    summary: {
      errors: countBy(report.findings, 'error'),
      warnings: countBy(report.findings, 'warning'),
      infos: countBy(report.findings, 'info'),
      hints: countBy(report.findings, 'hint'),
      suppressed: report.suppressed.length,
    },
    ...(single
      ? { readiness: readinessValue(single.readiness) }
      : { aims: report.aims.map((one) => ({ root: one.folder || '.', readiness: readinessValue(one.readiness) })) }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function findingValue({ finding, path, start, end, related, edits, fingerprint }: ReportedFinding) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    file: path,
    line: start.line,
    column: start.character,
    endLine: end.line,
    endColumn: end.character,
    message: finding.message,
    fingerprint,
    ...(finding.framework === undefined ? {} : { framework: finding.framework }),
    ...(finding.subject === undefined ? {} : { subject: finding.subject }),
    ...(related.length > 0
      ? { related: related.map((place) => ({ file: place.path, ...flat(place), message: place.message })) }
      : {}),
    ...(edits.length > 0
      ? {
          fixes: edits.map((fix) => ({
            title: fix.title,
            ...(fix.creates.length > 0 ? { creates: fix.creates } : {}),
            edits: fix.edits.map((edit) => ({ file: edit.path, ...flat(edit), newText: edit.newText })),
          })),
        }
      : {}),
  };
}

const flat = ({ start, end }: Pick<ReportedFinding, 'start' | 'end'>) => ({
  line: start.line,
  column: start.character,
  endLine: end.line,
  endColumn: end.character,
});

export function readinessValue(readiness: Readiness) {
  const { controls, clauses, stage1, stage2 } = numbersOf(readiness);
  return {
    controls: { total: controls.total, byState: controls.byState },
    clauses: { total: clauses.total, byState: clauses.byState },
    stage1,
    stage2,
  };
}
