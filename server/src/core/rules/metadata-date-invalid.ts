import { type Field, fieldOf } from '../document/document';
import { isWeakKey } from '../framework/synonyms';
import { dateFault, FAULT_TEXTS } from '../text/date-fault';
import type { Rule } from './rule';

/** A date of the metadata that no calendar has, or that can be read in two ways. */
export const metadataDateInvalid: Rule = {
  meta: {
    name: 'metadata-date-invalid',
    severity: 'warning',
    summary: 'A date of approval or review cannot be read as a day of the calendar.',
    why: 'Whether a review is due and whether an approval came before a change is judged by these dates. One that can be read in two ways proves nothing.',
    basis: ['42001:7.5.2'],
    doubt:
      'Dates in words other than English, German, French and Spanish are not read: write them as YYYY-MM-DD, which everybody reads alike.',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\napproved_on: 2026-02-30\n             ^^^^^^^^^^ no day of the calendar\n---\n# AI policy',
      },
      {
        text: '//- policy.md\n# AI policy\n\n**Next review:** 3/4/2027\n                 ^^^^^^^^ which of the two numbers is the month',
      },
    ],
    good: [
      {
        text: '//- policy.md\n# AI policy\n\n**Approved on:** 14 March 2026 | **Next review:** January 2027 | **Last review:** annual',
      },
      { text: '//- policy.md\n# AI policy\n\n**Approved on:** [YYYY-MM-DD]\n**Next review:** every 12 months' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      if (!view.document.kind) return;
      for (const entry of view.file.facts.metadata) {
        const field = fieldOf(entry.key, aims.config);
        const fault = field && DATES.has(field) && !isWeakKey(entry.key) ? dateFault(entry.value) : undefined;
        if (!fault) continue;
        yield {
          span: entry.valueSpan,
          message: `\`${entry.value}\` is ${FAULT_TEXTS[fault]}. Write \`${entry.key}\` as YYYY-MM-DD.`,
          subject: `document:${view.document.kind.id}`,
        };
      }
    },
  },
};

const DATES: ReadonlySet<Field> = new Set(['approved_on', 'effective_from', 'next_review', 'last_review', 'held_on']);
