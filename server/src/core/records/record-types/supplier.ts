import { date, id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One supplier of systems, models, data or services. */
export const supplier = recordType({
  name: 'supplier',
  title: 'Supplier',
  about: 'Who supplies AI systems, models, data or services, and how it was assessed.',
  collection: 'suppliers',
  registers: ['supplier-register'],
  singles: [],
  basis: ['42001:8.1', '42001:A.10.2', '42001:A.10.3'],
  files: ['ai-suppliers.yaml', 'ai-supplier-register.yaml'],
  shape: () => ({
    id: id('Identifies the supplier.', 'S-1'),
    name: name('Who it is.', 'Language model company'),
    supplies: text('What it supplies.', 'model behind letter-writer').optional(),
    systems: refersToMany('The systems that depend on it.', ['ai-system'], 'letter-writer').optional(),
    risk_level: text('How much is at stake.', 'medium').optional(),
    owner: person('Who keeps in touch with it.', 'Purchasing').optional(),
    contract: text('Contract or terms, with responsibilities.', 'MSA of 2 May 2026').optional(),
    controls: refersToMany('Controls agreed with it.', ['control'], 'A.10.3').optional(),
    assessed_on: date('The day it was last assessed.').optional(),
    assessor: person('Who assessed it.', 'Head of Engineering').optional(),
    result: text('What the assessment came to.', 'accepted with conditions').optional(),
    next_review: date('The day by which it is assessed again.', '2027-03-15').optional(),
    status: text('Where it stands.', 'approved').optional(),
  }),
});
