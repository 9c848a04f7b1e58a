import type { DocumentKind, Framework, FrameworkId } from '../framework/framework';
import { documentStatus, isWeakKey, metadataField } from '../framework/synonyms';
import type { SourceFile } from '../model/aims';
import type { MetadataEntry, Text } from '../model/facts';
import { memo2 } from '../query/memo';
import type { Config } from '../records/config';
import { addMonths, type CivilDate, parseDate } from '../text/civil-date';
import { parseCycle } from '../text/review-cycle';
import { normalize } from '../text/words';
import { type ApprovalDoubt, approvalDoubt, claimsApproval } from './approval';
import { type KindReason, recognizeKind } from './kinds';
import { describesProcess } from './procedural';
import { isTemplate } from './template';

/** The fields of metadata the product knows by name. */
export const FIELDS = [
  'id',
  'title',
  'kind',
  'version',
  'status',
  'owner',
  'approver',
  'approved_on',
  'effective_from',
  'next_review',
  'review_cycle',
  'last_review',
  'classification',
  'clauses',
  'controls',
  'frameworks',
  'systems',
  'supersedes',
  'author',
  'conducted_by',
  'held_on',
] as const;
export type Field = (typeof FIELDS)[number];

export const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

export type DocumentStatus =
  | 'draft'
  | 'in-review'
  | 'approved'
  | 'effective'
  | 'rejected'
  | 'superseded'
  | 'obsolete'
  | 'template';

/** The statuses a document is given, as they are written. */
export const STATUS_VALUES = ['draft', 'in review', 'approved', 'effective', 'superseded', 'obsolete'] as const;

/** A file as a document of the AIMS: what it is, and what its metadata says. */
export interface Document {
  readonly file: SourceFile;
  readonly kind?: DocumentKind;
  readonly kindReason?: KindReason;
  /** The first entry of each known field. */
  readonly fields: ReadonlyMap<Field, MetadataEntry>;
  readonly title?: Text;
  readonly status?: DocumentStatus;
  /** Approved or in effect, by its status or by an approval date where no status is given, and nothing speaks against it. */
  readonly approved: boolean;
  readonly doubt?: ApprovalDoubt;
  readonly template: boolean;
  /** Of a kind of record, but tells how such records are made: a procedure for reviews is no review. */
  readonly procedural: boolean;
  readonly approvedOn?: CivilDate;
  /** Of a record: when what it shows was done. */
  readonly heldOn?: CivilDate;
  /** When its next review is due, and how that is known. */
  readonly review?: {
    readonly due: CivilDate;
    readonly entry: MetadataEntry;
    /** The document gives the day; or the interval, from its own last date; else the interval is the customary one. */
    readonly by: 'date' | 'cycle' | 'custom';
  };
}

/** Derived once per file and configuration: facts do not know the configuration, so a change of it never makes one wrong. */
export const documentOf = (
  file: SourceFile,
  config: Config,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
  amongAims: boolean,
): Document => documentsFor(frameworks)[amongAims ? 'among' : 'apart'](file, config);

const documentsFor = memoFrameworks((frameworks) => ({
  among: memo2((file: SourceFile, config: Config) => readDocument(file, config, frameworks, true)),
  apart: memo2((file: SourceFile, config: Config) => readDocument(file, config, frameworks, false)),
}));

function memoFrameworks<R>(
  derive: (frameworks: ReadonlyMap<FrameworkId, Framework>) => R,
): (frameworks: ReadonlyMap<FrameworkId, Framework>) => R {
  const known = new WeakMap<ReadonlyMap<FrameworkId, Framework>, R>();
  return (frameworks) => {
    const hit = known.get(frameworks);
    if (hit !== undefined) return hit;
    const value = derive(frameworks);
    known.set(frameworks, value);
    return value;
  };
}

function readDocument(
  file: SourceFile,
  config: Config,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
  amongAims: boolean,
): Document {
  const fields = fieldsOf(file.facts.metadata, config);
  const title = titleOf(file, fields);
  const recognized = recognizeKind(file, fields.get('kind'), title, config, frameworks.get('42001'), amongAims);
  const status = documentStatus(fields.get('status')?.value ?? '') as DocumentStatus | undefined;
  const approvedOn = dateOf(fields.get('approved_on'));
  const heldOn = dateOf(fields.get('held_on'));
  const template = isTemplate(file, status, title);
  const review = reviewOf(fields, recognized?.kind, approvedOn, config);
  const doubt = approvalDoubt(file, fields, status);
  return {
    file,
    fields,
    approved: doubt === undefined && claimsApproval(status, approvedOn),
    ...(doubt ? { doubt } : {}),
    template,
    procedural:
      !template && recognized?.kind.nature === 'record' && heldOn === undefined && describesProcess(file, title),
    ...(recognized ? { kind: recognized.kind, kindReason: recognized.reason } : {}),
    ...(title ? { title } : {}),
    ...(status === undefined ? {} : { status }),
    ...(approvedOn === undefined ? {} : { approvedOn }),
    ...(heldOn === undefined ? {} : { heldOn }),
    ...(review ? { review } : {}),
  };
}

/** The first entry of each field that holds something; an empty one where none does. */
function fieldsOf(metadata: readonly MetadataEntry[], config: Config): ReadonlyMap<Field, MetadataEntry> {
  const fields = new Map<Field, MetadataEntry>();
  for (const entry of metadata) {
    const field = fieldOf(entry.key, config);
    const known = field === undefined ? undefined : fields.get(field);
    if (field !== undefined && (known === undefined || (known.value === '' && entry.value !== '')))
      fields.set(field, entry);
  }
  return fields;
}

/** The known field a key stands for: by the configuration, then by the shipped synonyms. */
export const fieldOf = (key: string, config: Config): Field | undefined =>
  ((config.metadataKeys.size > 0 ? config.metadataKeys.get(normalize(key)) : undefined) ?? metadataField(key)) as
    | Field
    | undefined;

const DATES: ReadonlySet<Field> = new Set(['approved_on', 'effective_from', 'next_review', 'last_review', 'held_on']);

/** Whether a key is that of a date by which the document is controlled, and not one of an event the document tells of. */
export function isDateOfDocument({ kind }: Pick<Document, 'kind'>, key: string, config: Config): boolean {
  const field = fieldOf(key, config);
  if (kind === undefined || field === undefined || !DATES.has(field)) return false;
  // The date of minutes or of a report is that of the meeting or the audit.
  return !isWeakKey(key) || (kind.nature === 'record' && (field === 'held_on' || field === 'approved_on'));
}

function titleOf(file: SourceFile, fields: ReadonlyMap<Field, MetadataEntry>): Text | undefined {
  const entry = fields.get('title');
  if (entry && entry.value !== '' && entry.source !== 'table') return { text: entry.value, span: entry.valueSpan };
  return file.facts.title;
}

const dateOf = (entry: MetadataEntry | undefined): CivilDate | undefined =>
  entry ? parseDate(entry.value) : undefined;

/** A stated date decides; else the approval date plus the cycle the document, the configuration or custom gives. */
function reviewOf(
  fields: ReadonlyMap<Field, MetadataEntry>,
  kind: DocumentKind | undefined,
  approvedOn: CivilDate | undefined,
  config: Config,
): Document['review'] {
  const next = fields.get('next_review');
  const stated = dateOf(next);
  if (next && stated !== undefined) return { due: stated, entry: next, by: 'date' };
  const reviewedOn = dateOf(fields.get('last_review'));
  // A change log repeats the day of the approval: the head of the document is the better place.
  const isNewer = reviewedOn !== undefined && (approvedOn === undefined || reviewedOn > approvedOn);
  const from = isNewer ? reviewedOn : approvedOn;
  const entry = fields.get(isNewer ? 'last_review' : 'approved_on');
  const cycle = fields.get('review_cycle') ?? next;
  const own = cycle && parseCycle(cycle.value);
  const months = own ?? usualMonths(kind, config);
  return from === undefined || !entry || months === undefined
    ? undefined
    : { due: addMonths(from, months), entry, by: own === undefined ? 'custom' : 'cycle' };
}

const usualMonths = (kind: DocumentKind | undefined, config: Config): number | undefined =>
  kind && (config.reviewMonthsByKind.get(kind.id) ?? kind.reviewMonths ?? config.defaultReviewMonths);
