import { date, id, name, person, refers, refersToMany, text } from '../field';
import { recordType } from '../record-type';

/** The report of one internal audit. */
export const auditReport = recordType({
  name: 'audit-report',
  title: 'Internal audit report',
  about: 'What one audit looked at, what it found, and what it concluded.',
  collection: 'audit_reports',
  registers: [],
  singles: ['audit-report'],
  basis: ['42001:9.2.2'],
  files: ['ai-audit-reports.yaml'],
  shape: () => ({
    id: id('Identifies the report.', 'EVA-003'),
    title: name('What the report is about.', 'Internal audit report IA-2026-1').optional(),
    audit: refers('The audit of the programme.', ['audit'], 'IA-2026-1').optional(),
    date: date('The day of the audit, or its last.'),
    auditor: person('Who audited.', 'Sofie Dahl'),
    scope: text('What was audited.', 'clauses 4 to 7').optional(),
    criteria: text('What it was audited against.', 'ISO/IEC 42001').optional(),
    findings: text('What was found, in short; each in a list of its own.', 'one minor nonconformity').optional(),
    nonconformities: refersToMany('Nonconformities raised.', ['nonconformity'], 'NC-2026-04').optional(),
    conclusion: text('Whether the AIMS conforms and is kept up.', 'the AIMS conforms').optional(),
    reported_to: person('Who received it.', 'Managing Director').optional(),
  }),
});
