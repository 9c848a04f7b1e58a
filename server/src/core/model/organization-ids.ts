import { memo } from '../query/memo';
import type { Config } from '../records/config';
import { Intervals } from '../text/intervals';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import type { Aims } from './aims';
import { fencesOf } from './fences';
import { type FileView, viewsOf } from './file-view';
import { unknownReferencesIn } from './record-references';
import { type Declaration, declarationsIn, declarationsOf } from './symbols';

/** A form that ids of the organization have, by the settings. */
export interface IdForm {
  readonly type: string;
  readonly pattern: string;
  /** What comes before the first sign that stands for others. */
  readonly prefix: string;
  /** Finds ids of the form as whole words. */
  readonly finds: RegExp;
}

export const idFormsOf = memo(({ ids }: Config): readonly IdForm[] =>
  ids.map(({ type, pattern }) => ({
    type,
    pattern,
    prefix: /^[^#*]*/.exec(pattern)?.[0] ?? '',
    finds: new RegExp(`(?<![\\p{L}\\p{N}_/.-])${sourceOf(pattern)}(?![\\p{L}\\p{N}_/-])`, 'gu'),
  })),
);

/** Repetitions are bounded, and the schema keeps them apart, so that no text takes long to search. */
const sourceOf = (pattern: string): string =>
  (pattern.match(/#+|\*|[^#*]/gu) ?? [])
    .map((part) => {
      if (part === '*') return '[\\p{L}\\p{N}]{1,40}';
      return part.startsWith('#') ? `\\d{${part.length},12}` : part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    })
    .join('');

/** An id of a known form that nothing declares. */
export interface LostId {
  readonly id: string;
  readonly form: IdForm;
  readonly span: Span;
}

/** Mentions in a file of ids that nothing declares; those of fields about which more can be said are left to `unknownReferencesIn`. */
export function lostIdsIn(view: FileView, aims: Aims): readonly LostId[] {
  const forms = idFormsOf(aims.config);
  const { file } = view;
  if (forms.length === 0 || view.document.template || aims.config.sources.includes(file.path)) return [];
  const written = forms.flatMap((form) =>
    matchesOf(form.finds, file.text).map(({ 0: id, index }) => ({
      id,
      form,
      span: { start: index, end: index + id.length },
    })),
  );
  const undeclared = written.filter(({ id }) => declarationsOf(aims, id).length === 0);
  if (undeclared.length === 0) return [];
  const elsewhere = new Intervals(
    [...file.facts.links, ...unknownReferencesIn(aims, view), ...fencesOf(file)].map(({ span }) => span),
  );
  return undeclared.filter(({ span }) => !elsewhere.hold(span.start));
}

/** The declared ids of the forms that what is typed may become. */
export function idsBegunBy(aims: Aims, typed: string): readonly Declaration[] {
  const forms = idFormsOf(aims.config).filter(
    ({ prefix }) => prefix !== '' && (typed.startsWith(prefix) || prefix.startsWith(typed)),
  );
  if (typed.length < 2 || forms.length === 0) return [];
  const all = viewsOf(aims).flatMap((view) => declarationsIn(view, aims.frameworks));
  const found = all.filter(({ id, byName }) => !byName && forms.some((form) => isWhole(form, id)));
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

const isWhole = ({ finds }: IdForm, id: string): boolean => matchesOf(finds, id)[0]?.[0] === id;
