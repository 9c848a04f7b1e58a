import { canonicalId } from '../model/resolve';
import { cellOf, isBlankCell, soaTablesIn } from '../model/soa';
import { readRow } from '../readiness/controls';
import type { Rule } from './rule';

/** A control excluded without saying why. */
export const soaExclusionUnjustified: Rule = {
  meta: {
    name: 'soa-exclusion-unjustified',
    severity: 'error',
    summary: 'A control is excluded without a reason.',
    why: 'Leaving a control out is allowed only with a justification: no risk needs it, the role is not held, no external requirement asks for it. Auditors raise an exclusion without one as a nonconformity.',
    basis: ['42001:6.1.3'],
    doubt: 'A reason kept in another document is not seen: name that document in the row.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 |\n| A.10.4 | Customers | No | N/A |\n                            ^^^ is excluded without a reason',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 |\n| A.10.4 | Customers | No | We supply no AI system to customers; see the role decision in the scope. |',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      for (const table of soaTablesIn(view, aims.frameworks)) {
        if (table.framework !== '42001' || view.document.template) continue;
        for (const row of table.rows) {
          const reading = readRow({ table, row });
          if (reading.applicable !== 'no' || !reading.reasonRejected) continue;
          const cell = [cellOf(table, row, 'exclusion'), cellOf(table, row, 'justification')].find(
            (c) => !isBlankCell(c),
          );
          const because = reading.reason === '' ? '' : ` ("${reading.reason}")`;
          yield {
            span: cell?.span ?? cellOf(table, row, 'applicable')?.span ?? row.span,
            message: `\`${row.id}\` is excluded without a reason${because}. Say why it is not necessary (risk, role, external requirement); auditors raise this as a nonconformity.`,
            framework: '42001',
            subject: canonicalId('42001', row.id),
          };
        }
      }
    },
  },
};
