import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One interested party with what it requires. */
export const interestedParty = recordType({
  name: 'interested-party',
  title: 'Interested party',
  about: 'Who has a stake in the AI systems, what they require, and where the AIMS answers it.',
  collection: 'interested_parties',
  registers: ['interested-parties', 'context-analysis'],
  singles: [],
  basis: ['42001:4.2'],
  files: ['ai-interested-parties.yaml'],
  shape: () => ({
    id: id('Identifies the party.', 'IP-1').optional(),
    party: name('Who it is.', 'Patients'),
    requirement: text('What they need, expect or require.', 'safe, fair recommendations'),
    category: text('Inside or outside, and what sort.', 'external').optional(),
    binding: text('Whether the organization has to meet it.', 'yes').optional(),
    addressed: text('Whether and where the AIMS answers it.', 'impact assessments').optional(),
    obligations: refersToMany('Obligations that come from it.', ['obligation'], 'O-02').optional(),
    owner: person('Who keeps in touch with them.').optional(),
    last_review: date('The day it was last looked at.').optional(),
    next_review: date('The day by which it is looked at again.', '2027-03-15').optional(),
  }),
});
