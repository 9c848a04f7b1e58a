import { ABOUT_OTHERS } from '../framework/document-words';
import type { Framework } from '../framework/framework';
import { isTitleOf, titleOwners } from '../framework/titles';
import { memo } from '../query/memo';
import type { Aims } from './aims';
import { type FileView, type Reference, viewsOf } from './file-view';
import type { Place } from './place';

/**
 * What one document does for one clause. `kind`: it is of the kind that is made for it; `accepted`: its kind can serve
 * it, and it names it; `declared`: its metadata names it; `section`: a heading of it does; `mention`: its text does.
 */
export interface Claim {
  readonly clause: string;
  readonly view: FileView;
  readonly how: 'kind' | 'accepted' | 'declared' | 'section' | 'mention';
  readonly place: Place;
}

/** The documents that say something about each lowest-level clause, the strongest claims first. */
export const coverageOf = memo((aims: Aims): ReadonlyMap<string, readonly Claim[]> => {
  const framework = aims.frameworks.get('42001');
  const claims = new Map<string, Claim[]>();
  for (const view of framework ? viewsOf(aims) : []) {
    for (const claim of CLAIMS(view)(aims.frameworks)) {
      const list = claims.get(claim.clause);
      if (list) list.push(claim);
      else claims.set(claim.clause, [claim]);
    }
  }
  return claims;
});

const CLAIMS = memo((view: FileView) =>
  memo((frameworks: Aims['frameworks']) => claimsOf(view, frameworks.get('42001'))),
);

function claimsOf(view: FileView, framework: Framework | undefined): readonly Claim[] {
  if (!framework || view.file.path === 'aims.yaml') return [];
  const claims = new Map<string, Claim>();
  const named = new Set<string>();
  const title = { file: view.file.path, span: view.document.title?.span ?? { start: 0, end: 0 } };
  for (const reference of view.references) {
    if (!isClauseMention(reference, framework)) continue;
    const place = { file: view.file.path, span: reference.raw.span };
    const how = isDeclared(view, reference) ? 'declared' : isSection(view, reference) ? 'section' : 'mention';
    for (const clause of leavesOf(framework, reference.raw.id)) {
      strengthen(claims, { clause, view, how, place });
      if (reference.raw.place !== 'cell') named.add(clause);
    }
  }
  for (const { clause, how } of clausesOfKind(view, framework, named))
    strengthen(claims, { clause, view, how, place: claims.get(clause)?.place ?? title });
  return [...claims.values()];
}

const RANK: Record<Claim['how'], number> = { mention: 0, accepted: 1, section: 2, declared: 3, kind: 4 };

/** Whether one claim says more than another. */
export const isStronger = (one: Claim, other: Claim): boolean => RANK[one.how] > RANK[other.how];

function strengthen(claims: Map<string, Claim>, claim: Claim): void {
  const known = claims.get(claim.clause);
  if (!known || isStronger(claim, known)) claims.set(claim.clause, claim);
}

/** A chapter range covers nothing, and a numbered heading is a clause only if its title fits. */
export function isClauseMention(reference: Reference, framework: Framework): boolean {
  const { raw } = reference;
  if (raw.form !== 'clause' || raw.chapterRange) return false;
  if (raw.numberedHeading) return raw.title !== undefined && isTitleOf(framework, raw.id, raw.title.text);
  // An id beside the title of another clause says nothing about either; `title-mismatch` names it.
  if (raw.title !== undefined && titleOwners(framework, raw.id, raw.title.text).length > 0) return false;
  return reference.framework === '42001' && reference.subject === 'clause';
}

/** A heading that names the clause makes the section below it the clause's home, in a document that is controlled. */
export function isSection(view: FileView, { raw }: Reference): boolean {
  if (raw.place !== 'heading') return false;
  const { document } = view;
  const controlled = (['owner', 'version', 'status', 'approved_on'] as const).filter((f) => document.fields.has(f));
  return (document.kind !== undefined || controlled.length >= 2) && !ABOUT_OTHERS.test(document.title?.text ?? '');
}

/** A clause given in the `clauses` of the front matter. */
export function isDeclared(view: FileView, reference: Reference): boolean {
  const entry = view.document.fields.get('clauses');
  const at = reference.raw.span.start;
  return entry !== undefined && entry.valueSpan.start <= at && at <= entry.valueSpan.end;
}

/** A clause of the second level stands for the lowest-level ones below it (9.2 for 9.2.1 and 9.2.2), a chapter does not. */
function leavesOf(framework: Framework, id: string): readonly string[] {
  const clause = framework.clauses.get(id);
  if (!clause) return [];
  if (clause.leaf) return [id];
  return id.includes('.')
    ? [...framework.clauses.values()].filter((c) => c.leaf && c.parent === id).map((c) => c.id)
    : [];
}

/**
 * The clauses a kind is made for, and those it can serve if the document names them outside its tables: a map of
 * processes names every clause and answers none of them.
 */
function clausesOfKind(
  view: FileView,
  framework: Framework,
  named: ReadonlySet<string>,
): readonly Pick<Claim, 'clause' | 'how'>[] {
  const { kind } = view.document;
  if (!kind) return [];
  const leaves = [...framework.clauses.values()].filter((clause) => clause.leaf);
  return leaves.flatMap((c): Pick<Claim, 'clause' | 'how'>[] => {
    if (kind.clauses.includes(c.id)) return [{ clause: c.id, how: 'kind' }];
    return c.kinds.includes(kind.id) && named.has(c.id) ? [{ clause: c.id, how: 'accepted' }] : [];
  });
}
