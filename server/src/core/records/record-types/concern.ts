import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One concern raised about an AI system. */
export const concern = recordType({
  name: 'concern',
  title: 'Concern',
  about: 'A worry somebody raised about an AI system, and how it was answered.',
  collection: 'concerns',
  registers: ['concern-reporting'],
  singles: [],
  basis: ['42001:A.3.3', '42001:A.8.3'],
  files: ['ai-concerns.yaml'],
  shape: () => ({
    id: id('Identifies the concern.', 'K-05').optional(),
    concern: name('What worried them.', 'tone of a message'),
    received_on: date('The day it came in.'),
    reporter: text('Who raised it; a role is enough, and may be unknown.', 'nurse').optional(),
    system: refersToMany('The systems it is about.', ['ai-system'], 'triage-bot').optional(),
    confidential: text('Whether the name is kept back.', 'yes').optional(),
    owner: person('Who looks into it.', 'Head of AI').optional(),
    action: text('What was done.', 'text changed in 4.0.2').optional(),
    answered_on: date('The day it was answered.').optional(),
    status: text('Where it stands.', 'answered').optional(),
  }),
});
