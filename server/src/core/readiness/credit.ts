import type { Clause, DocumentKind, Framework, FrameworkId } from '../framework/framework';
import type { Aims } from '../model/aims';
import { coverageOf, isDeclared, isSection } from '../model/coverage';
import { type FileView, viewsOf } from '../model/file-view';
import { groupBy } from '../query/group';
import { memo } from '../query/memo';
import { assess } from './assess';
import { recordLacking } from './clauses';
import { type DocumentState, documentState, isHigher, isRecord } from './documents';
import { CLAUSE_STATES, type ClauseState } from './readiness';

/** Where a clause of another management system stands by what is written for this AIMS. */
export interface CreditedClause {
  readonly id: string;
  readonly title: string;
  /** Clauses of ISO/IEC 42001 at the same place of the harmonized structure. */
  readonly from: readonly string[];
  /** It asks the same of every management system; else each has a subject of its own there, as its own risk assessment. */
  readonly common: boolean;
  readonly state: ClauseState;
  readonly why: string;
  readonly next?: string;
}

export interface Credit {
  readonly framework: FrameworkId;
  readonly name: string;
  readonly short: string;
  /** In the order of that standard; those without a counterpart in ISO/IEC 42001 are no part of it. */
  readonly clauses: readonly CreditedClause[];
}

/** What the other frameworks of the settings get from this AIMS; empty where there is one framework. */
export const creditsOf = memo((aims: Aims): readonly Credit[] => {
  const own = aims.frameworks.get('42001');
  if (!own || aims.config.frameworks.length < 2 || aims.mode === 'quiet') return [];
  const others = new Set(aims.config.frameworks.filter((id) => id !== own.id));
  return [...others].flatMap((id) => {
    const framework = aims.frameworks.get(id);
    return framework && !framework.own ? [creditOf(aims, own, framework)] : [];
  });
});

/** A title that names the discipline tells of a clause where the standards ask for different things. */
const DISCIPLINE = /\bAI\b|\binformation security\b|\bquality\b/i;

function creditOf(aims: Aims, own: Framework, framework: Framework): Credit {
  const counterparts = groupBy(
    [...own.clauses.values()].filter((clause) => clause.leaf && clause.shared.has(framework.id)),
    (clause) => clause.shared.get(framework.id)?.id ?? '',
  );
  const clauses = [...framework.clauses.values()].flatMap((clause) => {
    const from = clause.leaf ? counterparts.get(clause.id) : undefined;
    return from ? [credited(aims, own, framework, clause, from)] : [];
  });
  return { framework: framework.id, name: framework.name, short: framework.short, clauses };
}

function credited(
  aims: Aims,
  own: Framework,
  framework: Framework,
  clause: Clause,
  from: readonly Clause[],
): CreditedClause {
  const common = ![clause, ...from].some(({ title }) => DISCIPLINE.test(title)) || isGeneralOf(clause, from);
  const shared = common ? weakest(aims, from) : undefined;
  const direct = bestDirect(aims, own, framework, clause, from, common);
  const base = { id: clause.id, title: clause.title, from: from.map(({ id }) => id), common };
  if (shared && (!direct || RANK(shared.state) >= RANK(direct.state)))
    return {
      ...base,
      state: shared.state,
      why: `By clause ${shared.id} of ISO/IEC 42001: ${shared.why}`,
      ...nextOf(shared),
    };
  if (direct) return { ...base, ...stated(direct) };
  return {
    ...base,
    state: 'missing',
    why: `Its subject is its own, and no document says that it serves ${framework.short}.`,
    next: `Name ${framework.id} in \`frameworks\` of the document that serves both, or \`${framework.id}:${clause.id}\` in \`clauses\` of the one that covers it.`,
  };
}

function stated({ view, state, lacks }: Direct): Pick<CreditedClause, 'state' | 'why' | 'next'> {
  const name = nameOf(view);
  return lacks
    ? {
        state,
        why: `${name} is written for it, too, but no record shows that it was done.`,
        next: `Add a record (${lacks.title}), and name the framework in its \`frameworks\`.`,
      }
    : { state, why: `${name} is written for it, too.` };
}

/** The clause as a whole stands over parts of which some have a subject of their own: 6.1 over 6.1.1 to 6.1.3. */
const isGeneralOf = (clause: Clause, from: readonly Clause[]): boolean =>
  !DISCIPLINE.test(clause.title) && from.length > 1;

const RANK = (state: ClauseState): number => CLAUSE_STATES.indexOf(state);

const nextOf = ({ next }: { readonly next?: string }) => (next === undefined ? {} : { next });

/** Of several clauses that lie in one the one that stands lowest: nothing is credited that is not done. */
function weakest(aims: Aims, from: readonly Clause[]) {
  const ids = new Set(from.map(({ id }) => id));
  return assess(aims)
    .clauses.filter(({ id }) => ids.has(id))
    .reduce((low, one) => (RANK(one.state) < RANK(low.state) ? one : low));
}

interface Direct {
  readonly view: FileView;
  readonly state: DocumentState;
  /** The record that the clause asks for, as its counterpart does, where there is none. */
  readonly lacks?: DocumentKind;
}

/** The best document that says of itself that it covers the clause, or its counterpart for both standards. */
function bestDirect(
  aims: Aims,
  own: Framework,
  framework: Framework,
  clause: Clause,
  from: readonly Clause[],
  common: boolean,
): Direct | undefined {
  const serving = from
    .flatMap(({ id }) => coverageOf(aims).get(id) ?? [])
    .filter(({ view, how }) => how !== 'mention' && serves(view, framework.id))
    .map(({ view }) => view);
  const candidates = [...serving, ...(homesOf(aims).get(`${framework.id}:${clause.id}`) ?? [])];
  const judged = candidates.map((view): Direct => ({ view, state: documentState(view, aims.today) }));
  const best = judged.reduce<Direct | undefined>(
    (top, one) => (!top || isHigher(one.state, top.state) ? one : top),
    undefined,
  );
  const shown = judged.some(({ view, state }) => isRecord(view) && state !== 'mentioned');
  const lacks = shown ? undefined : recordAsked(aims, own, from, common);
  return best && lacks && isHigher(best.state, 'documented') ? { ...best, state: 'documented', lacks } : best;
}

/** A record of the AIMS shows what the standards ask for alike; where each has a subject of its own it shows its own. */
const recordAsked = (aims: Aims, own: Framework, from: readonly Clause[], common: boolean): DocumentKind | undefined =>
  from
    .map((clause) => recordLacking(aims, own, clause, common ? (coverageOf(aims).get(clause.id) ?? []) : []))
    .find((kind) => kind !== undefined);

/** It names the framework in its metadata. */
const serves = ({ document }: FileView, id: FrameworkId): boolean =>
  document.fields.get('frameworks')?.value.includes(id) === true;

/** Documents whose metadata or headings name a clause of another framework, by canonical id. */
const homesOf = memo((aims: Aims): ReadonlyMap<string, readonly FileView[]> => {
  const homes = new Map<string, FileView[]>();
  for (const view of viewsOf(aims)) {
    for (const reference of view.references) {
      const { framework, subject, raw } = reference;
      if (framework === undefined || framework === '42001' || subject !== 'clause' || raw.chapterRange) continue;
      if (!isDeclared(view, reference) && !isSection(view, reference)) continue;
      const id = `${framework}:${raw.id}`;
      homes.set(id, [...(homes.get(id) ?? []), view]);
    }
  }
  return homes;
});

const nameOf = ({ document, file }: FileView): string => document.title?.text ?? file.path;

/** How far a framework is: clauses in date, and those that something covers. */
export const countsOf = ({ clauses }: Credit): { total: number; current: number; covered: number } => ({
  total: clauses.length,
  current: clauses.filter(({ state }) => state === 'current').length,
  covered: clauses.filter(({ state }) => state !== 'missing' && state !== 'mentioned').length,
});
