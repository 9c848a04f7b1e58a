import { date, id, name, person, refers, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** One piece of evidence. */
export const evidence = recordType({
  name: 'evidence',
  title: 'Evidence item',
  about: 'Something that shows a control or clause at work, and where it is kept.',
  collection: 'evidence',
  registers: [],
  singles: [],
  basis: ['42001:7.5.3', '42001:9.1'],
  files: ['ai-evidence.yaml', 'aims-evidence.yaml'],
  shape: () => ({
    id: id('Identifies the item.', 'EV-031'),
    title: name('What it is.', 'Minutes of the release meeting'),
    location: refers('Where it is kept: path, link or archive.', ['path', 'document'], 'records/release.md'),
    controls: refersToMany('Controls it shows at work.', ['control'], 'A.6.2.5').optional(),
    clauses: refersToMany('Clauses it shows at work.', ['clause'], '8.1').optional(),
    system: refersToMany('The systems it is about.', ['ai-system'], 'triage-bot').optional(),
    owner: person('Who keeps it.', 'Head of Quality').optional(),
    collected_on: date('The day it was made or collected.').optional(),
    valid_until: date('The day until which it counts.', '2027-09-15').optional(),
    retention: text('How long it is kept.', 'ten years').optional(),
    status: text('Where it stands.', 'current').optional(),
  }),
});
