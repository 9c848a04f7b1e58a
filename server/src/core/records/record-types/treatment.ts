import { date, id, name, person, refersToMany, score, text } from '../field';
import { recordType } from '../record-type';

/** One line of the treatment plan. */
export const treatment = recordType({
  name: 'treatment',
  title: 'Risk treatment',
  about: 'One measure of the risk treatment plan: for which risk, by whom, until when, with what result.',
  collection: 'treatments',
  registers: ['risk-treatment-plan'],
  singles: [],
  basis: ['42001:6.1.3', '42001:8.3'],
  files: ['ai-risk-treatment-plan.yaml'],
  shape: () => ({
    id: id('Identifies the measure.', 'T-01').optional(),
    risk: refersToMany('The risk it treats.', ['risk'], 'R-01'),
    measure: name('What is done.', 'Test set of 420 rare cases'),
    controls: refersToMany('Controls it puts into practice.', ['control'], 'A.7.4').optional(),
    owner: person('Who carries it out.', 'Head of Engineering').optional(),
    due: date('The day by which it is done.', '2026-12-31').optional(),
    done_on: date('The day it was done.').optional(),
    status: text('Where it stands.', 'in progress').optional(),
    result: text('What came of it.', 'sensitivity 0.97').optional(),
    effectiveness: text('How it was checked that it works.', 'repeated test').optional(),
    residual: score('What remains of the risk.', '5').optional(),
    approver: person('Who approved it.', 'Managing Director').optional(),
  }),
});
