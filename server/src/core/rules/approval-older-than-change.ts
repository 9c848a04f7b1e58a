import { changesOf, isAfter, type StatedDay } from '../document/last-change';
import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { daysBetween, displayDate } from '../text/civil-date';
import { replace } from './fixes';
import type { Rule } from './rule';

/** A document that was changed after it was approved. */
export const approvalOlderThanChange: Rule = {
  meta: {
    name: 'approval-older-than-change',
    severity: 'warning',
    summary: 'A document says that it was changed after it was approved.',
    why: 'Nobody approved what the document says now. Documents are approved for suitability before they are used, and again when they change; auditors compare the two dates.',
    basis: ['42001:7.5.2', '42001:7.5.3'],
    doubt:
      'A change that needs no approval (a typing error, a new link) may be entered without a new version: leave it out of the change log, or say there who approved it.',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nversion: "1.2"\nstatus: approved\napproved_on: 2026-02-04\n             ^^^^^^^^^^ was changed on 3 May 2026, after its approval\n---\n# AI policy\n\n## Change log\n\n| Version | Date | Changes |\n|---|---|---|\n| 1.1 | 2026-02-01 | Roles |\n| 1.2 | 2026-05-03 | Generative AI |',
      },
      {
        text: '//- policy.md\n# KI-Richtlinie nach ISO/IEC 42001\n\n**Version:** 2.0\n**Freigegeben am:** 4. Februar 2026\n                    ^^^^^^^^^^^^^^^ was changed on 3 May 2026\n**Letzte Änderung:** 3. Mai 2026',
      },
    ],
    good: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nversion: "1.2"\nstatus: approved\napproved_on: 2026-05-04\n---\n# AI policy\n\n## Change log\n\n| Version | Date | Changes |\n|---|---|---|\n| 1.1 | 2026-02-01 | Roles |\n| 1.2 | May 2026 | Generative AI |',
      },
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nversion: "1.1"\nstatus: approved\napproved_on: 2026-02-04\n---\n# AI policy\n\n## Change log\n\n| Version | Date | Changes | Status |\n|---|---|---|---|\n| 1.1 | 2026-02-01 | Roles | Approved |\n| 1.2 | 2026-05-03 | Generative AI | Draft |',
      },
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nversion: "1.2"\nstatus: approved\napproved_on: 2026-02-04\n---\n# AI policy\n\n## Change log\n\n| Version | Date | Changes |\n|---|---|---|\n| 1.1 | 2026-02-01 | Roles |\n| 1.2 | 2026-02-10 | Published |',
      },
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nversion: "1.2"\nstatus: draft\napproved_on: 2026-02-04\n---\n# AI policy\n\n**Last updated:** 2026-05-03',
      },
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nstatus: approved\napproved_on: 2026-02-04\nlast_updated: 2026-02-06\n---\n# AI policy\n//- risks.md\n---\nkind: risk-register\nowner: Head of AI\nstatus: approved\napproved_on: 2026-02-04\nlast_updated: 2026-05-03\n---\n# AI risk register',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      const { kind, approved, template, status } = view.document;
      if (!kind || !approved || template || status === 'superseded' || status === 'obsolete') return;
      if (kind.nature === 'record' || LISTS.has(kind.id)) return;
      const days = changesOf(view.file, aims.config);
      if (!days.approved || !days.changed || !isLater(days.changed, days.approved)) return;
      yield {
        span: days.approved.entry.valueSpan,
        message: `This document was changed on ${displayDate(days.changed.date)}, after its approval on ${displayDate(days.approved.date)}. Have the change approved and enter the date, or call it a draft until then.`,
        subject: `document:${kind.id}`,
        related: [{ file: view.file.path, span: days.changed.entry.valueSpan, message: changeNote(days.changed) }],
        fixes: callDraft(view),
      };
    },
  },
};

/** What is approved of a list that grows from day to day is that it is kept. */
const LISTS: ReadonlySet<string> = new Set([
  'system-inventory',
  'legal-register',
  'interested-parties',
  'document-list',
]);

/** Entering the approval and publishing the document take some days, and change it too. */
const GRACE_DAYS = 14;

const isLater = (changed: StatedDay, approved: StatedDay): boolean =>
  isAfter(changed, approved) && daysBetween(approved.date, changed.date) > GRACE_DAYS;

const changeNote = ({ date }: StatedDay): string => `The change of ${displayDate(date)}`;

/** Front matter has words of its own for where a document stands. */
function callDraft(view: FileView): readonly Fix[] {
  const entry = view.document.fields.get('status');
  return entry?.source === 'front-matter'
    ? [replace('Set the status to `draft` until the change is approved', view.file.path, entry.valueSpan, 'draft')]
    : [];
}
