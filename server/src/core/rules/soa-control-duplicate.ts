import { canonicalId } from '../model/resolve';
import { type Soa, soasOf } from '../model/soa';
import { rowsByControl } from '../readiness/controls';
import type { Report, Rule } from './rule';

/** Two rows of one Statement of Applicability for the same control. */
export const soaControlDuplicate: Rule = {
  meta: {
    name: 'soa-control-duplicate',
    severity: 'error',
    summary: 'The Statement of Applicability has two rows for one control.',
    why: 'Two rows can decide differently, and readers see only one of them. Certification bodies ask for one statement per control.',
    basis: ['42001:6.1.3', '42001:7.5.3'],
    doubt:
      'Rows that differ by AI system are read as duplicates: put the systems into one row, or switch the rule off.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 |\n| A.2.2 | AI policy | No | Not needed |\n  ^^^^^ a second row for `A.2.2`',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 |\n| A.2.3 | Alignment with other organizational policies | Yes | R-01 |',
      },
    ],
  },
  *aims(aims) {
    for (const soa of soasOf(aims)) if (soa.framework === '42001') yield* duplicates(soa);
  },
};

function* duplicates(soa: Soa): Iterable<Report> {
  for (const [id, [first, ...more]] of rowsByControl(soa)) {
    for (const { table, row } of more) {
      yield {
        file: table.file.path,
        span: row.span,
        message: `This is a second row for \`${id}\`. Keep one row, and merge what the two say.`,
        framework: '42001',
        subject: canonicalId('42001', id),
        related: first
          ? [{ file: first.table.file.path, span: first.row.span, message: `The first row for ${id}` }]
          : [],
      };
    }
  }
}
