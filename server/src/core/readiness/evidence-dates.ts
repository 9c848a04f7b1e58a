import { type DateKey, dateKey } from '../framework/date-keys';
import type { Aims } from '../model/aims';
import { evidenceIn } from '../model/evidence';
import type { Link } from '../model/facts';
import { type FileView, viewAt } from '../model/file-view';
import { itemsIn } from '../model/record-items';
import type { AimsRecord } from '../model/records';
import { recordsOfType } from '../model/records-of-type';
import { cellOf } from '../model/soa';
import { keyOf } from '../model/symbol-index';
import { followLink } from '../model/targets';
import { memo } from '../query/memo';
import { addMonths, type CivilDate, parseDate } from '../text/civil-date';
import type { Span } from '../text/span';
import { normalize } from '../text/words';
import type { SoaRow } from './controls';

/** How long one piece of evidence counts, and how that is known. */
export interface Validity {
  readonly due: CivilDate;
  /** The day it was made, where `due` follows from it. */
  readonly made?: CivilDate;
  /** The review of a controlled document, which `review-overdue` watches over where it stands. */
  readonly byReview: boolean;
}

/** One piece of evidence that a row cites and that dates itself. */
export interface DatedEvidence extends Validity {
  /** As cited. */
  readonly name: string;
  /** The same for the same thing, however it is cited. */
  readonly key: string;
  /** Where it is cited. */
  readonly span: Span;
}

/** What a row cites, as far as it says until when it counts: files, and items of the evidence register by their id. */
export function datedEvidence(aims: Aims, row: SoaRow): readonly DatedEvidence[] {
  const cell = cellOf(row.table, row.row, 'evidence');
  if (!cell || cell.text === '') return [];
  const files = evidenceIn(aims, row.table.file, cell).flatMap(
    ({ link }) => (link && fileEvidence(aims, row, link)) ?? [],
  );
  return [...files, ...itemEvidence(aims, row, cell.span)];
}

function fileEvidence(aims: Aims, { table }: SoaRow, link: Link): DatedEvidence | undefined {
  const target = followLink(aims, table.file, link);
  if (target.kind !== 'file') return undefined;
  const item = itemsByPath(aims).get(target.path);
  const view = viewAt(aims, target.path);
  const validity = (item && validityOfRecord(aims, item)) ?? (view && validityOfFile(aims, view));
  return validity && { ...validity, name: target.path, key: target.path, span: link.span };
}

function itemEvidence(aims: Aims, { table }: SoaRow, span: Span): readonly DatedEvidence[] {
  const register = itemsById(aims);
  if (register.size === 0) return [];
  return itemsIn(table.file.text, span).flatMap((item) => {
    const record = register.get(keyOf(item.text));
    const validity = record && validityOfRecord(aims, record);
    return validity ? [{ ...validity, name: item.text, key: keyOf(item.text), span: item.span }] : [];
  });
}

const itemsById = memo(
  (aims: Aims): ReadonlyMap<string, AimsRecord> =>
    new Map(recordsOfType(aims, 'evidence').flatMap((record) => (record.id ? [[keyOf(record.id.text), record]] : []))),
);

/** The items of the evidence register by the file they are kept in. */
const itemsByPath = memo((aims: Aims): ReadonlyMap<string, AimsRecord> => {
  const items = new Map<string, AimsRecord>();
  for (const record of recordsOfType(aims, 'evidence')) {
    const location = record.fields.get('location');
    if (!location) continue;
    const target = followLink(aims, record.file, { target: location.text, span: location.span, kind: 'value' });
    if (target.kind === 'file' && !items.has(target.path)) items.set(target.path, record);
  }
  return items;
});

const dateIn = (record: AimsRecord, field: string): CivilDate | undefined =>
  parseDate(record.fields.get(field)?.text ?? '');

const validityOfRecord = (aims: Aims, record: AimsRecord): Validity | undefined =>
  validity(aims, dateIn(record, 'collected_on'), dateIn(record, 'valid_until'));

/** A stated end decides; else the day it was made, and how long evidence counts here. */
function validity(aims: Aims, made: CivilDate | undefined, until: CivilDate | undefined): Validity | undefined {
  if (until !== undefined) return { due: until, byReview: false };
  return made === undefined ? undefined : { due: addMonths(made, aims.config.evidenceMonths), made, byReview: false };
}

function validityOfFile(aims: Aims, view: FileView): Validity | undefined {
  const { kind, review, heldOn, approvedOn, template } = view.document;
  if (template) return undefined;
  const stated = statedValidity(aims, view);
  if (stated) return stated;
  if (review && kind && (kind.nature === 'document' || review.by === 'date'))
    return { due: review.due, byReview: true };
  // What is done once shows that it was done however long ago; what is done again and again has to be recent.
  const isPeriodic = kind?.nature === 'record' && kind.reviewMonths !== undefined;
  return isPeriodic ? validity(aims, heldOn ?? approvedOn, undefined) : undefined;
}

/** Any file may say when it was collected, and until when it counts; one that is evidence by its kind has a date. */
function statedValidity(aims: Aims, { file, document }: FileView): Validity | undefined {
  const isEvidence = normalize(document.fields.get('kind')?.value ?? '') === 'evidence';
  const dateUnder = (meaning: DateKey): CivilDate | undefined =>
    file.facts.metadata
      .filter(({ key }) => dateKey(key) === meaning)
      .map(({ value }) => parseDate(value))
      .find((date) => date !== undefined);
  const made = dateUnder('collected') ?? (isEvidence ? (document.heldOn ?? document.approvedOn) : undefined);
  // A controlled document that is valid until a day is reviewed by then.
  const until = document.kind && made === undefined ? undefined : dateUnder('valid_until');
  return validity(aims, made, until);
}
