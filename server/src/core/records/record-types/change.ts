import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One planned change of the AIMS or of a system. */
export const change = recordType({
  name: 'change',
  title: 'Change',
  about: 'A planned change of the AIMS or of an AI system: why, what it affects, who decided, when it was made.',
  collection: 'changes',
  registers: ['change-management'],
  singles: [],
  basis: ['42001:6.3', '42001:8.1'],
  files: ['ai-changes.yaml', 'ai-change-log.yaml'],
  shape: () => ({
    id: id('Identifies the change.', 'C-14'),
    change: name('What changes.', 'Environment added to the policy'),
    reason: text('Why.', 'result of the review').optional(),
    systems: refersToMany('The systems it touches.', ['ai-system'], 'triage-bot').optional(),
    impact: text('What it affects, and whether assessments are repeated.', 'impact assessment repeated').optional(),
    requester: person('Who asked for it.', 'Head of AI').optional(),
    approver: person('Who decided.', 'AI board').optional(),
    decided_on: date('The day of the decision.').optional(),
    done_on: date('The day it was made.').optional(),
    rollback: text('How to go back.', 'former version kept').optional(),
    status: text('Where it stands.', 'done').optional(),
    evidence: refersToMany('What shows it.', ['evidence', 'path'], 'records/c-14.md').optional(),
  }),
});
