import type { ApprovalDoubt, ApprovalField } from '../document/approval';
import { STATUS_VALUES } from '../document/document';
import type { FileView } from '../model/file-view';
import { shorten } from '../text/shorten';
import { unreachable } from '../text/unreachable';
import { isRecord } from './documents';

/** Why a document is not approved, and what would change that. `says` follows its name: `is not approved`. */
export interface Unapproved {
  readonly says: string;
  readonly next: string;
}

const APPROVE = 'Have it approved: state status, approver and date.';

export const NOT_APPROVED: Unapproved = { says: 'is not approved', next: APPROVE };

/** What keeps a document, which is no template and not out of force, from counting as approved. */
export function unapproved({ document }: FileView): Unapproved {
  return document.doubt ? doubted(document.doubt) : NOT_APPROVED;
}

/** The same of one that may be a record, which is made on a day and not approved. */
export function undated(view: FileView): Unapproved {
  const { doubt, status } = view.document;
  const isPlain = isRecord(view) && status === undefined && doubt?.kind !== 'unreplaced';
  return isPlain ? { says: 'states no date', next: 'State when it was held, and by whom.' } : unapproved(view);
}

const LONGEST = 60;

const FIELD_NAMES: Readonly<Record<ApprovalField, string>> = {
  owner: 'owner',
  approver: 'approver',
  approved_on: 'approval date',
};

function doubted(doubt: ApprovalDoubt): Unapproved {
  switch (doubt.kind) {
    case 'open-field':
      return {
        says: `is not approved: its ${FIELD_NAMES[doubt.field]} is \`${shorten(doubt.entry.value, LONGEST)}\``,
        next: APPROVE,
      };
    case 'unreplaced':
      return {
        says: `still holds ${doubt.left.length} placeholders, as \`${shorten(doubt.left[0]?.text ?? '', LONGEST)}\``,
        next: 'Replace them, then have it approved.',
      };
    case 'status':
      return {
        says: `is not approved: its status is \`${shorten(doubt.entry.value, LONGEST)}\`${doubt.isKnown ? '' : ', which is none that is known'}`,
        next: doubt.isKnown ? APPROVE : `State a status that is known: ${STATUS_VALUES.join(', ')}.`,
      };
    default:
      return unreachable(doubt);
  }
}
