import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One incident with an AI system. */
export const incident = recordType({
  name: 'incident',
  title: 'AI incident',
  about: 'Something that went wrong with an AI system: what happened, who was told, what was done.',
  collection: 'incidents',
  registers: ['incident-response'],
  singles: [],
  basis: ['42001:A.8.4', '42001:A.8.3', '42001:10.2'],
  files: ['ai-incidents.yaml', 'ai-incident-log.yaml'],
  shape: () => ({
    id: id('Identifies the incident.', 'INC-03'),
    description: name('What happened.', 'A letter named a wrong drug'),
    occurred_on: date('The day it happened or was noticed.'),
    system: refersToMany('The systems it happened with.', ['ai-system'], 'letter-writer').optional(),
    category: text('What sort of incident it is.', 'wrong output').optional(),
    severity: text('How grave it is, in the words of the plan.', '2').optional(),
    reporter: person('Who reported it.', 'a clinician').optional(),
    owner: person('Who leads the answer.', 'Head of AI').optional(),
    cause: text('Why it happened.', 'two drugs with the same short form').optional(),
    containment: text('What was done at once.', 'such sentences are marked').optional(),
    action: text('What is done so that it does not happen again.', 'list of short forms').optional(),
    reported_to: text('Who was told: users, authority, customers.', 'clinics').optional(),
    reported_on: date('The day they were told.').optional(),
    nonconformity: refersToMany('The nonconformity raised for it.', ['nonconformity'], 'NC-2026-03').optional(),
    closed_on: date('The day it was closed.').optional(),
    status: text('Where it stands.', 'closed').optional(),
  }),
});
