import { canonicalId } from '../model/resolve';
import { soaTablesIn } from '../model/soa';
import { replace } from './fixes';
import type { Rule } from './rule';

/** A row of the SoA that names guidance of Annex B instead of a control of Annex A. */
export const annexBRow: Rule = {
  meta: {
    name: 'annex-b-row',
    severity: 'error',
    summary: 'The Statement of Applicability has a row for guidance of Annex B.',
    why: 'Annex B explains how to put the controls of Annex A into practice. Its numbers mirror theirs and are no second set of controls, so that a row for B.7.4 leaves A.7.4 undecided or decides it twice.',
    basis: ['42001:6.1.3'],
    doubt: 'A table that lists guidance is fine outside the Statement of Applicability.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.7.3 | Acquisition of data | Yes | R-04 |\n| B.7.4 | Quality of data | Yes | R-04 |\n  ^^^^^ guidance for the control `A.7.4`',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.7.4 | Quality of data for AI systems | Yes | R-04, see B.7.4 |',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      for (const table of soaTablesIn(view, aims.frameworks)) {
        for (const row of table.framework === '42001' ? table.rows : []) {
          if (row.form !== 'annex-b') continue;
          const control = row.id.replace(/^B/, 'A');
          const known = aims.frameworks.get('42001')?.controls.has(control) === true;
          yield {
            span: row.span,
            message: known
              ? `\`${row.id}\` is guidance for the control \`${control}\`, not a control. Decide about \`${control}\` in this row, or remove it.`
              : `\`${row.id}\` belongs to Annex B, which holds guidance and no controls. Remove the row.`,
            framework: '42001',
            subject: canonicalId('42001', row.id),
            fixes: known
              ? [replace(`Change to \`${control}\``, view.file.path, row.span, control, { preferred: true })]
              : [],
          };
        }
      }
    },
  },
};
