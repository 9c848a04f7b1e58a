import type { Control } from '../framework/framework';
import type { Aims } from '../model/aims';
import { viewOf } from '../model/file-view';
import type { Fix } from '../model/finding';
import { canonicalId } from '../model/resolve';
import { aimsSoa, type Soa, type SoaTable } from '../model/soa';
import { rowsByControl } from '../readiness/controls';
import { absencePlace } from './absence-place';
import { insert } from './fixes';
import type { Report, Rule } from './rule';
import { newRow } from './soa-rows';

/** A control of Annex A without a row in the Statement of Applicability. */
export const soaControlMissing: Rule = {
  meta: {
    name: 'soa-control-missing',
    severity: 'error',
    summary: 'The Statement of Applicability has no row for a control of Annex A.',
    why: 'Every control of Annex A has to be considered, and each exclusion justified. A control that is left out silently is the first thing a Stage 1 audit finds.',
    basis: ['42001:6.1.3'],
    doubt:
      'A Statement of Applicability kept in another tool cannot be seen: keep an export beside the documents, or switch the rule off.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no row for `A.2.3`\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 |',
        note: 'Shown for one of 37 controls.',
      },
    ],
    good: [],
  },
  *aims(aims) {
    const framework = aims.frameworks.get('42001');
    const soa = aimsSoa(aims);
    if (!framework || !soa) return;
    const rows = rowsByControl(soa);
    for (const control of framework.controls.values()) {
      if (!rows.has(control.id)) yield report(aims, soa, control);
    }
  },
};

function report(aims: Aims, soa: Soa, control: Control): Report {
  const table = tableFor(soa, control);
  const view = table && viewOf(aims, table.file);
  const holder = view && {
    file: view.file.path,
    span: view.document.title?.span ?? table.grid.header[0]?.span ?? table.grid.span,
  };
  return {
    ...(aims.config.path === undefined && holder ? holder : absencePlace(aims, ['soa'])),
    message: `The Statement of Applicability has no row for \`${control.id}\` ${control.title}. Add one that says whether it is necessary, and why.`,
    framework: '42001',
    subject: canonicalId('42001', control.id),
    related: holder && aims.config.path !== undefined ? [{ ...holder, message: 'The Statement of Applicability' }] : [],
    fixes: table ? fixFor(table, control) : [],
  };
}

/** The table where the row belongs: the one with rows of the same domain, else the last. */
function tableFor(soa: Soa, control: Control): SoaTable | undefined {
  const prefix = `${control.domain}.`;
  return soa.tables.find((table) => table.rows.some((row) => row.id.startsWith(prefix))) ?? soa.tables.at(-1);
}

function fixFor(table: SoaTable, control: Control): readonly Fix[] {
  const row = newRow(table, control);
  return row ? [insert(`Add a row for \`${control.id}\``, table.file.path, row.at, row.text, { preferred: true })] : [];
}
