import { type DependentAuditor, dependentAuditorsIn } from '../model/audit-independence';
import type { Report, Rule } from './rule';

/** An auditor who audits own work. */
export const auditorNotIndependent: Rule = {
  meta: {
    name: 'auditor-not-independent',
    severity: 'warning',
    summary: 'An internal auditor answers for what is audited, or owns a document within the scope of the audit.',
    why: 'Auditors are chosen so that the audit is objective and impartial. Nobody sees the gaps in own work, and a certification auditor compares the names in the audit report with those on the documents.',
    basis: ['42001:9.2.2'],
    doubt:
      'People are known by the names and roles that are written, and by who holds a role in the table of roles. Where somebody else audits what the auditor owns, say so in the programme or report ("… does not audit …", "except …"). Audits by several people are reported only if it is the work of all of them.',
  },
  examples: {
    bad: [
      {
        text: '//- programme.md\n# Internal audit programme, ISO/IEC 42001\n\n| Audit | Planned | Scope | Auditor | Auditee |\n|---|---|---|---|---|\n| IA-1 | 2026-05-04 | operation | Sofie Dahl | Tomas Lind |\n| IA-2 | 2026-10-04 | training | Peter Holm, Head of Quality | Peter Holm |\n                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ answers for what is audited',
      },
      {
        text: '//- audits.yaml\nkind: audit-programme\naudits:\n  - id: IA-1\n    planned: 2026-05-04\n    scope: clauses 4 to 6\n    criteria: ISO/IEC 42001\n    auditor: Tomas Lind\n             ^^^^^^^^^^ owns what is audited: `policy.md`\n//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\n---\n# AI policy\n//- roles.md\n# AIMS roles and responsibilities\n\n## Roles\n\n| Role | Held by | Answers for |\n|---|---|---|\n| Head of AI | Tomas Lind | policy |',
      },
      {
        text: '//- report.md\n# Internal audit report\n\n- Auditor(s): Compliance Officer\n              ^^^^^^^^^^^^^^^^^^ owns what is audited: `risks.md`\n- Scope: Clauses 6–8\n- Criteria: ISO/IEC 42001\n//- risks.md\n---\nkind: risk-methodology\nowner: Compliance Officer\n---\n# AI risk methodology',
      },
    ],
    good: [
      {
        text: '//- programme.md\n# Internal audit programme, ISO/IEC 42001\n\n| Audit | Planned | Scope | Auditor | Auditee |\n|---|---|---|---|---|\n| IA-1 | 2026-05-04 | clauses 4 to 5 | Sofie Dahl, Peter Holm | Peter Holm |\n| IA-2 | 2026-10-04 | clause 9 | Peter Holm | Tomas Lind |\n//- policy.md\n---\nkind: ai-policy\nowner: Peter Holm\n---\n# AI policy',
      },
      {
        text: '//- programme.md\n# Internal audit programme, ISO/IEC 42001\n\nPeter Holm does not audit the policy, which he owns.\n\n| Audit | Planned | Scope | Criteria | Auditor |\n|---|---|---|---|---|\n| IA-1 | 2026-05-04 | the whole AIMS | ISO/IEC 42001 | Peter Holm |\n//- policy.md\n---\nkind: ai-policy\nowner: Peter Holm\n---\n# AI policy',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const one of dependentAuditorsIn(aims, view)) yield report(one, view.file.path);
    },
  },
};

/** So many documents are named; the others are counted. */
const MOST = 3;

function report({ auditor, id, auditee, owned }: DependentAuditor, file: string): Report {
  const subject = `record:audit:${id ?? ''}:auditor`;
  if (auditee)
    return {
      span: auditor.span,
      message: `\`${auditor.text}\` audits, and answers for what is audited. Let somebody else audit it.`,
      subject,
      related: [{ file, span: auditee.span, message: 'Who answers in the audit' }],
    };
  const some = owned.slice(0, MOST);
  const more = owned.length > MOST ? ` and ${owned.length - MOST} more` : '';
  return {
    span: auditor.span,
    message: `\`${auditor.text}\` owns what is audited: ${some.map(({ view }) => `\`${view.file.path}\``).join(', ')}${more}. Let somebody else audit it, or say who does.`,
    subject,
    related: some.map(({ view, owner }) => ({
      file: view.file.path,
      span: owner.valueSpan,
      message: 'The owner is named here',
    })),
  };
}
