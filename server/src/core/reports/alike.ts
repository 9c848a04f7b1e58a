import { groupBy } from '../query/group';
import type { ReportedFinding } from './check-report';

/** Findings of one rule and severity at one place: the missing rows of an SoA, which people want to read as one. */
export type Alike = readonly [ReportedFinding, ...(readonly ReportedFinding[])];

/** In the order of the first of each. */
export function groupAlike(findings: readonly ReportedFinding[]): readonly Alike[] {
  const groups = groupBy(findings, ({ path, finding: { span, rule, severity } }) =>
    [path, span.start, span.end, rule, severity].join('\0'),
  );
  return [...groups.values()].flatMap(([first, ...others]): readonly Alike[] => (first ? [[first, ...others]] : []));
}

/** ` … and 2 more: A.2.3, A.2.4.` */
export const othersText = ([, ...others]: Alike): string =>
  others.length === 0 ? '' : ` … and ${others.length} more: ${others.map(subjectOf).join(', ')}.`;

const subjectOf = ({ finding }: ReportedFinding): string =>
  (finding.subject ?? finding.message).replace(/^(?:42001|document):/, '');
