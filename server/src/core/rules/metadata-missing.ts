import { isBlank } from '../document/approval';
import { type Document, type DocumentStatus, type Field, STATUS_VALUES } from '../document/document';
import { REQUIRED_NAMES, type RequiredField, requiredMetadata } from '../document/required-metadata';
import { closestDocumentStatus } from '../framework/closest-status';
import type { MetadataEntry } from '../model/facts';
import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { titlePlace } from '../model/title-place';
import { shorten } from '../text/shorten';
import { spansOverlap } from '../text/span';
import { insert, replace } from './fixes';
import type { Report, Rule } from './rule';

/** A document without the metadata by which it is controlled. */
export const metadataMissing: Rule = {
  meta: {
    name: 'metadata-missing',
    severity: 'warning',
    summary: 'A document does not say who owns it, who approved it, which version it is, or where it stands.',
    why: 'Documented information has to be identified, reviewed and approved. An auditor reads the head of a document first and asks who answers for it.',
    basis: ['42001:7.5.2', '42001:7.5.3'],
    doubt:
      'Metadata kept in a document management system is not seen. Other names of keys can be given under `metadata` in aims.yaml. A status in words of your own is reported only where it is nearly one that is known, or where an approval date stands beside it that would count otherwise.',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\ntitle: AI policy\n       ^^^^^^^^^ does not state owner, status, approval date\nversion: "1.0"\n---\n# AI policy',
      },
      {
        text: '//- policy.md\n# AI policy\n  ^^^^^^^^^ does not state owner\n\n**Owner:** ___ | **Version:** 1.0 | **Status:** Draft',
      },
      {
        text: '//- policy.md\n---\nkind: ai-policy\nversion: "1.0"\nowner: Head of AI\nstatus: aproved\n        ^^^^^^^ `aproved` is no status that is known, so that the document does not count as approved. Did you mean `approved`?\napproved_on: 2026-03-14\nnext_review: 2027-03-14\n---\n# AI policy',
      },
      {
        text: '//- policy.md\n# AI policy\n\n**Owner:** Head of AI | **Version:** 1.0 | **Status:** Category B | **Approved on:** 14 March 2026\n                                                       ^^^^^^^^^^ Write `draft`, `in review`, `approved`',
      },
    ],
    good: [
      {
        text: '//- policy.md\n# AI policy\n\n**Owner:** Head of AI | **Version:** 1.0 | **Status:** Reviewed and approved | **Approved on:** 14 March 2026',
      },
      {
        text: '//- policy.md\n# AI policy\n\n**Owner:** Head of AI | **Version:** 1.0 | **Status:** Rejected',
      },
      {
        text: '//- policy.md\n---\nkind: ai-policy\ntitle: AI policy\nversion: "1.0"\nstatus: approved\nowner: Head of AI\napproved_on: 2026-03-14\nnext_review: 2027-03-14\n---\n# AI policy',
      },
      { text: '//- policy.md\n# AI policy\n\n**Owner:** ________ | **Version:** 1.0 | **Status:** Draft' },
      { text: '//- policy.md\n# AI policy\n\n**Owner:** Head of AI | **Version:** 1.0 | **Status:** Draft' },
    ],
  },
  file: {
    reads: 'file',
    *check(view) {
      yield* unreadStatus(view);
      const missing = missingFields(view);
      if (missing.length === 0) return;
      yield {
        ...titlePlace(view),
        message: `This document (${view.document.kind?.title}) does not state ${missing.map((field) => REQUIRED_NAMES[field]).join(', ')}. Add ${missing.length === 1 ? 'it' : 'them'} to its front matter.`,
        subject: `document:${view.document.kind?.id}`,
        fixes: fixFor(view, missing),
      };
    },
  },
};

/** A status that no vocabulary has: a slip, or one by which an approval date comes to nothing. */
function* unreadStatus({ document, file }: FileView): Iterable<Report> {
  const { doubt, kind } = document;
  if (doubt?.kind !== 'status' || doubt.isKnown || isMadeNotApproved(document)) return;
  const { value, valueSpan: span } = doubt.entry;
  const meant = closestDocumentStatus(value)?.replace('-', ' ');
  if (!meant && document.approvedOn === undefined) return;
  yield {
    span,
    message: `\`${shorten(value, LONGEST)}\` is no status that is known, so that the document does not count as approved. ${meant ? `Did you mean \`${meant}\`?` : `Write ${STATUSES}.`}`,
    subject: `document:${kind?.id}`,
    fixes: meant ? [replace(`Change to \`${meant}\``, file.path, span, meant, { preferred: true })] : [],
  };
}

const LONGEST = 60;

const STATUSES = STATUS_VALUES.map((status) => `\`${status}\``)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' or ');

/** Records say whether something is open or closed; templates and files of no kind are not controlled. */
const isMadeNotApproved = ({ kind, template }: Document): boolean => kind?.nature !== 'document' || template;

const UNAPPROVED: ReadonlySet<DocumentStatus> = new Set(['draft', 'in-review', 'rejected']);

const OWNERS = ['owner', 'author', 'approver'] as const;

/** Registers and logs in YAML and CSV are records: their rows carry dates and owners. */
function missingFields(view: FileView): readonly RequiredField[] {
  const { document, file } = view;
  if (!document.kind || document.template || file.facts.format !== 'markdown') return [];
  const has = (field: Field): boolean => {
    const entry = document.fields.get(field);
    return entry !== undefined && !isEmpty(view, entry);
  };
  const isRecord = document.kind.nature === 'record';
  const draft = document.status !== undefined && UNAPPROVED.has(document.status);
  // Fields that say the same are as good.
  const stated: Readonly<Record<RequiredField, boolean>> = {
    owner: OWNERS.some(has) || (isRecord && has('conducted_by')),
    version: has('version'),
    status: has('status') || has('approved_on'),
    approved_on: has('approved_on') || has('effective_from') || draft,
    next_review: document.review !== undefined || draft || has('next_review') || has('review_cycle'),
  };
  return requiredMetadata(document.kind).filter((field) => !stated[field]);
}

/** `owner: ___` states nobody; what `placeholder` reports is no second finding. */
const isEmpty = ({ file }: FileView, { value, valueSpan }: MetadataEntry): boolean =>
  isBlank(value) && !file.facts.placeholders.some(({ span }) => spansOverlap(span, valueSpan));

/** Adds the keys to front matter that exists, or puts front matter at the top. One that waits for its value is there. */
function fixFor(view: FileView, incomplete: readonly RequiredField[]): readonly Fix[] {
  const missing = incomplete.filter((field) => !view.document.fields.has(field));
  if (missing.length === 0) return [];
  const { frontMatter } = view.file.facts;
  const newline = view.file.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = missing.map((field) => `${field}: `).join(newline);
  const title = `Add ${missing.map((field) => `\`${field}\``).join(', ')} to the front matter`;
  if (frontMatter) return [insert(title, view.file.path, frontMatter.end - 3, `${lines}${newline}`)];
  const start = view.file.text.startsWith('\uFEFF') ? 1 : 0;
  return [insert(title, view.file.path, start, `---${newline}${lines}${newline}---${newline}${newline}`)];
}
