import type { FrameworkId } from '../framework/framework';
import type { Place } from '../model/place';
import type { CivilDate } from '../text/civil-date';

/** The rungs of a control, lowest first; `excluded` stands beside the ladder. */
export const CONTROL_STATES = [
  'unaddressed',
  'undecided',
  'excluded',
  'planned',
  'in-progress',
  'implemented',
  'evidenced',
  'current',
] as const;
export type ControlState = (typeof CONTROL_STATES)[number];

/** The rungs of a clause, lowest first. */
export const CLAUSE_STATES = ['missing', 'mentioned', 'documented', 'approved', 'current'] as const;
export type ClauseState = (typeof CLAUSE_STATES)[number];

/** Where one clause or control stands, why, and what would raise it. */
export interface Standing<State extends string> {
  readonly framework: FrameworkId;
  readonly id: string;
  readonly title: string;
  readonly state: State;
  /** Why it stands here and not one rung higher, as a sentence. */
  readonly why: string;
  /** What to do next, as a sentence; absent where nothing is left to do. */
  readonly next?: string;
  /** Where to look, the most telling place first. */
  readonly places: readonly (Place & { readonly label: string })[];
  /** When the state falls due for renewal. */
  readonly due?: CivilDate;
}

export type ControlStanding = Standing<ControlState> & { readonly domain: string };
export type ClauseStanding = Standing<ClauseState>;

/** The rungs of what is asked of one AI system, lowest first; `not-needed` stands beside the ladder. */
export const ASPECT_STATES = ['not-needed', ...CLAUSE_STATES] as const;
export type AspectState = (typeof ASPECT_STATES)[number];

/** What the standard asks for about every AI system, in the order of its life. */
export const SYSTEM_ASPECTS = [
  'inventory',
  'responsibility',
  'impact-assessment',
  'risk-assessment',
  'risk-treatment',
  'data',
  'verification',
  'deployment',
  'monitoring',
  'suppliers',
] as const;
export type SystemAspect = (typeof SYSTEM_ASPECTS)[number];

/** Where one AI system stands in one respect. `basis` holds the clauses and controls that ask for it. */
export type AspectStanding = Standing<AspectState> & { readonly id: SystemAspect; readonly basis: readonly string[] };

/** Where one AI system of the inventory stands, in every respect. */
export interface SystemStanding {
  /** Its id, or its name where it has none. */
  readonly id: string;
  readonly title: string;
  readonly owner?: string;
  /** How many of the aspects that are needed are current. */
  readonly met: number;
  readonly total: number;
  readonly aspects: readonly AspectStanding[];
  readonly place: Place;
}

/** One thing a certification stage asks to see. */
export interface StageItem {
  readonly kind: string;
  readonly title: string;
  readonly met: boolean;
  readonly why: string;
  readonly place?: Place;
  readonly owner?: string;
  /** When it has to be looked at again. */
  readonly due?: CivilDate;
}

export interface StageStanding {
  readonly id: string;
  readonly title: string;
  readonly total: number;
  readonly met: number;
  readonly items: readonly StageItem[];
}

/** Where one document stands; a template or one out of force covers nothing. */
export interface DocumentStanding {
  readonly title: string;
  /** Title of its kind. */
  readonly kind: string;
  readonly kindId: string;
  /** It shows that something was done, and is not reviewed but made again. */
  readonly isRecord: boolean;
  readonly state: 'template' | 'withdrawn' | 'documented' | 'approved' | 'current';
  readonly why: string;
  readonly next?: string;
  readonly owner?: string;
  readonly due?: CivilDate;
  readonly place: Place;
}

/** Something that has to be done by a day. */
export interface DueItem {
  readonly on: CivilDate;
  /** From today; negative where it is overdue. */
  readonly days: number;
  readonly label: string;
  readonly why?: string;
  readonly owner?: string;
  readonly place?: Place;
}

/** Readiness of one AIMS: the same numbers in tree, status bar, terminal and pull request. */
export interface Readiness {
  /** All controls of the AIMS framework, in the order of Annex A. */
  readonly controls: readonly ControlStanding[];
  /** The lowest-level clauses, in order. */
  readonly clauses: readonly ClauseStanding[];
  readonly stage1: StageStanding;
  readonly stage2: StageStanding;
  /** Every document of a recognized kind, in the order of paths. */
  readonly documents: readonly DocumentStanding[];
  /** Every AI system of the inventory, in the order of appearance. */
  readonly systems: readonly SystemStanding[];
  /** The earliest first. */
  readonly due: readonly DueItem[];
  /** The few things most worth doing now. */
  readonly next: readonly { readonly label: string; readonly text: string; readonly place?: Place }[];
}
