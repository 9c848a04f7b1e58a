import type { Readiness, StageStanding } from '../readiness/readiness';

/** The few numbers by which readiness is quoted everywhere: the same in tree, status bar, terminal and pull request. */
export interface ReadinessNumbers {
  readonly controls: {
    readonly total: number;
    readonly addressed: number;
    readonly byState: Readonly<Record<string, number>>;
  };
  readonly clauses: {
    readonly total: number;
    readonly current: number;
    readonly byState: Readonly<Record<string, number>>;
  };
  readonly stage1: { readonly met: number; readonly total: number };
  readonly stage2: { readonly met: number; readonly total: number };
}

export function numbersOf(readiness: Readiness): ReadinessNumbers {
  const controls = tally(readiness.controls);
  const clauses = tally(readiness.clauses);
  const open = (controls.unaddressed ?? 0) + (controls.undecided ?? 0);
  return {
    controls: { total: readiness.controls.length, addressed: readiness.controls.length - open, byState: controls },
    clauses: { total: readiness.clauses.length, current: clauses.current ?? 0, byState: clauses },
    stage1: stage(readiness.stage1),
    stage2: stage(readiness.stage2),
  };
}

const stage = ({ met, total }: StageStanding) => ({ met, total });

function tally(standings: readonly { readonly state: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of standings) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** `controls 31 of 38 addressed · clauses 26 of 32 current · Stage 1 16 of 18 · Stage 2 9 of 14` */
export function numbersLine({ controls, clauses, stage1, stage2 }: ReadinessNumbers): string {
  return [
    `controls ${controls.addressed} of ${controls.total} addressed`,
    `clauses ${clauses.current} of ${clauses.total} current`,
    `Stage 1 ${stage1.met} of ${stage1.total}`,
    `Stage 2 ${stage2.met} of ${stage2.total}`,
  ].join(' · ');
}
