import { date, id, name, oneOf, person, refers, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** What a system does to people and society, as it was judged before and during use. */
export const impactAssessment = recordType({
  name: 'impact-assessment',
  title: 'AI system impact assessment',
  about: 'What an AI system may do to individuals, groups and society, and what was decided about it.',
  collection: 'impact_assessments',
  registers: [],
  singles: ['impact-assessment'],
  basis: ['42001:6.1.4', '42001:8.4', '42001:A.5.2', '42001:A.5.3', '42001:A.5.4', '42001:A.5.5'],
  files: ['ai-impact-assessments.yaml'],
  shape: () => ({
    id: id('Identifies the assessment.', 'AIA-001'),
    title: name('What is assessed.', 'Impact assessment of triage-bot').optional(),
    system: refers('The system that was assessed.', ['ai-system'], 'triage-bot'),
    assessed_on: date('The day of the assessment.'),
    assessor: person('Who assessed.', 'Clinical safety officer').optional(),
    trigger: text(
      'Why it was done: new system, change, incident, review.',
      'training data in four languages',
    ).optional(),
    individuals: text('Impacts on individuals.', 'a late appointment can cost health').optional(),
    groups: text('Impacts on groups.', 'speakers of a second language are ranked lower').optional(),
    society: text('Impacts on society and the environment.', 'trust in care').optional(),
    topics: text(
      'Topics that were looked at: rights, fairness, safety, transparency and so on.',
      'fairness, safety',
    ).optional(),
    measures: text('What is done about the impacts.', 'a clinician sees every case').optional(),
    risks: refersToMany('Risks that came out of it.', ['risk'], 'R-01').optional(),
    controls: refersToMany('Controls that answer the impacts.', ['control'], 'A.5.4').optional(),
    decision: oneOf(
      'What was decided.',
      {
        acceptable: 'the system may be used as it is',
        'acceptable with measures': 'it may be used once the measures are in place',
        'not acceptable': 'it may not be used',
        'screened out': 'looked at briefly, no full assessment needed, with a reason',
      },
      'acceptable with measures',
    ).optional(),
    approver: person('Who approved the decision.', 'Managing Director').optional(),
    approved_on: date('The day of approval.').optional(),
    next_review: date('The day by which it is looked at again.', '2027-09-15').optional(),
  }),
});
