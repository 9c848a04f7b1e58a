import type { DueItem } from '../../readiness/readiness';
import { displayDate } from '../../text/civil-date';
import type { ReadinessNode } from '../feature';

/** What is overdue and what comes next, the earliest first. */
export function dueNode(items: readonly DueItem[]): ReadinessNode {
  const overdue = items.filter((item) => item.days < 0).length;
  const soon = items.filter((item) => item.days >= 0 && item.days <= 30).length;
  return {
    id: 'due',
    label: 'Due',
    description: `${overdue} overdue · ${soon} within 30 days`,
    state: overdue > 0 ? 'open' : 'done',
    children: items.map((item) => ({
      id: `due/${item.on}/${item.label}`,
      label: item.label,
      description: `${item.days < 0 ? 'overdue since' : 'on'} ${displayDate(item.on)}${item.owner === undefined ? '' : ` · ${item.owner}`}`,
      ...(item.why === undefined ? {} : { why: item.why }),
      state: item.days < 0 ? 'open' : 'info',
      children: [],
      ...(item.place ? { place: item.place } : {}),
    })),
  };
}
