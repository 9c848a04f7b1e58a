import type { Aims } from '../../model/aims';
import type { ClauseStanding, ControlStanding, Readiness } from '../../readiness/readiness';
import { numbersOf } from '../../reports/numbers';
import type { ReadinessNode } from '../feature';
import { CLAUSE_STATES, CONTROL_STATES, clauseNode, controlNode, summary } from './standing';

/** Clauses 4 to 10 by chapter. */
export function clausesNode(aims: Aims, readiness: Readiness): ReadinessNode {
  const framework = aims.frameworks.get('42001');
  const chapters = [...(framework?.clauses.values() ?? [])].filter((clause) => !clause.id.includes('.'));
  return {
    ...clausesTotal('clauses', 'Clauses 4–10', readiness),
    children: chapters.map(({ id, title }) =>
      groupOfClauses(
        `clause/${id}`,
        `${id}  ${title}`,
        readiness.clauses.filter((one) => one.id.startsWith(`${id}.`)),
        'clause',
      ),
    ),
  };
}

const PHASES = [
  ['plan', 'Plan'],
  ['do', 'Do'],
  ['check', 'Check'],
  ['act', 'Act'],
] as const;

/** The same clauses by the phase of the plan-do-check-act cycle they belong to. */
export function phasesNode(aims: Aims, readiness: Readiness): ReadinessNode {
  const framework = aims.frameworks.get('42001');
  return {
    ...clausesTotal('pdca', 'Plan, do, check, act', readiness),
    children: PHASES.map(([phase, title]) =>
      groupOfClauses(
        `pdca/${phase}`,
        title,
        readiness.clauses.filter((one) => framework?.clauses.get(one.id)?.pdca === phase),
        `pdca/${phase}`,
      ),
    ),
  };
}

function clausesTotal(id: string, label: string, readiness: Readiness): ReadinessNode {
  const { clauses } = numbersOf(readiness);
  return {
    id,
    label,
    description: `${clauses.current} of ${clauses.total} current`,
    state: clauses.current === clauses.total ? 'done' : 'partial',
    children: [],
  };
}

function groupOfClauses(id: string, label: string, leaves: readonly ClauseStanding[], prefix: string): ReadinessNode {
  const current = leaves.filter((leaf) => leaf.state === 'current').length;
  return {
    id,
    label,
    description: `${current} of ${leaves.length}`,
    state: summary(leaves.map((leaf) => CLAUSE_STATES[leaf.state])),
    children: leaves.map((leaf) => clauseNode(leaf, prefix)),
  };
}

/** Annex A by domain. */
export function controlsNode(aims: Aims, readiness: Readiness): ReadinessNode {
  const framework = aims.frameworks.get('42001');
  const domains = [...(framework?.objectives.values() ?? [])].filter((objective) => objective.level === 'domain');
  const { controls } = numbersOf(readiness);
  const excluded = controls.byState.excluded ?? 0;
  const open = controls.total - controls.addressed;
  return {
    id: 'controls',
    label: 'Annex A',
    description: `${controls.addressed} of ${controls.total} addressed · ${excluded} excluded · ${open} open`,
    state: open === 0 ? 'done' : 'partial',
    children: domains.map((domain) =>
      domainNode(
        domain,
        readiness.controls.filter((control) => control.domain === domain.id),
      ),
    ),
  };
}

function domainNode(
  domain: { readonly id: string; readonly title: string },
  controls: readonly ControlStanding[],
): ReadinessNode {
  const open = controls.filter((control) => CONTROL_STATES[control.state] === 'open').length;
  return {
    id: `domain/${domain.id}`,
    label: `${domain.id}  ${domain.title}`,
    description: `${controls.length - open} of ${controls.length}`,
    state: summary(controls.map((control) => CONTROL_STATES[control.state])),
    children: controls.map((control) => controlNode(control, 'control')),
  };
}
