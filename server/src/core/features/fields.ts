import type { Field } from '../document/document';

/** What each field of metadata is for; shown on hover and in completion. */
export const FIELD_TEXTS: Readonly<Record<Field, string>> = {
  id: 'Identifies the document in references and in the master list.',
  title: 'The name of the document.',
  kind: 'What the document is, for example `ai-policy`, `soa` or `risk-register`.',
  version: 'The version of this text, in quotes: an unquoted 1.10 is read as 1.1 by other tools.',
  status: 'draft, in review, approved, effective, superseded or obsolete.',
  owner: 'The role that answers for the content.',
  approver: 'Who approved it.',
  approved_on: 'The day of approval, YYYY-MM-DD.',
  effective_from: 'The day from which it applies, YYYY-MM-DD.',
  next_review: 'The day by which it is looked at again, YYYY-MM-DD.',
  review_cycle: 'How often it is reviewed, for example `annual`; the next date is worked out from the approval.',
  last_review: 'The day it was last reviewed, YYYY-MM-DD.',
  classification: 'Who may read it.',
  clauses: 'The clauses this document covers, for example `["6.1.2", "8.2"]`.',
  controls: 'The controls it is evidence for, for example `["A.7.4"]`.',
  frameworks: 'The standards it serves.',
  systems: 'The AI systems it is about.',
  supersedes: 'The document it replaces.',
  author: 'Who wrote it.',
  conducted_by: 'Who held the audit, review, test or assessment that this record is about.',
  held_on: 'The day on which it was held, YYYY-MM-DD.',
};

/** The keys of the canonical front matter, in the order in which they are written. */
export const CANONICAL_FIELDS: readonly Field[] = [
  'id',
  'title',
  'kind',
  'version',
  'status',
  'owner',
  'approver',
  'approved_on',
  'next_review',
  'classification',
  'clauses',
  'controls',
];
