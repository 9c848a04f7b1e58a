import type { WeakReason } from '../framework/weak-reasons';
import type { Aims } from '../model/aims';
import { viewOf } from '../model/file-view';
import type { Fix } from '../model/finding';
import { canonicalId } from '../model/resolve';
import { cellOf, soasOf } from '../model/soa';
import { groupBy } from '../query/group';
import { isCited, reasonCell, weakExclusion } from '../readiness/controls';
import { normalize } from '../text/words';
import { cellEdit } from './cell-edit';
import { ownAnswer, ownStatus } from './own-words';
import type { Report, Rule } from './rule';
import { type Decision, decides, decisionsIn, decisionsOf } from './soa-decisions';

/** A control excluded for a reason that auditors do not accept. */
export const soaExclusionWeakReason: Rule = {
  meta: {
    name: 'soa-exclusion-weak-reason',
    severity: 'warning',
    summary: 'A control is excluded for a reason auditors do not accept, or many controls with one text.',
    why: 'A control may be left out if no risk needs it, the role it is for is not held, or no requirement asks for it. Cost, a later date, a supplier who does it or another standard that covers it say how a control is met, not that it is unnecessary.',
    basis: ['42001:6.1.3'],
    doubt:
      'A good reason may be put in words that look like a weak one: add to it what the organization does not do or have, or cite the document that decides it.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | Planned |\n| A.8.3 | External reporting | No | Not yet implemented | Not started |\n                                    ^^^^^^^^^^^^^^^^^^^ all the reason says is that it comes later\n| A.10.3 | Suppliers | No | Our cloud provider is responsible. | |\n                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ all the reason says is that the supplier does it',
      },
      {
        text: '//- soa.md\n# Erklärung zur Anwendbarkeit (SoA), ISO/IEC 42001\n\n| Kontrolle | Titel | Anwendbar | Begründung |\n|---|---|---|---|\n| A.2.2 | AI policy | Ja | R-01 |\n| A.5.5 | Assessing societal impacts of AI systems | Nein | Zu aufwändig für uns |\n                                                            ^^^^^^^^^^^^^^^^^^^^ all the reason says is what it costs',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.3.3 | Reporting of concerns | No | No risk needs it. |\n                                       ^^^^^^^^^^^^^^^^^ 6 controls are excluded with one and the same text\n| A.4.4 | Tooling resources | No | No risk needs it. |\n| A.4.5 | System and computing resources | No | No risk needs it. |\n| A.6.2.8 | AI system recording of event logs | No | No risk needs it. |\n| A.8.3 | External reporting | No | No risk needs it. |\n| A.8.5 | Information for interested parties | No | No risk needs it. |',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.7.2 | Data for development and enhancement of AI system | No | We train no models; to be looked at again when we do. |\n| A.10.4 | Customers | No | AI is used internally only, planned for the next three years. |\n| A.4.5 | System and computing resources | No | Hosting is handled by the supplier, contract C-12. |',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      for (const decision of decisionsIn(view, aims)) {
        const weak = weakExclusion(decision, decision.reading);
        if (weak) yield weakReport(decision, weak, aims);
      }
    },
  },
  *aims(aims) {
    for (const soa of soasOf(aims)) {
      if (soa.framework === '42001')
        yield* repeated(decisionsOf(soa).filter(({ table }) => decides(viewOf(aims, table.file))));
    }
  },
};

function weakReport(decision: Decision, weak: WeakReason, aims: Aims): Report {
  const { row, reading } = decision;
  const accepted = aims.frameworks.get('42001')?.controls.get(row.id)?.exclusion.accepted ?? [];
  const shown = accepted.length > 0 ? ` What auditors accept for \`${row.id}\`: ${accepted.join('; ')}.` : '';
  return {
    span: reasonCell(decision)?.span ?? row.span,
    message: `\`${row.id}\` is excluded, and all the reason says is ${weak.says} ("${reading.reason}"). ${weak.advice}${shown}`,
    framework: '42001',
    subject: canonicalId('42001', row.id),
    fixes: weak.id === 'later' ? planned(decision) : [],
  };
}

/** What comes later is applicable and planned, in the words of the table. */
function planned({ table, row }: Decision): readonly Fix[] {
  const answer = ownAnswer(table, row, 'yes');
  const status = ownStatus(table, 'planned');
  const edits = [
    ...(cellOf(table, row, 'applicable') ? cellEdit(table, row, 'applicable', answer) : []),
    ...(table.columns.has('status') ? cellEdit(table, row, 'status', status) : []),
  ];
  if (edits.length === 0) return [];
  const title = edits.length === 2 ? `Mark as applicable and ${status.toLowerCase()}` : 'Mark as applicable';
  return [{ title, preferred: true, safe: false, edits }];
}

/** More rows than one thought can be about, in more parts of the annex than one role or one sort of data touches. */
const MANY_ROWS = 6;
const MANY_DOMAINS = 3;

function* repeated(decisions: readonly Decision[]): Iterable<Report> {
  const given = decisions.filter(
    (one) =>
      one.reading.applicable === 'no' &&
      !one.reading.reasonRejected &&
      !isCited(one) &&
      !weakExclusion(one, one.reading),
  );
  for (const alike of groupBy(given, ({ reading }) => normalize(reading.reason)).values()) {
    const domains = new Set(alike.map(({ row }) => row.id.split('.').slice(0, 2).join('.')));
    const [first, ...others] = alike;
    if (!first || alike.length < MANY_ROWS || domains.size < MANY_DOMAINS) continue;
    yield {
      file: first.table.file.path,
      span: reasonCell(first)?.span ?? first.row.span,
      message: `${alike.length} controls are excluded with one and the same text ("${first.reading.reason}"). Say for each why it is not necessary; auditors ask whether they were looked at one by one.`,
      framework: '42001',
      subject: canonicalId('42001', first.row.id),
      related: others.map((one) => ({
        file: one.table.file.path,
        span: reasonCell(one)?.span ?? one.row.span,
        message: `The same text for \`${one.row.id}\``,
      })),
    };
  }
}
