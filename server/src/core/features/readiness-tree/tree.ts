import type { Aims } from '../../model/aims';
import { assess } from '../../readiness/assess';
import type { Readiness } from '../../readiness/readiness';
import { escapeMarkdown } from '../../reports/markdown-text';
import type { ReadinessNode, ReadinessView } from '../feature';
import { creditNodes } from './credits';
import { documentsNode } from './documents';
import { dueNode } from './due';
import { clausesNode, controlsNode, phasesNode } from './requirements';
import { stageNode } from './stages';
import { systemsNode } from './systems';

/**
 * The Readiness tree of one AIMS: what to do next, then what the view asks for, opened, then everything else. Editor
 * and terminal show the same nodes.
 */
export function readinessTree(aims: Aims, view: ReadinessView): readonly ReadinessNode[] {
  if (aims.mode === 'quiet') return [];
  const readiness = assess(aims);
  const main = sectionOf(aims, readiness, view);
  const others = ALWAYS.filter((one) => one !== view).map((one) => sectionOf(aims, readiness, one));
  return [
    ...(readiness.next.length > 0 ? [nextNode(readiness)] : []),
    { ...main, expanded: true },
    ...others,
    ...creditNodes(aims),
  ];
}

const ALWAYS: readonly ReadinessView[] = ['clause', 'domain', 'stage1', 'stage2', 'due'];

export function sectionOf(aims: Aims, readiness: Readiness, view: ReadinessView): ReadinessNode {
  switch (view) {
    case 'clause':
      return clausesNode(aims, readiness);
    case 'domain':
      return controlsNode(aims, readiness);
    case 'pdca':
      return phasesNode(aims, readiness);
    case 'stage1':
      return stageNode(readiness.stage1);
    case 'stage2':
      return stageNode(readiness.stage2);
    case 'document':
      return documentsNode(readiness.documents);
    case 'system':
      return systemsNode(readiness.systems);
    case 'due':
      return dueNode(readiness.due);
  }
}

const nextNode = ({ next }: Readiness): ReadinessNode => ({
  id: 'next',
  label: 'Next',
  description: String(next.length),
  state: 'info',
  expanded: true,
  children: next.map((step) => ({
    id: `next/${step.label}`,
    label: step.label,
    description: step.text,
    tooltip: escapeMarkdown(step.text),
    state: 'open',
    children: [],
    ...(step.place ? { place: step.place } : {}),
  })),
});
