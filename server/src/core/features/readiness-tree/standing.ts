import type { ClauseStanding, ControlStanding } from '../../readiness/readiness';
import { escapeMarkdown } from '../../reports/markdown-text';
import { displayDate } from '../../text/civil-date';
import type { ReadinessNode } from '../feature';

type NodeState = ReadinessNode['state'];

export const CLAUSE_STATES: Record<ClauseStanding['state'], NodeState> = {
  missing: 'open',
  mentioned: 'open',
  documented: 'partial',
  approved: 'partial',
  current: 'done',
};

export const CONTROL_STATES: Record<ControlStanding['state'], NodeState> = {
  unaddressed: 'open',
  undecided: 'open',
  excluded: 'excluded',
  planned: 'partial',
  'in-progress': 'partial',
  implemented: 'partial',
  evidenced: 'partial',
  current: 'done',
};

/** The state of a group by those of its members. */
export function summary(states: readonly NodeState[]): NodeState {
  if (states.every((state) => state === 'done' || state === 'excluded')) return 'done';
  return states.every((state) => state === 'open') ? 'open' : 'partial';
}

export const clauseNode = (one: ClauseStanding, prefix: string): ReadinessNode =>
  standingNode(`${prefix}/${one.id}`, one, CLAUSE_STATES[one.state]);

export const controlNode = (one: ControlStanding, prefix: string): ReadinessNode =>
  standingNode(`${prefix}/${one.id}`, one, CONTROL_STATES[one.state]);

/** A clause or control with its places as children; the first place opens on a click. */
function standingNode(id: string, one: ClauseStanding | ControlStanding, state: NodeState): ReadinessNode {
  const due = one.due === undefined ? '' : ` · review due ${displayDate(one.due)}`;
  const first = one.places[0];
  const next = one.next === undefined ? [] : [`**Next** ${escapeMarkdown(one.next)}`];
  return {
    id,
    label: `${one.id}  ${one.title}`,
    description: `${one.state.replace('-', ' ')}${due}`,
    ...(state === 'done' ? {} : { why: one.why }),
    tooltip: [`**${one.id} ${one.title}** · ${one.state}`, escapeMarkdown(one.why), ...next].join('\n\n'),
    state,
    children: placeNodes(id, one.places),
    ...(first ? { place: { file: first.file, span: first.span } } : {}),
  };
}

/** The places of a standing, below its node. */
export const placeNodes = (id: string, places: ClauseStanding['places']): readonly ReadinessNode[] =>
  places.map((place, index) => ({
    id: `${id}/place/${index}`,
    label: place.label,
    description: place.file,
    state: 'info',
    isPlace: true,
    children: [],
    place: { file: place.file, span: place.span },
  }));
