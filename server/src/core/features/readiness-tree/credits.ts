import type { Aims } from '../../model/aims';
import { type Credit, type CreditedClause, countsOf, creditsOf } from '../../readiness/credit';
import { escapeMarkdown } from '../../reports/markdown-text';
import type { ReadinessNode } from '../feature';
import { CLAUSE_STATES, summary } from './standing';

/** The other frameworks of an integrated system, with what they get from the clauses they share; none where there is one. */
export const creditNodes = (aims: Aims): readonly ReadinessNode[] => creditsOf(aims).map(creditNode);

function creditNode(credit: Credit): ReadinessNode {
  const { total, current, covered } = countsOf(credit);
  return {
    id: `credit/${credit.framework}`,
    label: `${credit.short}, shared clauses`,
    description: `${current} of ${total} current · ${covered} covered`,
    state: summary(credit.clauses.map(({ state }) => CLAUSE_STATES[state])),
    children: credit.clauses.map((clause) => clauseNode(credit, clause)),
  };
}

function clauseNode({ framework, short }: Credit, one: CreditedClause): ReadinessNode {
  const state = CLAUSE_STATES[one.state];
  const next = one.next === undefined ? [] : [`**Next** ${escapeMarkdown(one.next)}`];
  return {
    id: `credit/${framework}/${one.id}`,
    label: `${one.id}  ${one.title}`,
    description: one.common ? `${one.state} · shared with ${one.from.join(', ')}` : `${one.state} · its own subject`,
    ...(state === 'done' ? {} : { why: one.why }),
    tooltip: [`**${short} ${one.id} ${one.title}** · ${one.state}`, escapeMarkdown(one.why), ...next].join('\n\n'),
    state,
    children: [],
  };
}
