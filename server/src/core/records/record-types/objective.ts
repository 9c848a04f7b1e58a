import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One AI objective with its plan. */
export const objective = recordType({
  name: 'objective',
  title: 'AI objective',
  about: 'One objective, how it is measured, who reaches it until when, and how far it is.',
  collection: 'objectives',
  registers: ['objectives'],
  singles: [],
  basis: ['42001:6.2', '42001:A.6.1.2', '42001:A.9.3'],
  files: ['ai-objectives.yaml'],
  shape: () => ({
    id: id('Identifies the objective.', 'Z-1'),
    objective: name('What is to be reached.', 'Urgent cases are found'),
    measure: text('How it is measured.', 'sensitivity').optional(),
    baseline: text('Where it started.', '0.93').optional(),
    target: text('The value to be reached.', 'at least 0.96').optional(),
    due: date('The day by which it is reached.', '2026-12-31').optional(),
    owner: person('Who answers for it.').optional(),
    actions: text('What will be done.', 'more rare cases').optional(),
    resources: text('What is needed for it.', 'two clinicians').optional(),
    frequency: text('How often it is measured.', 'monthly').optional(),
    result: text('What was measured last.', '0.97').optional(),
    status: text('Where it stands.', 'on track').optional(),
    system: refersToMany('The systems it is about.', ['ai-system'], 'triage-bot').optional(),
  }),
});
