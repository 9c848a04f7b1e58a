import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One failure to meet a requirement, and what was done about it. */
export const nonconformity = recordType({
  name: 'nonconformity',
  title: 'Nonconformity',
  about: 'A requirement that was not met: what happened, why, what was done, and whether that helped.',
  collection: 'nonconformities',
  registers: ['nonconformity-log'],
  singles: [],
  basis: ['42001:10.2'],
  files: ['ai-nonconformities.yaml'],
  shape: () => ({
    id: id('Identifies the nonconformity.', 'NC-2026-01'),
    description: name('What happened.', 'Two dataset records without share of languages'),
    found_on: date('The day it was found.').optional(),
    source: text('Where it was found: audit, incident, monitoring, concern.', 'internal audit').optional(),
    severity: text('How grave it is.', 'minor').optional(),
    clause: refersToMany('The requirement that was not met.', ['clause', 'control'], '7.5.3').optional(),
    system: refersToMany('The systems it is about.', ['ai-system'], 'triage-bot').optional(),
    correction: text('What was done at once.', 'records completed').optional(),
    cause: text('Why it happened.', 'the form had no field for it').optional(),
    action: text('What is done so that it does not happen again.', 'field added').optional(),
    owner: person('Who answers for it.', 'Data steward').optional(),
    due: date('The day by which the action is done.', '2026-12-31').optional(),
    done_on: date('The day the action was done.').optional(),
    effectiveness: text('Whether the action helped, and how that was checked.', 'checked on 30 April 2026').optional(),
    closed_on: date('The day it was closed.').optional(),
    status: text('Where it stands.', 'closed').optional(),
  }),
});
