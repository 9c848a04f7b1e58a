import { daysBetween, displayDate } from '../text/civil-date';
import type { Rule } from './rule';

/** A document whose planned review is past. */
export const reviewOverdue: Rule = {
  meta: {
    name: 'review-overdue',
    severity: 'warning',
    summary: 'The planned review of a document is past.',
    why: 'An overdue review shows that the organization does not keep to the intervals it set itself. It is an easy finding, and it makes everything the document says doubtful.',
    basis: ['42001:7.5.2', '42001:A.2.4'],
    doubt:
      'The review may have been held and not entered: enter it. The interval is the choice of the organization (`review` in aims.yaml).',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nversion: "1.0"\nstatus: approved\napproved_on: 2025-01-10\nnext_review: 2026-01-10\n             ^^^^^^^^^^ was due on 10 Jan 2026\n---\n# AI policy',
      },
      {
        text: '//- policy.md\n# AI policy\n\n**Owner:** Head of AI\n**Version:** 1.0\n**Approved on:** 14 March 2024\n                 ^^^^^^^^^^^^^ was due on 14 Mar 2025\n**Review cycle:** annual',
      },
    ],
    good: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nversion: "1.0"\nstatus: approved\napproved_on: 2026-01-10\nnext_review: 2027-01-10\n---\n# AI policy',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      const { review, kind, status, template } = view.document;
      if (!review || !kind || template || status === 'superseded' || status === 'obsolete') return;
      if (kind.nature === 'record' && review.by === 'custom') return;
      const days = daysBetween(review.due, aims.today);
      if (days <= 0) return;
      const how = review.by === 'date' ? '' : ' (from the last date and the review interval)';
      yield {
        span: review.entry.valueSpan,
        message: `The review of this document was due on ${displayDate(review.due)}${how}, ${days === 1 ? 'yesterday' : `${days} days ago`}. Review it and enter the next date.`,
        subject: `document:${kind.id}`,
      };
    },
  },
};
