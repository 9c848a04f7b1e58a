import { newDocument } from '../document/new-document';
import type { DocumentKind, Framework } from '../framework/framework';
import type { Aims } from './aims';
import { newId, newPath } from './new-path';

/** A document that does not exist yet: where it would stand in this AIMS, and its text from the template of its kind. */
export interface Draft {
  readonly path: string;
  readonly text: string;
}

export interface DraftWishes {
  readonly id?: string;
  readonly owner?: string;
}

export function draftOf(aims: Aims, framework: Framework, kind: DocumentKind, wishes: DraftWishes = {}): Draft {
  return { path: newPath(aims, framework, kind), text: draftText(aims, framework, kind, wishes) };
}

export function draftText(aims: Aims, framework: Framework, kind: DocumentKind, wishes: DraftWishes = {}): string {
  const { organization } = aims.config;
  return newDocument(framework, kind, {
    ...wishes,
    today: aims.today,
    id: wishes.id ?? newId(aims, kind),
    ...(organization === undefined ? {} : { organization }),
  });
}
