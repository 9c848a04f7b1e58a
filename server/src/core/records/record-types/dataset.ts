import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One dataset: where it comes from and what state it is in. */
export const dataset = recordType({
  name: 'dataset',
  title: 'Dataset',
  about: 'Data an AI system is made or run with: provenance, preparation, quality, bias and lineage.',
  collection: 'datasets',
  registers: ['data-governance', 'dataset-record', 'resources'],
  singles: ['dataset-record'],
  basis: ['42001:A.4.3', '42001:A.7.2', '42001:A.7.3', '42001:A.7.4', '42001:A.7.5', '42001:A.7.6'],
  files: ['ai-datasets.yaml'],
  shape: () => ({
    id: id('Identifies the dataset.', 'D-TRI-7'),
    name: name('What it is called.', 'Triage cases 2021 to 2025'),
    system: refersToMany('The systems it is for.', ['ai-system'], 'triage-bot').optional(),
    use: text('Used for training, test, operation.', 'training').optional(),
    provenance: text(
      'Where the data come from, and by what right.',
      'records of 41 clinics, agreement of 2021',
    ).optional(),
    size: text('How much there is, over which period.', '212,000 cases').optional(),
    preparation: text('How they were selected, cleaned and labelled.', 'two clinicians label each case').optional(),
    quality: text('What quality is asked for, and what was measured.', '99.1 % complete').optional(),
    bias: text('Which groups are missing or over-represented.', 'few rare symptoms').optional(),
    lineage: refersToMany('Datasets it was made from.', ['dataset'], 'D-TRI-6').optional(),
    personal_data: text('Whether it holds personal data, and on which basis.', 'pseudonymized').optional(),
    licence: text('Terms under which it may be used.', 'own data').optional(),
    owner: person('Who answers for it.', 'Data steward').optional(),
    version: text('The version in use, in quotes.', '7').optional(),
    last_review: date('The day it was last looked at.').optional(),
    next_review: date('The day by which it is looked at again.', '2027-03-15').optional(),
  }),
});
