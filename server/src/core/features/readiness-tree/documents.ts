import type { DocumentStanding } from '../../readiness/readiness';
import { escapeMarkdown } from '../../reports/markdown-text';
import { displayDate } from '../../text/civil-date';
import type { ReadinessNode } from '../feature';

const STATES: Record<DocumentStanding['state'], ReadinessNode['state']> = {
  template: 'open',
  withdrawn: 'excluded',
  documented: 'partial',
  approved: 'partial',
  current: 'done',
};

/** Every document of the AIMS with its kind, its state and what is left to do. */
export function documentsNode(documents: readonly DocumentStanding[]): ReadinessNode {
  const current = documents.filter((one) => one.state === 'current').length;
  return {
    id: 'documents',
    label: 'Documents',
    description: `${current} of ${documents.length} current`,
    state: current === documents.length ? 'done' : 'partial',
    children: documents.map(documentNode),
  };
}

function documentNode(one: DocumentStanding): ReadinessNode {
  const due = one.due === undefined ? '' : ` · review due ${displayDate(one.due)}`;
  const next = one.next === undefined ? [] : [`**Next** ${escapeMarkdown(one.next)}`];
  return {
    id: `document/${one.place.file}`,
    label: one.title,
    description: `${one.kind} · ${one.state}${due}`,
    ...(STATES[one.state] === 'done' ? {} : { why: one.why }),
    tooltip: [`**${escapeMarkdown(one.title)}** · ${one.kind}`, escapeMarkdown(one.why), ...next].join('\n\n'),
    state: STATES[one.state],
    children: [],
    place: one.place,
  };
}
