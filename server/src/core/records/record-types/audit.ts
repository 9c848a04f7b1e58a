import { date, id, name, person, refers, text } from '../field';
import { recordType } from '../record-type';

/** One audit of the internal audit programme. */
export const audit = recordType({
  name: 'audit',
  title: 'Internal audit',
  about: 'One audit of the programme: when, what is audited against what, and by whom.',
  collection: 'audits',
  registers: ['audit-programme'],
  singles: [],
  basis: ['42001:9.2.1', '42001:9.2.2'],
  files: ['ai-audit-programme.yaml', 'aims-audits.yaml'],
  shape: () => ({
    id: id('Identifies the audit.', 'IA-2026-1'),
    planned: name('When it is planned, or for which period.', 'May 2026'),
    scope: text('What is audited.', 'clauses 4 to 7'),
    criteria: text('What it is audited against.', 'ISO/IEC 42001, own procedures').optional(),
    auditor: person('Who audits; nobody audits own work.', 'Sofie Dahl').optional(),
    auditee: person('Who answers in the audit.', 'Head of AI').optional(),
    method: text('How it is audited.', 'interviews, samples').optional(),
    done_on: date('The day it took place.').optional(),
    report: refers('The report about it.', ['audit-report', 'document', 'path'], 'EVA-003').optional(),
    status: text('Where it stands.', 'done').optional(),
  }),
});
