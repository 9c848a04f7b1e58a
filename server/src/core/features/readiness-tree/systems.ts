import type { AspectStanding, SystemStanding } from '../../readiness/readiness';
import { escapeMarkdown } from '../../reports/markdown-text';
import { displayDate } from '../../text/civil-date';
import { normalize } from '../../text/words';
import type { ReadinessNode } from '../feature';
import { placeNodes, summary } from './standing';

const STATES: Record<AspectStanding['state'], ReadinessNode['state']> = {
  'not-needed': 'excluded',
  missing: 'open',
  mentioned: 'open',
  documented: 'partial',
  approved: 'partial',
  current: 'done',
};

const NONE = 'none recorded: list them in an inventory, or describe each in a file of kind `ai-system` beside its code';

/** Every AI system of the inventory, and below it what is asked of it. */
export function systemsNode(systems: readonly SystemStanding[]): ReadinessNode {
  const children = systems.map(systemNode);
  const done = children.filter((child) => child.state === 'done').length;
  return {
    id: 'systems',
    label: 'AI systems',
    description: systems.length === 0 ? NONE : `${done} of ${systems.length} complete`,
    state: systems.length === 0 ? 'open' : summary(children.map((child) => child.state)),
    children,
  };
}

/** The order of appearance tells systems apart that share a name. */
function systemNode(one: SystemStanding, index: number): ReadinessNode {
  const id = `system/${index}`;
  const name = normalize(one.id) === normalize(one.title) ? one.title : `${one.title} (${one.id})`;
  const owner = one.owner === undefined ? '' : ` · ${one.owner}`;
  return {
    id,
    label: name,
    description: `${one.met} of ${one.total} current${owner}`,
    state: summary(one.aspects.map((aspect) => STATES[aspect.state])),
    children: one.aspects.map((aspect) => aspectNode(id, aspect)),
    place: one.place,
  };
}

function aspectNode(system: string, one: AspectStanding): ReadinessNode {
  const id = `${system}/${one.id}`;
  const state = one.state.replace('-', ' ');
  const due = one.due === undefined ? '' : ` · review due ${displayDate(one.due)}`;
  const next = one.next === undefined ? [] : [`**Next** ${escapeMarkdown(one.next)}`];
  const [first] = one.places;
  return {
    id,
    label: one.title,
    description: `${state}${due}`,
    ...(STATES[one.state] === 'done' ? {} : { why: [one.why, one.next].filter(Boolean).join(' ') }),
    tooltip: [
      `**${one.title}** · ${state}`,
      escapeMarkdown(one.why),
      ...next,
      `Asked for by ${one.basis.join(', ')}.`,
    ].join('\n\n'),
    state: STATES[one.state],
    children: placeNodes(id, one.places),
    ...(first ? { place: { file: first.file, span: first.span } } : {}),
  };
}
