import type { Framework } from '../framework/framework';
import { memo } from '../query/memo';
import { Intervals } from '../text/intervals';
import { lineSpanAt } from '../text/line-index';
import { matchesOf } from '../text/matches';
import { placesOf } from '../text/places';
import type { Span } from '../text/span';
import type { SourceFile } from './aims';
import type { RawReference } from './facts';
import { fencesOf } from './fences';

/** How references to one framework of the organization are found. */
interface Finder {
  readonly framework: Framework;
  /** A name of it. */
  readonly name: RegExp;
  /** `harbour-ai:HB-2.1`: whatever follows is meant as an id of it. */
  readonly prefixed: RegExp;
  /** Its own ids that no standard could have, as whole words. */
  readonly ids: RegExp | undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The longest first, so that none is taken for the beginning of another. */
const anyOf = (texts: readonly string[]): string =>
  [...texts]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
    .replace(/ +/g, '[ \\u00a0]+');

const TOKEN = '(?=[\\p{L}._-]{0,40}\\d)[\\p{L}\\p{N}]+(?:[._-][\\p{L}\\p{N}]+)*';

const finderOf = memo((framework: Framework): Finder => {
  const names = anyOf(framework.own?.names ?? []);
  const ids = [...framework.controls.keys(), ...framework.clauses.keys()].filter(isDistinct);
  return {
    framework,
    name: new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${names})(?![\\p{L}\\p{N}_-])`, 'giu'),
    prefixed: new RegExp(`(?<![\\p{L}\\p{N}_.:-])(?:${names}):(${TOKEN})`, 'giu'),
    ids:
      ids.length === 0
        ? undefined
        : new RegExp(`(?<![\\p{L}\\p{N}_.:/-])(?:${anyOf(ids)})(?![\\p{L}\\p{N}_/-]|\\.\\d)`, 'gu'),
  };
});

/** It has a letter, and is not written like a control or guidance of an Annex. */
const isDistinct = (id: string): boolean => /\p{L}/u.test(id) && !/^[AB]\.\d/.test(id);

/**
 * The references of a file as they read where the organization has frameworks of its own: one that stands beside the
 * name of such a framework is a reference to it, and ids of its own form are found. In the order of the text.
 */
export function withOwnReferences(file: SourceFile, own: readonly Framework[]): readonly RawReference[] {
  if (own.length === 0) return file.facts.references;
  const finders = own.map(finderOf);
  const found = finders.flatMap((finder) => newReferences(file, finder));
  const taken = spansOf(found);
  const kept = file.facts.references.filter((raw) => !taken.meet(raw.span));
  const named = kept.map((raw) => finders.reduce((one, finder) => ownMeaning(file, one, finder), raw));
  return [...named, ...found].sort((a, b) => a.span.start - b.span.start);
}

const spansOf = (parts: readonly { readonly span: Span }[]): Intervals => new Intervals(parts.map(({ span }) => span));

function newReferences(file: SourceFile, { framework, prefixed, ids }: Finder): readonly RawReference[] {
  const silent = SILENT(file);
  const explicit = matchesOf(prefixed, file.text)
    .map((match) => reference(file, framework, match[1] ?? '', spanOf(match)))
    .filter(({ id, span }) => OPENINGS(framework).has(openingOf(id)) && !silent.meet(span));
  const taken = spansOf(explicit);
  const bare = (ids ? matchesOf(ids, file.text) : [])
    .map((match) => reference(file, framework, match[0], spanOf(match)))
    .filter(({ span }) => !taken.meet(span) && !silent.meet(span));
  return [...explicit, ...bare];
}

const spanOf = ({ 0: text, index }: RegExpExecArray): Span => ({ start: index, end: index + text.length });

/** Addresses and code, in which an id is a part of something else. */
const SILENT = memo(
  (file: SourceFile): Intervals =>
    spansOf([...file.facts.links.filter(({ kind }) => kind !== 'value'), ...fencesOf(file)]),
);

/** What ids of the framework begin with: `harbour-ai:2.1` may as well be the tag of an image where no id is a number. */
const OPENINGS = memo(
  (framework: Framework): ReadonlySet<string> =>
    new Set([...framework.controls.keys(), ...framework.clauses.keys()].map(openingOf)),
);

const openingOf = (id: string): string => id.replace(/\d.*$/, '');

function reference(file: SourceFile, framework: Framework, id: string, span: Span): RawReference {
  const form = framework.clauses.has(id) ? 'clause' : 'annex-a';
  const place = placeAt(file, span);
  const title = place === 'prose' ? undefined : titleAfter(file, span);
  return { form, id, span, place, explicit: framework.id, ...(title ? { title } : {}) };
}

function placeAt(file: SourceFile, span: Span): RawReference['place'] {
  const { headings, frontMatter, grids } = PARTS(file);
  if (headings.meet(span)) return 'heading';
  if (frontMatter.meet(span)) return 'metadata';
  return grids.meet(span) ? 'cell' : 'prose';
}

/** Where what stands in a file. */
const PARTS = memo(({ facts }: SourceFile) => ({
  headings: spansOf(facts.headings),
  frontMatter: new Intervals(facts.frontMatter ? [facts.frontMatter] : []),
  grids: spansOf(facts.grids),
}));

/** The words after an id in its heading or cell. */
function titleAfter({ text }: SourceFile, { end }: Span): RawReference['title'] {
  const rest = text.slice(end, lineSpanAt(text, end).end).slice(0, 160);
  const match = /^[ \t]*[:.–—-]?[ \t]+(\p{Lu}[^|\n\r,;"'[\]]*[^\s|,;"'[\]*#])/u.exec(rest);
  if (!match?.[1]) return undefined;
  const start = end + match[0].length - match[1].length;
  return { text: match[1], span: { start, end: start + match[1].length } };
}

/** What may stand between the name of a framework and the id it belongs to. */
const GAP = /^[\s:,;()§–—-]*(?:(?:annex|controls?|clauses?|cl\.|section)[\s:,()§]*)*$/iu;

/** A reference in a form of the standards, taken for one of this framework where its name stands in a stronger place. */
function ownMeaning(file: SourceFile, raw: RawReference, { framework, name }: Finder): RawReference {
  if (raw.form === 'annex-b' || raw.explicit !== undefined || !hasIdsLike(framework, raw)) return raw;
  const line = lineSpanAt(file.text, raw.span.start);
  const names = matchesOf(name, file.text.slice(line.start, line.end)).map((match) => ({
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }));
  const before = names.findLast(({ end }) => end <= raw.span.start);
  if (before && GAP.test(file.text.slice(before.end, raw.span.start))) return { ...raw, explicit: framework.id };
  if (raw.column !== undefined) return raw;
  const column = headerOver(file, raw.span);
  if (column !== undefined && has(name, column)) return { ...raw, column: framework.id };
  if (raw.line !== undefined) return raw;
  if (names.length > 0) return { ...raw, line: framework.id };
  const headings = file.facts.headings.filter(
    ({ section, span }) => section.start <= raw.span.start && raw.span.end <= section.end && span.end <= raw.span.start,
  );
  return raw.heading === undefined && headings.some(({ text }) => has(name, text))
    ? { ...raw, heading: framework.id }
    : raw;
}

const has = (name: RegExp, text: string): boolean => matchesOf(name, text).length > 0;

/** A framework that numbers nothing like this cannot be meant. */
const hasIdsLike = (framework: Framework, { form }: RawReference): boolean =>
  form === 'clause' ? framework.clauses.size > 0 : LIKE_ANNEX(framework);

const LIKE_ANNEX = memo((framework: Framework): boolean =>
  [...framework.controls.keys()].some((id) => /^A\.\d/.test(id)),
);

/** The header of the column that a place of a table stands in. */
function headerOver(file: SourceFile, { start, end }: Span): string | undefined {
  const rows = ROWS(file);
  const at = rows.starts.firstFrom(start + 1) - 1;
  const { grid, row } = rows.all[at] ?? {};
  const column =
    row?.cells.findIndex((cell) => cell !== undefined && cell.span.start <= start && end <= cell.span.end) ?? -1;
  return grid?.header[column]?.text;
}

/** The rows of all tables, in the order of the text. */
const ROWS = memo(({ facts }: SourceFile) => {
  const all = facts.grids
    .flatMap((grid) => grid.rows.map((row) => ({ grid, row })))
    .sort((a, b) => a.row.span.start - b.row.span.start);
  return { all, starts: placesOf(all.map(({ row }) => row.span)) };
});
