import type { Clause, Framework, FrameworkId } from '../framework/framework';
import type { Aims } from '../model/aims';
import { coverageOf, isDeclared, isSection } from '../model/coverage';
import { type FileView, viewsOf } from '../model/file-view';
import { groupBy } from '../query/group';
import { memo } from '../query/memo';
import { assess } from './assess';
import { type DocumentState, documentState, isHigher } from './documents';
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
    return from ? [credited(aims, framework, clause, from)] : [];
  });
  return { framework: framework.id, name: framework.name, short: framework.short, clauses };
}

function credited(aims: Aims, framework: Framework, clause: Clause, from: readonly Clause[]): CreditedClause {
  const common = ![clause, ...from].some(({ title }) => DISCIPLINE.test(title)) || isGeneralOf(clause, from);
  const shared = common ? weakest(aims, from) : undefined;
  const direct = bestDirect(aims, framework, clause, from);
  const base = { id: clause.id, title: clause.title, from: from.map(({ id }) => id), common };
  if (shared && (!direct || RANK(shared.state) >= RANK(direct.state)))
    return {
      ...base,
      state: shared.state,
      why: `By clause ${shared.id} of ISO/IEC 42001: ${shared.why}`,
      ...nextOf(shared),
    };
  if (direct) return { ...base, state: direct.state, why: `${nameOf(direct.view)} is written for it, too.` };
  return {
    ...base,
    state: 'missing',
    why: `Its subject is its own, and no document says that it serves ${framework.short}.`,
    next: `Name ${framework.id} in \`frameworks\` of the document that serves both, or \`${framework.id}:${clause.id}\` in \`clauses\` of the one that covers it.`,
  };
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
}

/** The best document that says of itself that it covers the clause, or its counterpart for both standards. */
function bestDirect(aims: Aims, framework: Framework, clause: Clause, from: readonly Clause[]): Direct | undefined {
  const serving = from
    .flatMap(({ id }) => coverageOf(aims).get(id) ?? [])
    .filter(({ view, how }) => how !== 'mention' && serves(view, framework.id))
    .map(({ view }) => view);
  const candidates = [...serving, ...(homesOf(aims).get(`${framework.id}:${clause.id}`) ?? [])];
  return candidates
    .map((view): Direct => ({ view, state: documentState(view, aims.today) }))
    .reduce<Direct | undefined>((best, one) => (!best || isHigher(one.state, best.state) ? one : best), undefined);
}

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
