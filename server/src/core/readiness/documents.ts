import type { FileView } from '../model/file-view';
import { addMonths, type CivilDate } from '../text/civil-date';

/** How far one document carries a clause. */
export type DocumentState = 'mentioned' | 'documented' | 'approved' | 'current';

const RANK: Record<DocumentState, number> = { mentioned: 0, documented: 1, approved: 2, current: 3 };

export function documentState(view: FileView, today: CivilDate): DocumentState {
  const { document } = view;
  if (document.template || document.status === 'superseded' || document.status === 'obsolete') return 'mentioned';
  if (!document.approved && !isRecordInUse(view)) return 'documented';
  const due = dueOf(view);
  return due !== undefined && due >= today ? 'current' : 'approved';
}

/** Shows that something was done. A procedure about such records is none. */
export const isRecord = ({ document }: FileView): boolean => document.kind?.nature === 'record' && !document.procedural;

/** A record is made, not approved: a date is what it needs. */
const isRecordInUse = (view: FileView): boolean =>
  isRecord(view) &&
  view.document.status === undefined &&
  view.document.doubt?.kind !== 'unreplaced' &&
  recordDate(view) !== undefined;

const recordDate = ({ document }: FileView): CivilDate | undefined => document.heldOn ?? document.approvedOn;

/** When the document has to be looked at again. */
export function dueOf(view: FileView): CivilDate | undefined {
  const { document } = view;
  if (document.review) return document.review.due;
  const months = document.kind?.reviewMonths;
  const date = recordDate(view);
  return date !== undefined && months !== undefined ? addMonths(date, months) : undefined;
}

export const isHigher = (a: DocumentState, b: DocumentState): boolean => RANK[a] > RANK[b];
