import type { SourceFile } from '../model/aims';
import type { MetadataEntry, Placeholder } from '../model/facts';
import { isUndecided } from '../records/vocabulary';
import type { CivilDate } from '../text/civil-date';
import type { Document, DocumentStatus, Field } from './document';
import { isUnread, openPlaceholders, unreplaced } from './template';

/** Why an approval that a document claims is not believed. */
export type ApprovalDoubt =
  /** Who answers for it, who approved it or when is still to be filled in. */
  | { readonly kind: 'open-field'; readonly field: ApprovalField; readonly entry: MetadataEntry }
  /** So much of its text is still to be replaced that nobody who approved it can have read it. */
  | { readonly kind: 'unreplaced'; readonly left: readonly Placeholder[] }
  /** Its status says that it was turned down, or is a word nobody can read. */
  | { readonly kind: 'status'; readonly entry: MetadataEntry; readonly isKnown: boolean };

const APPROVAL_FIELDS = ['approver', 'approved_on', 'owner'] as const satisfies readonly Field[];
export type ApprovalField = (typeof APPROVAL_FIELDS)[number];

/** Approved or in effect, by its status or by an approval date where no status is given. */
export const claimsApproval = (status: DocumentStatus | undefined, approvedOn: CivilDate | undefined): boolean =>
  status === undefined ? approvedOn !== undefined : status === 'approved' || status === 'effective';

/** What speaks against an approval, whether or not one is claimed. */
export function approvalDoubt(
  file: SourceFile,
  fields: Document['fields'],
  status: DocumentStatus | undefined,
): ApprovalDoubt | undefined {
  const left = unreplaced(file);
  if (isUnread(left)) return { kind: 'unreplaced', left };
  const stated = fields.get('status');
  if (stated && /\p{L}/u.test(stated.value) && (status === undefined || status === 'rejected'))
    return { kind: 'status', entry: stated, isKnown: status !== undefined };
  for (const field of APPROVAL_FIELDS) {
    const entry = fields.get(field);
    if (entry && isOpenValue(file, entry)) return { kind: 'open-field', field, entry };
  }
  return undefined;
}

/** Something stands there, and it is no value: a line to write on, `TBD`, `[Insert owner]`. */
export const isOpenValue = (file: SourceFile, { value, valueSpan }: MetadataEntry): boolean =>
  value !== '' &&
  (isBlank(value) ||
    isUndecided(value) ||
    openPlaceholders(file).some(({ span }) => valueSpan.start <= span.start && span.end <= valueSpan.end));

/** Lines, dashes and slashes to write on: `___`, `__/__/____`. */
export const isBlank = (value: string): boolean => !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(value);
