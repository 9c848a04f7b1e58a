import { closestStatus } from '../framework/closest-status';
import { applicability, saysSince } from '../framework/synonyms';
import type { Aims } from '../model/aims';
import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { canonicalId } from '../model/resolve';
import { cellOf, isBlankCell, type SoaTable } from '../model/soa';
import { groupBy } from '../query/group';
import { dateWithin, displayDate } from '../text/civil-date';
import { placesOf } from '../text/places';
import { normalize } from '../text/words';
import { cellEdit } from './cell-edit';
import { ownAnswer, ownStatus } from './own-words';
import type { Report, Rule } from './rule';
import { type Decision, decisionsIn } from './soa-decisions';
import { isExplained } from './status-legend';

/** A control whose implementation status says nothing, or something that cannot be. */
export const soaStatusUnknown: Rule = {
  meta: {
    name: 'soa-status-unknown',
    severity: 'warning',
    summary: 'The implementation status of a control is missing, unknown, at odds with its decision, or out of date.',
    why: 'Auditors plan Stage 2 by the status of each control: what is implemented is sampled, what is planned needs a date. A status nobody can read, or one that its own row contradicts, puts the whole statement in doubt.',
    basis: ['42001:6.1.3', '42001:8.1'],
    doubt:
      'Words of your own are fine if the document explains them in a legend. The standard does not ask for a status by name: a statement without the column gets no finding.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | Clause 5.2 | Implemented |\n| A.2.3 | Alignment with other organizational policies | Yes | R-01 | Implementd |\n                                                                      ^^^^^^^^^^ `Implementd` is no known status\n| A.2.4 | Review of the AI policy | Yes | R-01 | |\n  ^^^^^ has no status\n| A.8.3 | External reporting | Yes | R-02 | Planned (June 2026) |\n                                            ^^^^^^^^^^^^^^^^^^^ was planned for 30 Jun 2026\n| A.8.5 | Information for interested parties | Yes | R-02 | N/A |\n                                                            ^^^ is applicable, yet its status is `N/A`\n| A.10.4 | Customers | No | We supply nothing to customers. | Implemented |\n                                                              ^^^^^^^^^^^ is excluded, yet its status is `Implemented`',
      },
      {
        text: '//- soa.md\n# Erklärung zur Anwendbarkeit (SoA), ISO/IEC 42001\n\n| Kontrolle | Titel | Anwendbar | Begründung | Umsetzungsstatus | Frist |\n|---|---|---|---|---|---|\n| A.2.2 | AI policy | Ja | R-01 | umgesetzt | |\n| A.8.3 | External reporting | Ja | R-02 | geplant | 30.06.2026 |\n                                           ^^^^^^^ was planned for 30 Jun 2026',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status |\n                                                 ^^^^^^ None of the 3 applicable controls has a status\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | |\n| A.2.3 | Alignment with other organizational policies | Yes | R-01 | |\n| A.2.4 | Review of the AI policy | Yes | R-01 | |',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n**Status:** Implemented · Partial · Process. Process: met by a procedure, not by a system.\n\n| Control | Title | Applicable | Justification | Status |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | Implemented |\n| A.2.4 | Review of the AI policy | Yes | R-01 | Process |\n                                                 ^^^^^^^ readiness counts it as planned',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | ✅ |\n| A.2.3 | Alignment with other organizational policies | Yes | R-01 | 80 % |\n| A.2.4 | Review of the AI policy | Yes | R-01 | Planned for Q2 2027 |\n| A.3.3 | Reporting of concerns | Yes | R-01 | Planned since March 2026 |\n| A.10.4 | Customers | No | We supply nothing to customers. | N/A |',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Implementation |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | The board approved it in March and reviews it every year. |',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const [table, decisions] of groupBy(decisionsIn(view, aims), ({ table }) => table)) {
        if (!isStatusColumn(table, decisions)) continue;
        yield* missing(decisions);
        yield* unknown(view, table, decisions);
        for (const decision of decisions) yield* atOdds(decision, aims);
      }
    },
  },
};

/** A column of sentences tells how a control is implemented, not how far. */
function isStatusColumn(table: SoaTable, decisions: readonly Decision[]): boolean {
  if (!table.columns.has('status')) return false;
  const filled = decisions.filter((one) => !isBlankCell(statusCell(one)));
  const sentences = filled.filter(
    (one) => one.reading.status === undefined && statusText(one).split(/\s+/).length > MAX_WORDS,
  );
  return sentences.length * 2 <= filled.length;
}

const MAX_WORDS = 4;

const statusCell = ({ table, row }: Decision) => cellOf(table, row, 'status');
const statusText = (decision: Decision): string => statusCell(decision)?.text ?? '';

/** A dash or a question mark, or a word for an answer nobody has given yet. */
const isMissing = (one: Decision): boolean =>
  /^[\s\p{P}]*$/u.test(statusText(one)) ||
  (one.reading.status === undefined && applicability(statusText(one)) === 'undecided');

/** So many blank cells are one defect. */
const MANY = 3;

function* missing(decisions: readonly Decision[]): Iterable<Report> {
  const included = decisions.filter(({ reading }) => reading.applicable === 'yes');
  const open = included.filter(isMissing);
  const [first] = open;
  if (!first) return;
  if (open.length >= MANY && open.length === included.length) {
    const { table } = first;
    yield {
      span: table.grid.header[table.columns.get('status') ?? 0]?.span ?? table.grid.span,
      message: `None of the ${open.length} applicable controls has a status. Say how far each is: implemented, in progress, planned or not started.`,
      framework: '42001',
      subject: canonicalId('42001', '6.1.3'),
    };
    return;
  }
  for (const one of open)
    yield {
      span: one.row.span,
      message: `\`${one.row.id}\` has no status. Say how far it is: ${statesIn(one.table)}.`,
      framework: '42001',
      subject: canonicalId('42001', one.row.id),
    };
}

const STATES = ['implemented', 'in-progress', 'planned', 'not-started'] as const;

/** In the words of the table. */
const statesIn = (table: SoaTable): string => STATES.map((status) => `\`${ownStatus(table, status)}\``).join(', ');

function* unknown(view: FileView, table: SoaTable, decisions: readonly Decision[]): Iterable<Report> {
  const placeholders = placesOf(view.file.facts.placeholders.map(({ span }) => span));
  const odd = decisions.filter((one) => {
    const cell = statusCell(one);
    return cell && one.reading.status === undefined && !isMissing(one) && !placeholders.anyWithin(cell.span);
  });
  for (const alike of groupBy(odd, (one) => normalize(leadOf(statusText(one))) || statusText(one)).values()) {
    const [first, ...others] = alike;
    const cell = first && statusCell(first);
    if (!first || !cell) continue;
    const explained = isExplained(view, table, leadOf(cell.text));
    const rows = others.length === 0 ? '' : ` (${alike.length} rows)`;
    yield {
      span: cell.span,
      ...(explained ? { severity: 'info' as const } : {}),
      message: explained
        ? `\`${cell.text}\`${rows} is a status of this document's own: readiness counts it as planned. Use ${statesIn(table)} where one of them fits.`
        : `\`${cell.text}\`${rows} is no known status. Use ${statesIn(table)}, or explain it in a legend.`,
      framework: '42001',
      subject: canonicalId('42001', first.row.id),
      related: others.map((one) => ({
        file: view.file.path,
        span: statusCell(one)?.span ?? one.row.span,
        message: `The same status for \`${one.row.id}\``,
      })),
      fixes: explained ? [] : closest(alike),
    };
  }
}

/** `Process (drafted)` is `Process` with a remark. */
const leadOf = (text: string): string => text.split(/\s*[([,;:–—]/, 1)[0] ?? text;

/** The nearest word of the table for what was most likely meant. */
function closest(alike: readonly Decision[]): readonly Fix[] {
  const [first] = alike;
  const meant = first && closestStatus(statusText(first));
  if (!first || !meant) return [];
  const word = ownStatus(first.table, meant);
  const edits = alike.flatMap(({ table, row }) => cellEdit(table, row, 'status', word));
  return [{ title: `Change to \`${word}\``, preferred: true, safe: false, edits }];
}

function* atOdds(decision: Decision, aims: Aims): Iterable<Report> {
  const { table, row, reading } = decision;
  const cell = statusCell(decision);
  if (!cell || reading.status === undefined) return;
  const place = { span: cell.span, framework: '42001', subject: canonicalId('42001', row.id) };
  const decided = table.columns.has('applicable');
  if (decided && reading.applicable === 'no' && ACTIVE.has(reading.status)) {
    yield {
      ...place,
      message: `\`${row.id}\` is excluded, yet its status is \`${cell.text}\`. Change the decision or the status.`,
      fixes: twoReadings(decision),
    };
  }
  if (decided && reading.applicable === 'yes' && reading.status === 'not-applicable' && !isMissing(decision)) {
    yield {
      ...place,
      message: `\`${row.id}\` is applicable, yet its status is \`${cell.text}\`. Change the decision or the status.`,
    };
  }
  if (reading.applicable !== 'yes' || !(reading.status === 'planned' || reading.status === 'not-started')) return;
  const due =
    (saysSince(cell.text) ? undefined : dateWithin(cell.text)) ?? dateWithin(cellOf(table, row, 'due')?.text ?? '');
  if (due !== undefined && due < aims.today)
    yield {
      ...place,
      message: `\`${row.id}\` was planned for ${displayDate(due)}. Say how far it is today, or plan it anew.`,
    };
}

const ACTIVE: ReadonlySet<string> = new Set(['implemented', 'in-progress', 'planned']);

function twoReadings({ table, row }: Decision): readonly Fix[] {
  const status = ownStatus(table, 'not-applicable');
  const answer = ownAnswer(table, row, 'yes');
  return [
    {
      title: `Keep the exclusion: change the status to \`${status}\``,
      preferred: false,
      safe: false,
      edits: cellEdit(table, row, 'status', status),
    },
    {
      title: `Keep the status: change the decision to \`${answer}\``,
      preferred: false,
      safe: false,
      edits: cellEdit(table, row, 'applicable', answer),
    },
  ];
}
