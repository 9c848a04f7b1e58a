import { date, id, name, oneOf, person, refersToMany, score, text } from '../field';
import { recordType } from '../record-type';

/** One risk of the register. */
export const risk = recordType({
  name: 'risk',
  title: 'AI risk',
  about: 'One risk to the organization, to individuals, groups or society, how it was rated and what is done about it.',
  collection: 'risks',
  registers: ['risk-register'],
  singles: [],
  basis: ['42001:6.1.2', '42001:6.1.3', '42001:8.2', '42001:8.3'],
  files: ['ai-risk-register.yaml', 'ai-risks.yaml'],
  shape: () => ({
    id: id('Identifies the risk.', 'R-01'),
    description: name('What may happen, why, and with what effect.', 'Rare symptoms are ranked too low'),
    system: refersToMany('The systems it comes with.', ['ai-system'], 'triage-bot').optional(),
    category: text('What sort of risk it is.', 'fairness').optional(),
    source: text('What it comes from.', 'data hold few rare cases').optional(),
    affects: text('Whom it touches: organization, individuals, groups, society.', 'individuals').optional(),
    likelihood: score('How likely it is, on the declared scale.', '2').optional(),
    impact: score('How bad it would be, on the declared scale.', '5').optional(),
    score: score('Likelihood and impact taken together.', '10').optional(),
    level: text('The level the declared matrix gives.', 'medium').optional(),
    owner: person('Who answers for the risk.').optional(),
    treatment: oneOf(
      'What is done about it.',
      {
        modify: 'controls make it less likely or less bad',
        share: 'others carry a part of it',
        avoid: 'what causes it is not done',
        retain: 'it is knowingly kept',
      },
      'modify',
    ).optional(),
    measures: text('What is done in detail.', 'test set of rare cases').optional(),
    controls: refersToMany('Controls that treat it.', ['control'], 'A.7.4').optional(),
    residual: score('What remains after treatment.', '5').optional(),
    accepted_by: person('Who accepted what remains.', 'Managing Director').optional(),
    accepted_on: date('The day it was accepted.').optional(),
    due: date('The day by which it is treated.', '2026-12-31').optional(),
    status: text('Where it stands: open, in treatment, accepted, closed.', 'open').optional(),
    last_review: date('The day it was last assessed.').optional(),
    next_review: date('The day by which it is assessed again.', '2027-03-15').optional(),
  }),
});
