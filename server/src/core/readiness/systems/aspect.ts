import type { Aims } from '../../model/aims';
import { isHigher } from '../documents';
import type { AspectStanding, SystemAspect } from '../readiness';
import type { AboutSystem } from './about-systems';
import { type Footing, weakest } from './footing';
import type { SystemEntry } from './system-entries';

/** The system that is judged, and what is known about it. */
export interface Judged {
  readonly aims: Aims;
  readonly entry: SystemEntry;
  readonly about: AboutSystem;
}

/** What an aspect comes to. */
export type Judgement = Pick<AspectStanding, 'state' | 'why' | 'next' | 'due' | 'places'>;

/** One thing the standard asks about every system. */
export interface Aspect {
  readonly id: SystemAspect;
  readonly title: string;
  /** The clauses and controls that ask for it. */
  readonly basis: readonly string[];
  readonly judge: (judged: Judged) => Judgement;
}

/** Nothing is there; the place is where it would be named. */
export const missing = ({ entry }: Judged, why: string, next: string): Judgement => ({
  state: 'missing',
  why,
  next,
  places: [entryPlace(entry)],
});

export const notNeeded = (judged: Judged, because: string): Judgement => ({
  state: 'not-needed',
  why: `Not needed, because ${because}.`,
  places: [entryPlace(judged.entry)],
});

/** As firm as the ground it stands on. */
export const standsOn = (footing: Footing, others: readonly Footing[] = []): Judgement => ({
  state: footing.state,
  why: footing.why,
  ...(footing.next === undefined ? {} : { next: footing.next }),
  ...(footing.due === undefined ? {} : { due: footing.due }),
  places: placesOf([footing, ...others]),
});

/** Not above a rung, whatever it stands on. */
export const atMost = (
  state: 'mentioned' | 'documented' | 'approved',
  footings: readonly Footing[],
  why: string,
  next: string,
): Judgement => {
  const lowest = weakest(footings);
  return lowest && isHigher(state, lowest.state)
    ? standsOn(lowest, footings)
    : { state, why, next, places: placesOf(footings) };
};

/** More than fit on a screen help nobody. */
const SHOWN_PLACES = 8;

const placesOf = (footings: readonly Footing[]): Judgement['places'] => {
  const places = new Map(footings.map(({ place }) => [`${place.file}:${place.span.start}`, place]));
  return [...places.values()].slice(0, SHOWN_PLACES);
};

export const entryPlace = ({ records: [record], name }: SystemEntry): Judgement['places'][number] => ({
  file: record.file.path,
  span: record.id?.span ?? record.name?.span ?? record.span,
  label: name,
});

/** `R-01`, `R-01 and R-02`, `R-01, R-02 and 3 more`. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 3 ? 2 : 3).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
