import { controlsTitled, isTitleOf } from '../framework/titles';
import type { Aims } from '../model/aims';
import type { GridRow, Text } from '../model/facts';
import type { FileView } from '../model/file-view';
import { canonicalId } from '../model/resolve';
import type { Span } from '../text/span';
import { insert } from './fixes';
import type { Report, Rule } from './rule';

/** A control written without its `A.`, which turns it into a clause. */
export const droppedAnnexPrefix: Rule = {
  meta: {
    name: 'dropped-annex-prefix',
    severity: 'warning',
    summary: 'A number with the title of a control lacks the `A.` of Annex A.',
    why: '`8.3` is the clause on AI risk treatment, `A.8.3` the control on external reporting. Without its prefix a control is read as a requirement it is not.',
    basis: ['42001:6.1.3'],
    doubt:
      'A numbered section of your own may carry the title of a control: number it differently, or name the standard above it.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Controls of ISO/IEC 42001\n\n## 8.3 External reporting\n   ^^^ means the control `A.8.3`',
      },
      {
        text: '//- soa.md\n# Controls of ISO/IEC 42001\n\n| Clause | Title |\n|---|---|\n| 7.5 | Data provenance |\n  ^^^ means the control `A.7.5`',
      },
    ],
    good: [
      { text: '//- soa.md\n# Controls of ISO/IEC 42001\n\n## A.8.3 External reporting\n\n## 8.3 AI risk treatment' },
      { text: '//- procedure.md\n# Incident procedure\n\n## 8.3 External reporting' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      yield* inHeadings(view, aims);
      yield* inTables(view, aims);
    },
  },
};

/** A heading counts where something above it names the standard; a document numbers its own sections freely. */
function* inHeadings(view: FileView, aims: Aims): Iterable<Report> {
  const framework = aims.frameworks.get('42001');
  for (const { raw } of view.references) {
    if (!framework || !raw.numberedHeading || !raw.title || raw.heading !== '42001') continue;
    const id = `A.${raw.id}`;
    if (isControl(aims, id, raw.title.text) && !isTitleOf(framework, raw.id, raw.title.text))
      yield report(view, aims, id, raw.span);
  }
}

function* inTables(view: FileView, aims: Aims): Iterable<Report> {
  for (const grid of view.file.facts.grids) {
    for (const row of grid.rows) {
      // Few cells begin with a number, and this is asked of every cell there is.
      if (row.cells.some(beginsWithDigit)) yield* inRow(row, view, aims);
    }
  }
}

function* inRow({ cells }: GridRow, view: FileView, aims: Aims): Iterable<Report> {
  for (const [index, cell] of cells.entries()) {
    if (!beginsWithDigit(cell)) continue;
    const match = /^(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?:\s+(\p{L}.*))?$/u.exec(cell.text);
    const title = match?.[2] ?? cells[index + 1]?.text;
    if (!match?.[1] || !title || !isControl(aims, `A.${match[1]}`, title)) continue;
    yield report(view, aims, `A.${match[1]}`, { start: cell.span.start, end: cell.span.start + match[1].length });
  }
}

const beginsWithDigit = (cell: Text | undefined): cell is Text =>
  cell !== undefined && cell.text >= '0' && cell.text < ':';

function isControl(aims: Aims, id: string, title: string): boolean {
  const framework = aims.frameworks.get('42001');
  return framework?.controls.has(id) === true && controlsTitled(framework, title).includes(id);
}

function report(view: FileView, aims: Aims, id: string, span: Span): Report {
  const number = id.slice(2);
  const isClause = aims.frameworks.get('42001')?.clauses.has(number) === true;
  return {
    span,
    message: `\`${number}\` with this title means the control \`${id}\`; \`${number}\` alone ${isClause ? 'is a clause' : 'would be a clause, which does not exist'}. Write \`${id}\`.`,
    framework: '42001',
    subject: canonicalId('42001', id),
    fixes: [insert(`Write \`${id}\``, view.file.path, span.start, 'A.', { preferred: true, safe: true })],
  };
}
