import { date, id, name, oneOf, person, refers, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One entry of the inventory: what is built, offered or used, and who answers for it. */
export const aiSystem = recordType({
  name: 'ai-system',
  title: 'AI system',
  about: 'One AI system of the inventory: what it is for, who answers for it, and where it stands in its life.',
  collection: 'systems',
  registers: ['system-inventory', 'scope'],
  singles: [],
  basis: ['42001:4.3', '42001:A.4.2', '42001:A.6.2.7'],
  files: ['ai-systems.yaml', 'ai-system-inventory.yaml'],
  singleFiles: ['ai-system', 'ai-system-card', 'system-card'],
  shape: () => ({
    id: id('Short name of the system that other records use.', 'triage-bot'),
    name: name('What people call the system.', 'Triage bot'),
    purpose: text('What it is meant to do, for whom.', 'Recommend how soon a patient should be seen'),
    owner: person('The role that answers for the system.'),
    role: text('Role of the organization towards it: provider, producer, customer and so on.', 'provider').optional(),
    stage: oneOf(
      'Where it stands in its life cycle.',
      {
        inception: 'an idea that is being examined',
        'design and development': 'being made',
        'verification and validation': 'being tested',
        deployment: 'being brought into use',
        'operation and monitoring': 'in use',
        'continuous validation': 'in use, and tested again and again because it learns on',
        're-evaluation': 'being looked at again after a change',
        retirement: 'being withdrawn, or withdrawn',
      },
      'operation and monitoring',
    ).optional(),
    version: text('The version in use, in quotes.', '4.2').optional(),
    users: text('Who uses it, and who is affected by it.', 'nurses on duty; patients').optional(),
    risk_level: text('How much is at stake, in the words of the organization.', 'high').optional(),
    impact_assessment: refers(
      'The assessment of its impacts: id, document or path.',
      ['impact-assessment', 'document', 'path'],
      'AIA-001',
    ).optional(),
    suppliers: refersToMany('Suppliers of parts of it.', ['supplier'], 'S-2').optional(),
    datasets: refersToMany('Data it was made or is run with.', ['dataset'], 'D-7').optional(),
    risks: refersToMany('Risks that come with it.', ['risk'], 'R-01').optional(),
    deployed_on: date('The day it came into use.').optional(),
    last_review: date('The day the entry was last looked at.').optional(),
    next_review: date('The day by which it is looked at again.', '2027-03-15').optional(),
  }),
});
