import { date, id, name, oneOf, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One legal, contractual or voluntary obligation. */
export const obligation = recordType({
  name: 'obligation',
  title: 'Obligation',
  about: 'What a law, a contract or a promise asks of the organization for its AI systems.',
  collection: 'obligations',
  registers: ['legal-register'],
  singles: [],
  basis: ['42001:4.2', '42001:4.1', '42001:A.8.5'],
  files: ['ai-obligations.yaml', 'ai-legal-register.yaml'],
  shape: () => ({
    id: id('Identifies the obligation.', 'O-01'),
    obligation: name('What it asks for.', 'Tell people that they deal with AI'),
    source: text('Law, contract or commitment, with the place in it.', 'EU AI Act, Article 50').optional(),
    nature: oneOf(
      'What makes it binding.',
      {
        legal: 'a law or an authority',
        contractual: 'a contract',
        voluntary: 'a promise the organization made',
      },
      'legal',
    ).optional(),
    jurisdiction: text('Where it applies.', 'EU').optional(),
    systems: refersToMany('The systems it touches.', ['ai-system'], 'triage-bot').optional(),
    how_met: text('How it is met.', 'notice on every screen').optional(),
    controls: refersToMany('Controls that serve it.', ['control'], 'A.8.2').optional(),
    owner: person('Who answers for it.', 'Legal counsel').optional(),
    status: text('Whether it is met.', 'met').optional(),
    due: date('The day from which it binds.', '2027-08-02').optional(),
    checked_on: date('The day it was last looked at.').optional(),
    next_review: date('The day by which it is looked at again.', '2027-03-15').optional(),
  }),
});
