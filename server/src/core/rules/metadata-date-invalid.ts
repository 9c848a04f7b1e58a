import { fieldOf, isDateOfDocument } from '../document/document';
import type { MetadataEntry } from '../model/facts';
import type { FileView } from '../model/file-view';
import type { Config } from '../records/config';
import { dateFault, FAULT_TEXTS } from '../text/date-fault';
import { isUnreadCycle } from '../text/review-cycle';
import type { Rule } from './rule';

/** A date or cycle of the metadata that cannot be read, or that can be read in two ways. */
export const metadataDateInvalid: Rule = {
  meta: {
    name: 'metadata-date-invalid',
    severity: 'warning',
    summary:
      'A date of approval or review cannot be read as a day of the calendar, or a review cycle not as a number of months.',
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
      {
        text: '//- policy.md\n# AI policy\n\n**Approved on:** 14/03/2026\n**Review cycle:** every 2 olympiads\n                  ^^^^^^^^^^^^^^^^^ no review cycle that can be read',
      },
    ],
    good: [
      {
        text: '//- policy.md\n# AI policy\n\n**Approved on:** 14 March 2026 | **Next review:** January 2027 | **Last review:** annual',
      },
      {
        text: '//- policy.md\n# AI policy\n\n**Approved on:** 14/03/2026\n**Review cycle:** after every change of the law',
      },
      { text: '//- policy.md\n# AI policy\n\n**Approved on:** [YYYY-MM-DD]\n**Next review:** every 12 months' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      const { kind } = view.document;
      if (!kind) return;
      for (const entry of view.file.facts.metadata) {
        const message = faultOf(view, entry, aims.config);
        if (message !== undefined) yield { span: entry.valueSpan, message, subject: `document:${kind.id}` };
      }
    },
  },
};

function faultOf({ document }: FileView, { key, value }: MetadataEntry, config: Config): string | undefined {
  if (isDateOfDocument(document, key, config)) {
    const fault = dateFault(value);
    return fault && `\`${value}\` is ${FAULT_TEXTS[fault]}. Write \`${key}\` as YYYY-MM-DD.`;
  }
  return fieldOf(key, config) === 'review_cycle' && isUnreadCycle(value)
    ? `\`${value}\` is no review cycle that can be read, and the usual one counts. Write \`${key}\` as \`annual\` or \`every 6 months\`.`
    : undefined;
}
