import type { Clause, DocumentKind, Framework } from '../framework/framework';
import type { Aims } from '../model/aims';
import { type Claim, coverageOf, isStronger } from '../model/coverage';
import { displayDate } from '../text/civil-date';
import { type DocumentState, documentState, dueOf, isHigher, isRecord } from './documents';
import type { ClauseStanding, ClauseState } from './readiness';
import { NOT_APPROVED, undated } from './unapproved';

/** The standing of every lowest-level clause, in the order of the standard. */
export function clauseStandings(aims: Aims, framework: Framework): readonly ClauseStanding[] {
  const coverage = coverageOf(aims);
  return [...framework.clauses.values()]
    .filter((clause) => clause.leaf)
    .map((clause) => standingOf(aims, framework, clause, coverage.get(clause.id) ?? []));
}

/** The kind of record that a clause asks for and that none of these claims shows; nothing where one does, or none is asked for. */
export const recordLacking = (
  aims: Aims,
  framework: Framework,
  clause: Clause,
  claims: readonly Claim[],
): DocumentKind | undefined => recordNeeded(framework, clause, judgedClaims(aims, claims));

const judgedClaims = (aims: Aims, claims: readonly Claim[]): readonly Judged[] =>
  claims.map((claim) => ({
    claim,
    state: claim.how === 'mention' ? 'mentioned' : documentState(claim.view, aims.today),
  }));

interface Judged {
  readonly claim: Claim;
  readonly state: DocumentState;
}

function standingOf(aims: Aims, framework: Framework, clause: Clause, claims: readonly Claim[]): ClauseStanding {
  const judged = judgedClaims(aims, claims);
  const best = judged.reduce<Judged | undefined>((top, one) => (!top || isBetter(one, top) ? one : top), undefined);
  const missingRecord = best && isHigher(best.state, 'mentioned') ? recordNeeded(framework, clause, judged) : undefined;
  const state: ClauseState = !best
    ? 'missing'
    : missingRecord && isHigher(best.state, 'documented')
      ? 'documented'
      : best.state;
  const due = best && state === 'current' ? dueOf(best.claim.view) : undefined;
  return {
    framework: framework.id,
    id: clause.id,
    title: clause.title,
    state,
    ...explain(framework, clause, state, best, missingRecord),
    places: placesOf(judged, best),
    ...(due === undefined ? {} : { due }),
  };
}

/** Of two documents on one rung the one that states its claim more strongly. */
const isBetter = (one: Judged, top: Judged): boolean =>
  isHigher(one.state, top.state) || (one.state === top.state && isStronger(one.claim, top.claim));

/** The kind of record a clause still lacks, where it asks for evidence that something was done. */
function recordNeeded(framework: Framework, clause: Clause, judged: readonly Judged[]): DocumentKind | undefined {
  if (!clause.records) return undefined;
  const kinds = clause.kinds.flatMap((id) => framework.kinds.get(id) ?? []).filter((kind) => kind.nature === 'record');
  const first = kinds.find((kind) => kind.clauses.includes(clause.id)) ?? kinds[0];
  const given = judged.some(
    (one) => isRecord(one.claim.view) && one.claim.how !== 'mention' && one.state !== 'mentioned',
  );
  return given ? undefined : first;
}

function explain(
  framework: Framework,
  clause: Clause,
  state: ClauseState,
  best: Judged | undefined,
  record: DocumentKind | undefined,
): { why: string; next?: string } {
  const name = best ? nameOf(best.claim) : '';
  const kinds = clause.kinds
    .flatMap((id) => framework.kinds.get(id)?.title ?? [])
    .slice(0, 2)
    .join(' or ');
  if (record && state === 'documented') {
    return { why: `${name} covers it, but no record shows that it was done.`, next: `Add a record: ${record.title}.` };
  }
  switch (state) {
    case 'missing':
      return {
        why: 'No document mentions it.',
        next: kinds === '' ? 'Write a document that covers it.' : `Write the ${kinds}.`,
      };
    case 'mentioned':
      return best?.claim.view.document.template && best.claim.how !== 'mention'
        ? { why: `${name} is a template.`, next: 'Fill it in and have it approved.' }
        : {
            why: `${name} mentions it, but no document is made for it.`,
            next:
              kinds === ''
                ? `Name ${clause.id} in the front matter of the document that covers it.`
                : `Write the ${kinds}, or name ${clause.id} in the front matter of the document that covers it.`,
          };
    case 'documented':
      return withheld(best, name);
    case 'approved':
      return overdueOrUndated(best, name);
    case 'current':
      return { why: `${name} covers it, is approved, and its review is in date.` };
  }
}

function withheld(best: Judged | undefined, name: string): { why: string; next: string } {
  const { says, next } = best ? undated(best.claim.view) : NOT_APPROVED;
  return { why: `${name} covers it and ${says}.`, next };
}

function overdueOrUndated(best: Judged | undefined, name: string): { why: string; next: string } {
  const due = best && dueOf(best.claim.view);
  return due === undefined
    ? { why: `${name} is approved and states no review date.`, next: 'State when it is reviewed next.' }
    : {
        why: `${name} is approved; its review was due on ${displayDate(due)}.`,
        next: 'Review it and state the next date.',
      };
}

const nameOf = (claim: Claim): string => claim.view.document.title?.text ?? claim.view.file.path;

function placesOf(judged: readonly Judged[], best: Judged | undefined): ClauseStanding['places'] {
  const ordered = best ? [best, ...judged.filter((one) => one !== best)] : [];
  return ordered.slice(0, 8).map(({ claim }) => ({ ...claim.place, label: nameOf(claim) }));
}
