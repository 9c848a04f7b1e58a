import { saysWhyIncluded } from '../framework/inclusion-rules';
import { exclusionReason, soaColumn } from '../framework/synonyms';
import type { Aims } from '../model/aims';
import { viewOf } from '../model/file-view';
import type { Fix } from '../model/finding';
import { recordsOfType } from '../model/records-of-type';
import { canonicalId } from '../model/resolve';
import { type Soa, type SoaTable, soasOf } from '../model/soa';
import { sentencesOf } from '../text/sentences';
import { cellEdit } from './cell-edit';
import type { Report, Rule } from './rule';
import { type Decision, decides, decisionsOf } from './soa-decisions';

/** A control included without saying why. */
export const soaInclusionUnjustified: Rule = {
  meta: {
    name: 'soa-inclusion-unjustified',
    severity: 'warning',
    summary: 'A control is applicable, and nothing says why: no reason, no risk, no obligation.',
    why: 'The Statement of Applicability justifies what it includes as well as what it leaves out. A control that no risk, role or requirement asks for cannot be judged, and nobody can say when it stops being necessary.',
    basis: ['42001:6.1.3'],
    doubt:
      'One reason for all controls is enough: say it in a sentence of the document ("All controls are included because …").',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Risks |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | Clause 5.2 | |\n| A.7.4 | Quality of data for AI systems | Yes | | |\n  ^^^^^ is applicable, and its row does not say why\n| A.8.4 | Communication of incidents | Yes | | R-01 |\n//- risks.yaml\nrisks:\n  - id: R-07\n    description: Labels of few people steer the model\n    owner: Data steward\n    controls: [A.7.4]',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n                                 ^^^^^^^^^^^^^ None of the 3 applicable controls has a reason\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | |\n| A.2.3 | Alignment with other organizational policies | Yes | |\n| A.2.4 | Review of the AI policy | Yes | |',
      },
      {
        text: '//- soa.md\n---\nkind: soa\n---\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Reason for exclusion |\n  ^^^^^^^ no column for the reason of an inclusion\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | |\n| A.10.4 | Customers | No | We supply nothing to customers. |',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Legal | Contractual | Risk assessment |\n|---|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | | x | |\n| A.7.4 | Quality of data for AI systems | Yes | | | ✓ |',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\nAll controls are included because we develop, provide and use AI systems ourselves.\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | |\n| A.10.4 | Customers | No | We supply nothing to customers. |',
      },
      {
        text: '//- soa.md\n# Erklärung zur Anwendbarkeit, ISO/IEC 42001\n\nDie Auswahl der Maßnahmen beruht auf der Risikobeurteilung vom März.\n\n| Kontrolle | Titel | Anwendbar | Begründung |\n|---|---|---|---|\n| A.2.2 | AI policy | Ja | |',
      },
    ],
  },
  *aims(aims) {
    for (const soa of soasOf(aims)) {
      if (soa.framework === '42001') yield* judge(aims, soa);
    }
  },
};

function judge(aims: Aims, soa: Soa): readonly Report[] {
  const included = decisionsOf(soa).filter(
    ({ table, reading }) => reading.applicable === 'yes' && decides(viewOf(aims, table.file)),
  );
  const open = included.filter((one) => !isJustified(one));
  const [first] = open;
  if (!first || isJustifiedAsAWhole(soa)) return [];
  if (included.every(({ table }) => reasonColumns(table).length === 0)) return [withoutColumn(first.table)];
  const unjustified = open.filter(({ table }) => reasonColumns(table).length > 0);
  if (unjustified.length >= MANY && unjustified.length === included.length) return [withoutAny(unjustified)];
  return unjustified.map((one) => withoutReason(aims, one));
}

/** So many blank cells are one defect. */
const MANY = 3;

const REASONS: ReadonlySet<string | undefined> = new Set(['justification', 'risks', 'obligations']);

/** The columns that can hold a reason for an inclusion: some tables have one for each sort of reason. */
const reasonColumns = ({ grid, idColumn, titleColumn }: SoaTable): readonly number[] =>
  [...grid.header.keys()].filter(
    (index) => index !== idColumn && index !== titleColumn && REASONS.has(soaColumn(grid.header[index]?.text ?? '')),
  );

const isJustified = ({ table, row }: Decision): boolean =>
  reasonColumns(table).some((index) => isReason(row.row.cells[index]?.text ?? ''));

const TICK = /^[xX●•✓✔✅☑🟢]\uFE0F?$/u;
const CROSS = /^[✗✘❌☐⬜🔴–—-]\uFE0F?$/u;

const isReason = (text: string): boolean =>
  TICK.test(text.trim()) || (!CROSS.test(text.trim()) && exclusionReason(text) === undefined);

const isJustifiedAsAWhole = (soa: Soa): boolean =>
  [...new Set(soa.tables.map(({ file }) => file))].some((file) =>
    sentencesOf(
      file.text,
      file.facts.grids.map(({ span }) => span),
    ).some(({ text }) => saysWhyIncluded(text)),
  );

const SUBJECT = { framework: '42001', subject: canonicalId('42001', '6.1.3') } as const;

const withoutColumn = ({ file, grid, idColumn }: SoaTable): Report => ({
  file: file.path,
  span: grid.header[idColumn]?.span ?? grid.span,
  severity: 'info',
  message:
    'This Statement of Applicability has no column for the reason of an inclusion. Add one (risk, role, legal or contractual requirement), or say in a sentence why all applicable controls are included.',
  ...SUBJECT,
});

function withoutAny(open: readonly Decision[]): Report {
  const table = open[0]?.table;
  return {
    file: table?.file.path ?? '.',
    span: table?.grid.header[reasonColumns(table)[0] ?? 0]?.span ?? { start: 0, end: 0 },
    message: `None of the ${open.length} applicable controls has a reason. Name the risk, role or requirement that makes each necessary, or say in a sentence why all are included.`,
    ...SUBJECT,
  };
}

function withoutReason(aims: Aims, { table, row }: Decision): Report {
  return {
    file: table.file.path,
    span: row.span,
    message: `\`${row.id}\` is applicable, and its row does not say why. Name the risk, role, legal or contractual requirement that makes it necessary.`,
    framework: '42001',
    subject: canonicalId('42001', row.id),
    fixes: fromRegister(aims, table, row),
  };
}

/** The risks whose treatment names the control are its reason. */
function fromRegister(aims: Aims, table: SoaTable, row: Decision['row']): readonly Fix[] {
  const risks = recordsOfType(aims, 'risk').filter(({ fields }) =>
    fields.get('controls')?.items.some(({ text }) => text === row.id),
  );
  const ids = [...new Set(risks.flatMap(({ id }) => id?.text ?? []))];
  const column = table.columns.has('risks') ? 'risks' : 'justification';
  if (ids.length === 0 || !table.columns.has(column)) return [];
  const list = ids.join(', ');
  const isList = table.grid.source === 'yaml' && column === 'risks';
  const edits = cellEdit(table, row, column, isList ? `[${list}]` : list);
  return edits.length === 0
    ? []
    : [{ title: `Name the risks it treats: ${list}`, preferred: true, safe: false, edits }];
}
