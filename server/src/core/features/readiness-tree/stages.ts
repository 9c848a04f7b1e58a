import type { StageItem, StageStanding } from '../../readiness/readiness';
import { displayDate } from '../../text/civil-date';
import type { ReadinessNode } from '../feature';

/** What a certification stage asks to see, with who answers for it and when it falls due. */
export const stageNode = (stage: StageStanding): ReadinessNode => ({
  id: stage.id,
  label: stage.title,
  description: `${stage.id === 'stage1' ? 'documents' : 'records'} ${stage.met} of ${stage.total}`,
  state: stage.met === stage.total ? 'done' : 'partial',
  children: stage.items.map((item) => ({
    id: `${stage.id}/${item.kind}`,
    label: item.title,
    description: [item.why, ...personAndDate(item)].join(' · '),
    state: item.met ? 'done' : 'open',
    children: [],
    ...(item.place ? { place: item.place } : {}),
  })),
});

const personAndDate = ({ owner, due }: StageItem): readonly string[] => [
  ...(owner === undefined ? [] : [owner]),
  ...(due === undefined ? [] : [`due ${displayDate(due)}`]),
];
