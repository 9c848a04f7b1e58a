import { date, id, name, oneOf, person, refers, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One verification or validation with its result. */
export const verification = recordType({
  name: 'verification',
  title: 'Verification result',
  about: 'One test of an AI system: function, performance, fairness or security, against a criterion set before.',
  collection: 'verifications',
  registers: ['verification-validation'],
  singles: ['verification-validation'],
  basis: ['42001:A.6.2.4'],
  files: ['ai-verifications.yaml'],
  shape: () => ({
    id: id('Identifies the result.', 'V-12'),
    test: name('What was tested.', 'Sensitivity by age group'),
    system: refers('The system that was tested.', ['ai-system'], 'triage-bot').optional(),
    version: text('The version that was tested, in quotes.', '4.2').optional(),
    aspect: oneOf(
      'What the test is about.',
      {
        function: 'it does what it is asked to do',
        performance: 'it does so well and fast enough',
        fairness: 'it does so for all groups alike',
        security: 'it withstands misuse and attack',
        robustness: 'it holds under unusual input',
      },
      'fairness',
    ).optional(),
    method: text('How it was tested.', '24,000 cases of 2025').optional(),
    criterion: text('What had to be reached, fixed before.', 'difference below 0.02').optional(),
    result: text('What was measured.', '0.011').optional(),
    outcome: oneOf(
      'What follows.',
      { passed: 'the criterion is met', failed: 'it is not met', conditional: 'met with conditions' },
      'passed',
    ).optional(),
    date: date('The day of the test.').optional(),
    tester: person('Who tested.', 'Clinical safety officer').optional(),
    dataset: refersToMany('The data it was tested with.', ['dataset'], 'D-TRI-7T').optional(),
    evidence: refersToMany('What shows it.', ['evidence', 'path'], 'records/v-12.md').optional(),
  }),
});
