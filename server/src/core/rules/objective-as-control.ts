import type { Framework } from '../framework/framework';
import type { ControlRow } from '../model/control-table';
import type { FileView } from '../model/file-view';
import { canonicalId } from '../model/resolve';
import { cellOf, isBlankCell, type SoaColumn, type SoaTable, soaTablesIn } from '../model/soa';
import type { Report, Rule } from './rule';

/** A row of the SoA that decides about an objective as if it were a control. */
export const objectiveAsControl: Rule = {
  meta: {
    name: 'objective-as-control',
    severity: 'error',
    summary: 'The Statement of Applicability treats a control objective as a control.',
    why: 'Objectives say what a group of controls is for; the decision on applicability is asked for each control. A row for the objective usually stands in place of the rows that are missing.',
    basis: ['42001:6.1.3'],
    doubt: 'A row that only introduces a group is fine: leave its other cells empty.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.1 | Policies | Yes | Needed |\n  ^^^^^ is an objective\n| A.2.2 | AI policy | Yes | Needed |',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2 | Policies related to AI | | |\n| A.2.2 | AI policy | Yes | Needed |',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      const framework = aims.frameworks.get('42001');
      for (const table of framework ? soaTablesIn(view, aims.frameworks) : []) {
        if (!framework || table.framework !== '42001') continue;
        for (const row of table.rows)
          if (row.form === 'annex-a' && decides(table, row)) yield* report(view, framework, row);
      }
    },
  },
};

const DECIDING: readonly SoaColumn[] = ['applicable', 'status', 'justification', 'exclusion', 'evidence'];

/** A row without any decision is a heading inside the table. */
const decides = (table: SoaTable, row: ControlRow): boolean =>
  DECIDING.some((column) => !isBlankCell(cellOf(table, row, column)));

function* report(_view: FileView, framework: Framework, row: ControlRow): Iterable<Report> {
  const objective =
    framework.objectives.get(row.id) ?? [...framework.objectives.values()].find((o) => o.reserved === row.id);
  if (!objective) return;
  const first = objective.controls[0];
  const last = objective.controls.at(-1);
  yield {
    span: row.span,
    message: `\`${row.id}\` is an objective (${objective.title}), not a control. Decide about its controls instead: \`${first}\`${last === first ? '' : ` to \`${last}\``}.`,
    framework: '42001',
    subject: canonicalId('42001', row.id),
  };
}
