import { date, id, name, oneOf, person, refers, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One finding of an audit. */
export const auditFinding = recordType({
  name: 'audit-finding',
  title: 'Audit finding',
  about: 'One thing an audit found, how grave it is, and what follows from it.',
  collection: 'findings',
  registers: ['audit-report'],
  singles: [],
  basis: ['42001:9.2.2', '42001:10.2'],
  files: ['ai-audit-findings.yaml'],
  shape: () => ({
    id: id('Identifies the finding.', 'F-1'),
    finding: name('What was found.', 'Supplier comparison a week late'),
    class: oneOf(
      'How grave it is.',
      {
        'major nonconformity': 'a requirement is not met as a whole, or the AIMS cannot do its work',
        'minor nonconformity': 'a single failure to meet a requirement',
        observation: 'no failure yet',
        'opportunity for improvement': 'could be done better',
        conformity: 'met; noted because it was done well',
      },
      'minor nonconformity',
    ),
    clause: refersToMany('The requirement it is about.', ['clause', 'control'], '8.1').optional(),
    audit: refers('The audit that found it.', ['audit', 'audit-report'], 'IA-2026-1').optional(),
    evidence: text('What it rests on.', 'log of September').optional(),
    owner: person('Who answers for the area.', 'Head of Engineering').optional(),
    follow_up: refersToMany('The nonconformity raised for it.', ['nonconformity'], 'NC-2026-04').optional(),
    due: date('The day by which it is answered.', '2026-12-31').optional(),
    status: text('Where it stands.', 'open').optional(),
  }),
});
