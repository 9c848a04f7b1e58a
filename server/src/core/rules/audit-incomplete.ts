import { type AuditGap, auditGapsIn, missingInReport } from '../model/audit-gaps';
import type { FileView } from '../model/file-view';
import { calledOf, headerOf, placeOf } from '../model/record-gaps';
import { titlePlace } from '../model/title-place';
import type { WordedPart } from '../records/worded-parts';
import { fillFields } from './fill-fields';
import { insert } from './fixes';
import { listed } from './listed';
import type { Report, Rule } from './rule';

/** An internal audit of which it is not known what was audited against what, by whom, when, or with what result. */
export const auditIncomplete: Rule = {
  meta: {
    name: 'audit-incomplete',
    severity: 'warning',
    summary: 'An audit, or the report about it, does not state criteria, scope, auditor, findings or date.',
    why: 'Each internal audit has its criteria and scope, is done by somebody who is impartial, and its results are reported. A certification auditor relies on internal audits only as far as these can be read.',
    basis: ['42001:9.2.1', '42001:9.2.2'],
    doubt:
      'Words are looked for in four languages; the name of ISO/IEC 42001 counts as a criterion. Auditors and reports are asked for only once an audit took place. Summaries and logs of many audits are not read as a report.',
  },
  examples: {
    bad: [
      {
        text: '//- report.md\n---\nkind: audit-report\nowner: Head of Quality\n---\n# Internal audit report IA-1\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^ says nothing about what was audited, the criteria it was audited against or when\n\nSofie Dahl was the auditor. She found one nonconformity.',
      },
      {
        text: '//- programme.md\n# Internal audit programme, ISO/IEC 42001\n\n| Audit | Planned | Scope | Criteria | Auditor | Status |\n|---|---|---|---|---|---|\n| IA-1 | 2026-05-04 | clauses 4 to 7 | ISO/IEC 42001 |  | done |\n  ^^^^ has no auditor\n| IA-2 | 2026-10-04 | clauses 8 to 10 |  | Sofie Dahl | planned |\n  ^^^^ has no criteria',
      },
      {
        text: '//- audits.yaml\nkind: audit-programme\naudits:\n^^^^^^ No audit of this programme has criteria\n  - id: IA-1\n    planned: 2026-05-04\n    scope: the whole AIMS\n    auditor: Sofie Dahl',
      },
    ],
    good: [
      {
        text: '//- report.md\n# Internal audit report IA-1\n\nAudit of 13 October 2026 by Sofie Dahl against ISO/IEC 42001. Scope: operation. No nonconformity was found.',
      },
      {
        text: '//- bericht.md\n---\nkind: audit-report\nowner: Qualität\n---\n# Auditbericht\n\n**Auditorin:** Sofie Dahl\n**Datum:** 13.10.2026\n**Umfang:** Betrieb\n**Kriterien:** eigene Verfahren\n\nFeststellungen: keine.',
      },
      {
        text: '//- programme.md\n# Internal audit programme, ISO/IEC 42001\n\n| Audit | Planned | Scope | Auditor |\n|---|---|---|---|\n| IA-1 | 2027-05-04 | clauses 4 to 7 |  |\n| IA-2 | 2027-10-04 | clauses 8 to 10 | Sofie Dahl |',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      const missing = missingInReport(aims, view);
      if (missing.length > 0) yield reportAbout(view, missing);
      for (const gap of auditGapsIn(aims, view)) yield reportGap(gap);
    },
  },
};

const reportAbout = (view: FileView, missing: readonly WordedPart[]): Report => ({
  ...titlePlace(view),
  message: `This audit report says nothing about ${listed(
    missing.map(({ title }) => title),
    'or',
  )}. Clause 9.2.2 asks for it.`,
  subject: 'document:audit-report:parts',
  fixes: insertLines(view, missing),
});

/** Below the title, to be filled in. */
function insertLines(view: FileView, missing: readonly WordedPart[]) {
  const { file, document } = view;
  const heading = file.facts.headings.find(({ span }) => span.start === document.title?.span.start);
  if (!heading) return [];
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const rest = file.text.slice(heading.span.end).search(/\r?\n|$/);
  const lines = missing.map(({ line }) => `${newline}${newline}${line}`).join('');
  return [insert('Insert it below the title, to be filled in', file.path, heading.span.end + rest, lines)];
}

function reportGap({ table, record, missing }: AuditGap): Report {
  const names = missing.map(({ title }) => title);
  if (!record)
    return {
      span: table.grid.key?.span ?? headerOf(table, 'id')?.span ?? table.grid.header[0]?.span ?? table.grid.span,
      message:
        'No audit of this programme has criteria. Say what is audited against: the standard, the procedures, their versions.',
      subject: 'record:audit:criteria',
    };
  return {
    span: placeOf(record),
    message: `${calledOf(record)} has ${listed(
      names.map((name) => `no ${name}`),
      'and',
    )}. Clause 9.2.2 asks for it, and other audits of this list have it.`,
    subject: `record:audit:${record.id?.text ?? record.name?.text ?? ''}:incomplete`,
    fixes: fillFields(
      table,
      record,
      missing.map(({ fields }) => fields),
    ),
  };
}
