import type { Rule } from './rule';

/** A rule that threw. The engine reports it in the rule's place; there is nothing to check here. */
export const ruleCrashed: Rule = {
  meta: {
    name: 'rule-crashed',
    severity: 'error',
    summary: 'A rule could not run.',
    why: 'A check that did not run found nothing, which is not the same as nothing being there.',
    basis: [],
    doubt: 'None: it is a fault of the product. Please report it with the message.',
  },
  examples: { bad: [], good: [] },
};
