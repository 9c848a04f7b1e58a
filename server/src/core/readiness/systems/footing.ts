import { openPlaceholders } from '../../document/template';
import type { Aims } from '../../model/aims';
import { type FileView, viewOf } from '../../model/file-view';
import type { AimsRecord } from '../../model/records';
import { titlePlace } from '../../model/title-place';
import type { RecordName } from '../../records/record-type';
import { addMonths, type CivilDate, displayDate, parseLeadingDate } from '../../text/civil-date';
import { type DocumentState, documentState, dueOf, isHigher } from '../documents';
import type { AspectState, Standing } from '../readiness';
import { NOT_APPROVED, type Unapproved, unapproved } from '../unapproved';

/** How firm the ground is on which a record or a document stands: its rung, why, and what would raise it. */
export interface Footing {
  readonly state: DocumentState;
  readonly why: string;
  readonly next?: string;
  readonly due?: CivilDate;
  readonly place: Standing<AspectState>['places'][number];
}

type Ground = Omit<Footing, 'place'>;

export function footingOfDocument(aims: Aims, view: FileView): Footing {
  const name = nameOfDocument(view);
  return {
    ...(outOfForce(view, name) ?? ground(documentState(view, aims.today), name, dueOf(view), unapproved(view))),
    place: { ...titlePlace(view), label: name },
  };
}

/** A record stands as firmly as the document that holds it; a review date of its own decides before that of the document. */
export function footingOfRecord(aims: Aims, record: AimsRecord): Footing {
  const view = viewOf(aims, record.file);
  const name = nameOfRecord(record, view);
  return {
    ...(outOfForce(view, name) ?? unfinished(record, name) ?? groundOfRecord(aims, record, view, name)),
    place: { file: record.file.path, span: record.id?.span ?? record.name?.span ?? record.span, label: name },
  };
}

const nameOfDocument = ({ document, file }: FileView): string => document.title?.text ?? file.path;

/** A row is called by its id and document; a document that is one record by its title. */
function nameOfRecord({ id, name, reason }: AimsRecord, view: FileView): string {
  const own = id?.text ?? name?.text ?? '';
  if (reason === 'front matter') return view.document.title?.text ?? name?.text ?? own;
  return `${own} (${nameOfDocument(view)})`;
}

function outOfForce({ document }: FileView, name: string): Ground | undefined {
  if (document.template)
    return { state: 'mentioned', why: `${name} is a template.`, next: 'Fill it in and have it approved.' };
  if (document.status === 'superseded' || document.status === 'obsolete')
    return { state: 'mentioned', why: `${name} is ${document.status}.`, next: 'Write the one that is in force.' };
  return undefined;
}

/** What is still to be filled in says nothing yet. */
function unfinished({ file, span }: AimsRecord, name: string): Ground | undefined {
  const open = openPlaceholders(file).find((one) => span.start <= one.span.start && one.span.end <= span.end);
  return open && { state: 'mentioned', why: `${name} still holds \`${open.text}\`.`, next: 'Replace it.' };
}

function groundOfRecord(aims: Aims, record: AimsRecord, view: FileView, name: string): Ground {
  const own = dateIn(record, 'next_review') ?? dateIn(record, 'valid_until');
  if (!isControlled(view)) return groundOfFile(aims, record, name, own);
  const state = documentState(view, aims.today);
  return own === undefined || !isHigher(state, 'documented')
    ? ground(state, name, dueOf(view), unapproved(view))
    : ground(own >= aims.today ? 'current' : 'approved', name, own);
}

/** A document that is steered: of a known kind, or with a status or an approval. */
const isControlled = ({ document }: FileView): boolean =>
  document.kind !== undefined || document.status !== undefined || document.approved;

/** What is done once does not grow old; it is done again with the next version. */
const EVENTS: ReadonlySet<RecordName> = new Set(['deployment', 'verification', 'retirement']);

/** A file beside the code that nobody approves is a record: made by somebody on a day, and looked at again. */
function groundOfFile(aims: Aims, record: AimsRecord, name: string, own: CivilDate | undefined): Ground {
  const made = lastDateOf(record, aims.today);
  if (made === undefined)
    return { state: 'documented', why: `${name} states no date.`, next: 'State when it was made or last reviewed.' };
  if (EVENTS.has(record.type.name) && own === undefined)
    return { state: 'current', why: `${name} is dated ${displayDate(made)}.` };
  const due = own ?? addMonths(made, aims.config.defaultReviewMonths);
  return due >= aims.today
    ? { state: 'current', why: `${name} was last looked at on ${displayDate(made)}.`, due }
    : ground('approved', name, due);
}

/** The last day, up to today, on which something was done. */
function lastDateOf({ type, fields }: AimsRecord, today: CivilDate): CivilDate | undefined {
  const dates = type.fields
    .filter((field) => field.date && !PLANNED.has(field.name))
    .flatMap((field) => parseLeadingDate(fields.get(field.name)?.text ?? '') ?? []);
  return dates
    .filter((date) => date <= today)
    .sort()
    .at(-1);
}

const PLANNED: ReadonlySet<string> = new Set(['next_review', 'valid_until', 'due', 'planned']);

export const dateIn = (record: AimsRecord, field: string): CivilDate | undefined =>
  parseLeadingDate(record.fields.get(field)?.text ?? '');

function ground(
  state: DocumentState,
  name: string,
  due: CivilDate | undefined,
  { says, next }: Unapproved = NOT_APPROVED,
): Ground {
  const on = due === undefined ? {} : { due };
  switch (state) {
    case 'mentioned':
    case 'documented':
      return { state, why: `${name} ${says}.`, next };
    case 'approved':
      return due === undefined
        ? { state, why: `${name} states no review date.`, next: 'State when it is reviewed next.' }
        : {
            state,
            why: `The review of ${name} was due on ${displayDate(due)}.`,
            next: 'Review it and state the next date.',
            ...on,
          };
    case 'current':
      return { state, why: `${name} is in force, and its review is in date.`, ...on };
  }
}

/** The one that is least firm; of equals the one that falls due first. */
export const weakest = (footings: readonly Footing[]): Footing | undefined =>
  footings.reduce<Footing | undefined>((low, one) => (!low || isWeaker(one, low) ? one : low), undefined);

/** The one that is firmest; of equals the one that falls due last. */
export const firmest = (footings: readonly Footing[]): Footing | undefined =>
  footings.reduce<Footing | undefined>((top, one) => (!top || isWeaker(top, one) ? one : top), undefined);

const isWeaker = (one: Footing, other: Footing): boolean =>
  isHigher(other.state, one.state) || (other.state === one.state && (one.due ?? LAST) < (other.due ?? LAST));

/** Later than any date. */
const LAST = '~';
