import { date, id, name, refers, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** Evidence that a person can do what a role asks. */
export const competence = recordType({
  name: 'competence',
  title: 'Competence record',
  about: 'What a person or role has to be able to do, how that was reached, and how it was checked.',
  collection: 'competences',
  registers: ['competence-records'],
  singles: [],
  basis: ['42001:7.2', '42001:A.4.6'],
  files: ['ai-competences.yaml', 'ai-competence-records.yaml'],
  shape: () => ({
    id: id('Identifies the record.', 'CR-07').optional(),
    person: name('Whose competence it is.', 'Jonas Berg'),
    role: refers('The role that asks for it.', ['role', 'person'], 'Data steward').optional(),
    competence: text('What has to be known or done.', 'data quality, privacy'),
    required_level: text('How well it has to be known.', '3').optional(),
    current_level: text('How well it is known.', '3').optional(),
    gap: text('What is missing.', 'none').optional(),
    action: text('How it is reached: course, coaching, practice.', 'course of 40 hours').optional(),
    evidence: refersToMany('What shows it.', ['evidence', 'path'], 'records/course.pdf').optional(),
    assessed_on: date('The day it was checked.').optional(),
    effectiveness: text('How it was checked that the action helped.', 'exam passed').optional(),
    valid_until: date('The day it has to be renewed.', '2028-09-15').optional(),
    status: text('Where it stands.', 'complete').optional(),
  }),
});
