import type { Aims } from '../model/aims';
import { canonicalId } from '../model/resolve';
import { cellOf } from '../model/soa';
import { groupBy } from '../query/group';
import { citedEvidence } from '../readiness/controls';
import { type DatedEvidence, datedEvidence } from '../readiness/evidence-dates';
import { addMonths, displayDate, parseDate } from '../text/civil-date';
import type { Report, Rule } from './rule';
import { type Decision, decisionsIn } from './soa-decisions';

/** Evidence of an implemented control that no longer counts. */
export const evidenceStale: Rule = {
  meta: {
    name: 'evidence-stale',
    severity: 'warning',
    summary: 'The evidence cited for a control, or the last review of its row, is out of date.',
    why: 'A control is shown to work by what was recorded lately. Evidence of two years ago shows that it worked then, and a surveillance audit asks for the year in between.',
    basis: ['42001:9.1', '42001:7.5.3'],
    doubt:
      'How long evidence counts is the choice of the organization: `review.evidence_months` in aims.yaml, or a date until which it is valid beside the evidence. Documents whose review is past are found by review-overdue, and what is done only once (a deployment, an acceptance test) is not dated here.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status | Evidence |\n|---|---|---|---|---|---|\n| A.6.2.6 | AI system operation and monitoring | Yes | R-03 | Implemented | [Monitoring](dq.md) |\n                                                                                         ^^^^^ is of 3 May 2025 and counted for 12 months\n| A.7.4 | Quality of data for AI systems | Yes | R-01 | Implemented | [Monitoring](dq.md) |\n| A.8.4 | Communication of incidents | Yes | R-02 | Implemented | EV-7 |\n                                                                  ^^^^ was valid until 1 Mar 2026\n//- dq.md\n---\ncollected_on: 2025-05-03\n---\n# Data quality in spring\n//- evidence.yaml\nevidence:\n  - id: EV-7\n    title: Drill\n    location: archive\n    valid_until: 2026-03-01',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status | Evidence | Last review |\n|---|---|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-03 | Implemented | [Policy](policy.md) | 2025-05-03 |\n                                                                       ^^^^^^^^^^ last reviewed on 3 May 2025\n| A.2.4 | Review of the AI policy | Yes | R-03 | Implemented | [Policy](policy.md) | 2025-05-03 |\n//- policy.md\n# AI policy',
      },
    ],
    good: [
      {
        text: '//- aims.yaml\nreview:\n  evidence_months: 24\n//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status | Evidence | Last review |\n|---|---|---|---|---|---|---|\n| A.6.2.6 | AI system operation and monitoring | Yes | R-03 | Implemented | [Monitoring](dq.md) | 2025-05-03 |\n| A.7.4 | Quality of data for AI systems | Yes | R-01 | Planned | [Old report](old.md) | |\n| A.7.6 | Data preparation | Yes | R-01 | Implemented | [Monitoring](dq.md), [before](old.md) | |\n//- dq.md\n---\ncollected_on: 2025-05-03\n---\n# Data quality in spring\n//- old.md\n---\ncollected_on: 2021-05-03\n---\n# Data quality of old',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      const implemented = decisionsIn(view, aims).filter(
        ({ reading }) => reading.applicable === 'yes' && reading.status === 'implemented',
      );
      yield* staleEvidence(view.file.path, implemented, aims);
      yield* staleReviews(view.file.path, implemented, aims);
    },
  },
};

interface Cited {
  readonly decision: Decision;
  readonly evidence: DatedEvidence;
}

/** One finding for each piece of evidence, however many controls it stands for. */
function* staleEvidence(file: string, decisions: readonly Decision[], aims: Aims): Iterable<Report> {
  const cited = decisions.flatMap((decision): readonly Cited[] =>
    staleIn(datedEvidence(aims, decision), aims).map((evidence) => ({ decision, evidence })),
  );
  for (const alike of groupBy(cited, ({ evidence }) => evidence.key).values()) {
    const [first, ...others] = alike;
    if (!first) continue;
    const { evidence, decision } = first;
    const ids = idsOf(alike.map((one) => one.decision.row.id));
    yield {
      span: evidence.span,
      message: `The evidence \`${evidence.name}\` for ${ids} ${sinceWhen(evidence, aims)}. Bring it up to date, or state until when it is valid.`,
      framework: '42001',
      subject: canonicalId('42001', decision.row.id),
      related: others.map((one) => ({
        file,
        span: one.evidence.span,
        message: `Cited for \`${one.decision.row.id}\``,
      })),
    };
  }
}

/** Beside evidence that counts the older one of its sort is history. */
function staleIn(all: readonly DatedEvidence[], { today }: Aims): readonly DatedEvidence[] {
  const hasNewer = all.some(({ made, due }) => made !== undefined && due >= today);
  return all.filter(({ made, due, byReview }) => due < today && !byReview && !(hasNewer && made !== undefined));
}

const sinceWhen = ({ made, due }: DatedEvidence, aims: Aims): string =>
  made === undefined
    ? `was valid until ${displayDate(due)}`
    : `is of ${displayDate(made)} and counted for ${aims.config.evidenceMonths} months`;

const MANY = 4;

/** `A.7.4`, `A.7.6` and 3 more. */
function idsOf(all: readonly string[]): string {
  const ids = [...new Set(all)];
  const named = ids.slice(0, MANY).map((id) => `\`${id}\``);
  const more = ids.length - named.length;
  return more > 0
    ? `${named.join(', ')} and ${more} more`
    : [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' and ');
}

/** Something is cited, and none of it is found stale by itself. */
const isShown = (decision: Decision, aims: Aims): boolean =>
  citedEvidence(aims, decision).length > 0 && staleIn(datedEvidence(aims, decision), aims).length === 0;

/** The review of a row counts as long as evidence does; rows reviewed on one day are one finding. */
function* staleReviews(file: string, decisions: readonly Decision[], aims: Aims): Iterable<Report> {
  const months = aims.config.evidenceMonths;
  const reviewed = decisions.flatMap((decision) => {
    const cell = cellOf(decision.table, decision.row, 'last_review');
    const date = parseDate(cell?.text ?? '');
    return cell && date !== undefined && addMonths(date, months) < aims.today && isShown(decision, aims)
      ? [{ decision, cell, date }]
      : [];
  });
  for (const [date, alike] of groupBy(reviewed, (one) => one.date)) {
    const [first, ...others] = alike;
    if (!first) continue;
    yield {
      span: first.cell.span,
      message: `${idsOf(alike.map((one) => one.decision.row.id))} and the evidence cited were last reviewed on ${displayDate(date)}, and a review counts for ${months} months. Review them and enter the day.`,
      framework: '42001',
      subject: canonicalId('42001', first.decision.row.id),
      related: others.map((one) => ({
        file,
        span: one.cell.span,
        message: `Last review of \`${one.decision.row.id}\``,
      })),
    };
  }
}
