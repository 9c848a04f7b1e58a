import type { Aims } from '../model/aims';
import { viewsOf } from '../model/file-view';
import { assess } from '../readiness/assess';
import { numbersLine, numbersOf } from '../reports/numbers';

export interface Status {
  /** `AIMS 31/38 · 26/32` */
  readonly text: string;
  readonly tooltip: string;
  /** Something is overdue. */
  readonly attention: boolean;
}

/** The line of the status bar. */
export function statusOf(aims: Aims): Status {
  const numbers = numbersOf(assess(aims));
  const overdue = viewsOf(aims).filter(
    ({ document }) => document.kind && !document.template && document.review && document.review.due < aims.today,
  ).length;
  const late = overdue === 0 ? '' : `\n${overdue} ${overdue === 1 ? 'review is' : 'reviews are'} overdue.`;
  return {
    text: `AIMS ${numbers.controls.addressed}/${numbers.controls.total} · ${numbers.clauses.current}/${numbers.clauses.total}`,
    tooltip: `Readiness: ${numbersLine(numbers)}${late}`,
    attention: overdue > 0,
  };
}
