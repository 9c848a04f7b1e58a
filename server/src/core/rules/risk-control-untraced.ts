import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { calledOf, placeOf } from '../model/record-gaps';
import { canonicalId } from '../model/resolve';
import {
  type ExcludedControl,
  excludedControlsIn,
  risksWithoutMeasure,
  type UnknownRisk,
  type UntreatedRisk,
  unknownRisksIn,
} from '../model/risk-traces';
import { cellOf } from '../model/soa';
import { readRow } from '../readiness/controls';
import { fillFields } from './fill-fields';
import { replace } from './fixes';
import type { Report, Rule } from './rule';

/** A thread from a risk to its control, or back, that breaks off. */
export const riskControlUntraced: Rule = {
  meta: {
    name: 'risk-control-untraced',
    severity: 'warning',
    summary:
      'A risk is treated by a control that the Statement of Applicability excludes, by none at all, or a control is there for a risk that does not exist.',
    why: 'Register, treatment plan and Statement of Applicability have to tell one story. An auditor follows a risk to its control and a control back to its risk; where the thread breaks, either the risk is not treated or the statement is wrong.',
    basis: ['42001:6.1.3', '42001:8.3'],
    doubt:
      'A control may be excluded for one system and used for another: say so in its row, and accept the finding with that reason. Controls that the statement forgets are findings of `soa-control-missing`, ids in its column for risks of `dead-reference`.',
  },
  examples: {
    bad: [
      {
        text: '//- risks.md\n# AI risk register, ISO/IEC 42001\n\n| Risk ID | Risk | Likelihood | Impact | Treatment | Controls |\n|---|---|---|---|---|---|\n| R-01 | Old data | 2 | 3 | modify | A.7.4, A.10.4 |\n                                            ^^^^^^ is treated by `A.10.4`, which the Statement of Applicability excludes\n| R-02 | Drift | 3 | 3 | modify | |\n  ^^^^ nothing says by which control or measure\n//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.7.4 | Quality of data for AI systems | Yes | R-01, R-7 |\n                                                       ^^^ No AI risk is declared as `R-7`\n| A.10.4 | Customers | No | We supply nothing to customers. |',
      },
      {
        text: '//- risks.yaml\nkind: risk-register\nframeworks: ["42001"]\nrisks:\n  - id: R-01\n    description: The supplier changes the model\n    treatment: share\n    controls: [A.10.3, A.9.3]\n                       ^^^^^ excludes\n//- soa.yaml\nkind: soa\nframeworks: ["42001"]\ncontrols:\n  - id: A.10.3\n    title: Suppliers\n    applicable: yes\n    justification: R-1\n                   ^^^ Did you mean `R-01`\n  - id: A.9.3\n    title: Objectives for responsible use of AI system\n    applicable: no\n    justification: Nobody uses AI here.',
      },
    ],
    good: [
      {
        text: '//- risks.md\n# AI risk register, ISO/IEC 42001\n\n| Risk ID | Risk | Likelihood | Impact | Treatment | Controls | Measures |\n|---|---|---|---|---|---|---|\n| R-01 | Old data | 2 | 3 | modify | A.7.4 | |\n| R-02 | Drift | 3 | 3 | modify | | monthly test |\n| R-03 | Gone | 3 | 3 | retain | | |\n//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.7.4 | Quality of data for AI systems | Yes | R-01, O-07, RFC-12 |\n| A.10.4 | Customers | No | No customers, R-01 does not need it. |',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const one of excludedControlsIn(aims, view)) yield excluded(one);
      for (const one of risksWithoutMeasure(aims, view)) yield untreated(one);
      for (const one of unknownRisksIn(aims, view)) yield unknown(view, one);
    },
  },
};

function excluded(one: ExcludedControl): Report {
  const { record, control, row } = one;
  return {
    span: control.span,
    message: `${calledOf(record)} is treated by \`${control.text}\`, which the Statement of Applicability excludes. Include the control, or name the one that is used.`,
    framework: '42001',
    subject: `${canonicalId('42001', control.text)}:${record.id?.text ?? record.name?.text ?? ''}`,
    related: [{ file: row.table.file.path, span: row.row.span, message: 'The control is excluded here' }],
    fixes: include(one),
  };
}

/** In the words in which the statement includes others. */
function include({ control, row: { table, row } }: ExcludedControl): readonly Fix[] {
  const cell = cellOf(table, row, 'applicable');
  const other = table.rows.find((one) => readRow({ table, row: one }).applicable === 'yes');
  const word = other && cellOf(table, other, 'applicable')?.text;
  if (!cell || word === undefined || word === '' || cell.text === '') return [];
  return [replace(`Include \`${control.text}\` in the Statement of Applicability`, table.file.path, cell.span, word)];
}

const untreated = ({ table, record }: UntreatedRisk): Report => ({
  span: placeOf(record),
  message: `${calledOf(record)} is to be modified, and nothing says by which control or measure. Name it here or in the treatment plan.`,
  subject: `record:risk:${record.id?.text ?? record.name?.text ?? ''}:controls`,
  fixes: fillFields(table, record, [['controls']]),
});

function unknown({ file }: FileView, { text, span, control, nearest }: UnknownRisk): Report {
  const hint = nearest ? `Did you mean \`${nearest.id}\`?` : 'Correct the id, or add the risk to the register.';
  return {
    span,
    message: `No AI risk is declared as \`${text}\`, which is given as the reason for \`${control}\`. ${hint}`,
    framework: '42001',
    subject: `record:${text}`,
    ...(nearest
      ? {
          related: [{ file: nearest.file, span: nearest.span, message: `${nearest.id} is declared here` }],
          fixes: [replace(`Change to \`${nearest.id}\``, file.path, span, nearest.id, { preferred: true })],
        }
      : {}),
  };
}
