import { canonicalId } from '../model/resolve';
import { cellOf, isBlankCell, soaTablesIn } from '../model/soa';
import { readRow } from '../readiness/controls';
import { normalize } from '../text/words';
import type { Rule } from './rule';

/** A control said to be implemented without anything to show for it. */
export const soaEvidenceMissing: Rule = {
  meta: {
    name: 'soa-evidence-missing',
    severity: 'warning',
    summary: 'A control is stated as implemented and the row cites no evidence.',
    why: 'At Stage 2 every implemented control is sampled: the row that points at its evidence answers the question before it is asked.',
    basis: ['42001:6.1.3', '42001:7.5.3'],
    doubt:
      'Evidence in another system cannot be seen: name it in the evidence column, a link or an id is enough. For readiness it has to lead somewhere: a path or a heading that is there, an address, or the id of a document or record that is declared.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status | Evidence |\n|---|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | Implemented | |\n  ^^^^^ is implemented, but its row cites no evidence',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status | Evidence |\n|---|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | Implemented | [AI policy](policy.md) |\n| A.2.4 | Review of the AI policy | Yes | R-01 | Planned | |\n//- policy.md\n# AI policy',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      for (const table of soaTablesIn(view, aims.frameworks)) {
        if (table.framework !== '42001' || view.document.template || !table.columns.has('evidence')) continue;
        for (const row of table.rows) {
          const reading = readRow({ table, row });
          const evidence = cellOf(table, row, 'evidence');
          if (reading.applicable !== 'yes' || reading.status !== 'implemented' || !isEmptyEvidence(evidence)) continue;
          yield {
            span: evidence && evidence.span.end > evidence.span.start ? evidence.span : row.span,
            message: `\`${row.id}\` is implemented, but its row cites no evidence. Link the document, record or test that shows it.`,
            framework: '42001',
            subject: canonicalId('42001', row.id),
          };
        }
      }
    },
  },
};

const isEmptyEvidence = (cell: Parameters<typeof isBlankCell>[0]): boolean =>
  isBlankCell(cell) ||
  (cell !== undefined &&
    cell.targets.length === 0 &&
    /^(?:n a|na|none|tbd|tbc|keine?|aucune?|ninguna?)$/.test(normalize(cell.text)));
