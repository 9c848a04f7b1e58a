import { date, id, name, person, refers, text } from '../field';
import { recordType } from '../record-type';

/** The end of a system's life. */
export const retirement = recordType({
  name: 'retirement',
  title: 'Retirement',
  about: 'An AI system that was withdrawn: why, when, what became of its data and its users.',
  collection: 'retirements',
  registers: ['retirement-plan'],
  singles: ['retirement-plan'],
  basis: ['42001:A.6.2.6', '42001:A.4.2'],
  files: ['ai-retirements.yaml'],
  shape: () => ({
    id: id('Identifies the retirement.', 'RET-1'),
    title: name('What is withdrawn.', 'Retirement of the old triage rules').optional(),
    system: refers('The system.', ['ai-system'], 'triage-bot'),
    reason: text('Why it is withdrawn.', 'replaced by a new version').optional(),
    retired_on: date('The day it was switched off.').optional(),
    replacement: text('What takes its place.', 'triage-bot 5').optional(),
    data: text('What becomes of data, models and logs.', 'kept for ten years').optional(),
    informed: text('Who was told, and when.', 'all clinics').optional(),
    approver: person('Who decided.', 'Managing Director').optional(),
    status: text('Where it stands.', 'planned').optional(),
  }),
});
