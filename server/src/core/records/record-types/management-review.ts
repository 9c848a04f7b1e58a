import { date, id, name, person, text } from '../field';
import { recordType } from '../record-type';

/** The minutes of one management review. */
export const managementReview = recordType({
  name: 'management-review',
  title: 'Management review',
  about: 'When top management looked at the AIMS, what was presented, and what was decided.',
  collection: 'management_reviews',
  registers: [],
  singles: ['management-review'],
  basis: ['42001:9.3.1', '42001:9.3.2', '42001:9.3.3'],
  files: ['ai-management-reviews.yaml'],
  shape: () => ({
    id: id('Identifies the review.', 'EVA-004'),
    title: name('What the review is called.', 'Management review of October 2026').optional(),
    date: date('The day of the review.'),
    chair: person('Who led it.', 'Managing Director').optional(),
    attendees: text('Who took part.', 'Ingrid Solberg, Tomas Lind').optional(),
    inputs: text('What was presented.', 'audit results, risks, feedback').optional(),
    decisions: text('What was decided.', 'one more auditor').optional(),
    actions: text('What has to be done, by whom, until when.', 'train a second auditor').optional(),
    conclusion: text(
      'Whether the AIMS is suitable, adequate and effective.',
      'suitable, adequate, effective',
    ).optional(),
    next_review: date('The day of the next one.', '2027-10-05').optional(),
  }),
});
