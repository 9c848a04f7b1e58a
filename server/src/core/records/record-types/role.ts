import { id, name, person, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One role with its responsibilities. */
export const role = recordType({
  name: 'role',
  title: 'Role',
  about: 'A role of the AIMS: what it answers for, what it may decide, and who holds it.',
  collection: 'roles',
  registers: ['roles'],
  singles: [],
  basis: ['42001:5.3', '42001:A.3.2', '42001:A.4.6'],
  files: ['ai-roles.yaml'],
  shape: () => ({
    id: id('Identifies the role, where roles have ids.', 'ROLE-1').optional(),
    role: name('What the role is called.', 'Head of AI'),
    responsibilities: text('What it answers for.', 'policy, risks, impacts'),
    authority: text('What it may decide.', 'refuse a release').optional(),
    holder: person('Who holds it.', 'Tomas Lind').optional(),
    deputy: person('Who stands in.', 'Aylin Kaya').optional(),
    reports_to: person('To whom it reports.', 'Managing Director').optional(),
    competence: text('What it asks of its holder.', 'risk, law').optional(),
    systems: refersToMany('The systems it is for.', ['ai-system'], 'triage-bot').optional(),
  }),
});
