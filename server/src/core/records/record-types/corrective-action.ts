import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One corrective action, where actions are kept apart from the nonconformities they answer. */
export const correctiveAction = recordType({
  name: 'corrective-action',
  title: 'Corrective action',
  about: 'What is done so that a nonconformity does not happen again, and whether it helped.',
  collection: 'corrective_actions',
  registers: ['improvement-log'],
  singles: [],
  basis: ['42001:10.1', '42001:10.2'],
  files: ['ai-corrective-actions.yaml'],
  shape: () => ({
    id: id('Identifies the action.', 'CA-01'),
    action: name('What is done.', 'Dates moved into the register'),
    nonconformity: refersToMany(
      'What it answers.',
      ['nonconformity', 'audit-finding', 'incident'],
      'NC-2026-02',
    ).optional(),
    cause: text('The cause it removes.', 'dates in a private calendar').optional(),
    owner: person('Who carries it out.', 'Purchasing').optional(),
    due: date('The day by which it is done.', '2026-12-31').optional(),
    done_on: date('The day it was done.').optional(),
    effectiveness: text('Whether it helped, and how that was checked.', 'no review missed since').optional(),
    checked_on: date('The day that was checked.').optional(),
    status: text('Where it stands.', 'done').optional(),
    evidence: refersToMany('What shows it.', ['evidence', 'path'], 'records/ca-01.md').optional(),
  }),
});
