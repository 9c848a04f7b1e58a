import type { DocumentKind } from '../framework/framework';
import type { Field } from './document';

export type RequiredField = Extract<Field, 'owner' | 'version' | 'status' | 'approved_on' | 'next_review'>;

/** What a document states about itself; a record is made and not approved, so that its owner is enough. */
export const requiredMetadata = ({ nature }: Pick<DocumentKind, 'nature'>): readonly RequiredField[] =>
  nature === 'record' ? ['owner'] : ['owner', 'version', 'status', 'approved_on', 'next_review'];

export const REQUIRED_NAMES: Readonly<Record<RequiredField, string>> = {
  owner: 'owner',
  version: 'version',
  status: 'status',
  approved_on: 'approval date',
  next_review: 'next review',
};
