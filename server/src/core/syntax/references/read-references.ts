import type { FrameworkId } from '../../framework/framework';
import type { NamedStandard, RawReference, Text } from '../../model/facts';
import type { Span } from '../../text/span';
import { clauseList, type FoundId, findIds } from './grammar';
import { hasAnnexControls, hasClauses } from './standards';

/** A piece of text with what surrounds it. `masked` starts at `base` of the file. */
export interface ReferenceContext {
  readonly masked: string;
  readonly base: number;
  readonly place: RawReference['place'];
  /** Standards named in the same paragraph or table row, in order. */
  readonly standards: readonly NamedStandard[];
  /** Standards named by the enclosing headings, the nearest heading first. */
  readonly headings: readonly (readonly FrameworkId[])[];
  /** Standards named in the header of the column. */
  readonly column: readonly FrameworkId[];
  /** The column is one for clauses, so that a lone number in it is one. */
  readonly clauseColumn: boolean;
  /** The column holds versions, scores and the like, in which a lone number is no clause. */
  readonly valueColumn?: boolean;
}

export function readReferences(context: ReferenceContext): readonly RawReference[] {
  // Every form of the grammar has a number.
  if (!/\d/.test(context.masked)) return [];
  const named = findIds(context.masked);
  const unnamed = unnamedClauses(context);
  const found = unnamed.length === 0 ? named : [...named, ...unnamed].sort((a, b) => a.span.start - b.span.start);
  return found.map((id, index) => describe(context, id, found[index + 1]));
}

/** `ISO/IEC 42001:2023 §8.4`, `42001:6.1.3(f)` and lone numbers in a column of clauses. */
function unnamedClauses(context: ReferenceContext): FoundId[] {
  const found: FoundId[] = [];
  for (const { framework, span } of context.standards) {
    if (!hasClauses(framework)) continue;
    const from = span.end - context.base;
    const gap = from < 0 ? undefined : AFTER_STANDARD.exec(context.masked.slice(from, from + 40));
    if (gap) found.push(...clauseList(context.masked, from + gap[0].length));
  }
  return found.length > 0 || context.place !== 'cell' ? found : loneNumbers(context);
}

const AFTER_STANDARD = /^(?:\s*[:,]?\s*§+\s*(?=\d)|(?::|\s*,?\s*\(?)(?=\d{1,2}\.\d{1,2}(?!\d)))/;
const LONE = /^\s*(?=\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?:\s?\([a-z]\))?(?:\s*(?:[,;/·&–—-]|and|und|$)|\s+\p{Lu}|\s*:))/u;

function loneNumbers(context: ReferenceContext): FoundId[] {
  if (context.valueColumn) return [];
  const start =
    context.clauseColumn || context.standards.some((s) => hasClauses(s.framework)) ? LONE.exec(context.masked) : null;
  return start ? clauseList(context.masked, start[0].length).map((id) => ({ ...id, named: false })) : [];
}

function describe(context: ReferenceContext, found: FoundId, next: FoundId | undefined): RawReference {
  const { masked, base } = context;
  const explicit = explicitStandard(context, found);
  const start = explicit?.joined ? explicit.start : base + found.span.start;
  const line = explicit ? undefined : lineStandard(context, found);
  const heading = decided(context.headings, found.form);
  const column = context.column.length === 1 ? columnOf(context, found.form) : undefined;
  const title = titleAfter(masked, base, found, next, context.place);
  // Filled in step by step: there are many of them, and spreading an object for each field takes most of the time.
  const reference: Draft = {
    form: found.form,
    id: found.id,
    span: { start, end: base + found.span.end },
    place: context.place,
  };
  if (found.item !== undefined) reference.item = found.item;
  if (explicit) reference.explicit = explicit.framework;
  if (column !== undefined) reference.column = column;
  if (line !== undefined) reference.line = line;
  if (heading !== undefined) reference.heading = heading;
  if (title) reference.title = title;
  if (found.chapterRange) reference.chapterRange = true;
  if (found.form === 'clause' && found.named !== true) reference.bare = true;
  return reference;
}

type Draft = { -readonly [K in keyof RawReference]: RawReference[K] };

const suits = (framework: FrameworkId, form: RawReference['form']): boolean =>
  form === 'clause' ? hasClauses(framework) : hasAnnexControls(framework);

function columnOf(context: ReferenceContext, form: RawReference['form']): FrameworkId | undefined {
  const framework = context.column[0];
  return framework !== undefined && suits(framework, form) ? framework : undefined;
}

/** What may stand between the name of a standard and the id it belongs to. */
const GAP =
  /^[\s:,;()§/_–—-]*(?:(?:annex(?:e)?|anexo|anhang|controls?|clauses?|sub-?clauses?|cl\.|section|klauseln?|cláusulas?|kontrollen?|maßnahmen?)[\s:,.()§A-]*)*$/iu;

function explicitStandard(
  context: ReferenceContext,
  found: FoundId,
): { framework: FrameworkId; start: number; joined: boolean } | undefined {
  const at = context.base + found.span.start;
  const before = context.standards.findLast((s) => s.span.end <= at && suits(s.framework, found.form));
  if (!before || before.span.end < context.base || at - before.span.end > 40) return undefined;
  const gap = context.masked.slice(before.span.end - context.base, found.span.start);
  if (!GAP.test(gap)) return undefined;
  return { framework: before.framework, start: before.span.start, joined: gap === '' || gap === ':' };
}

/** The standard named in the same line: the last one before the id, else the first one after it. */
function lineStandard(context: ReferenceContext, found: FoundId): FrameworkId | undefined {
  if (context.standards.length === 0) return undefined;
  const suiting = context.standards.filter((standard) => suits(standard.framework, found.form));
  if (suiting.length === 0) return undefined;
  const at = context.base + found.span.start;
  const own = suiting.filter((s) => sameLine(context, s, found));
  const near = own.length > 0 ? own : suiting;
  const inBrackets = near.find(
    (s) => s.span.start >= at && /^\s*[([]\s*$/.test(context.masked.slice(found.span.end, s.span.start - context.base)),
  );
  return (inBrackets ?? near.filter((s) => s.span.end <= at).at(-1) ?? near[0])?.framework;
}

function sameLine(context: ReferenceContext, standard: NamedStandard, found: FoundId): boolean {
  const at = context.base + found.span.start;
  const from = Math.min(at, standard.span.start) - context.base;
  const to = Math.max(at, standard.span.start) - context.base;
  return from < 0 || to > context.masked.length || !context.masked.slice(from, to).includes('\n');
}

/** The nearest list that names exactly one suiting standard decides. */
function decided(lists: readonly (readonly FrameworkId[])[], form: RawReference['form']): FrameworkId | undefined {
  for (const list of lists) {
    const only = onlySuiting(list, form);
    if (only !== undefined) return only;
  }
  return undefined;
}

function onlySuiting(list: readonly FrameworkId[], form: RawReference['form']): FrameworkId | undefined {
  let only: FrameworkId | undefined;
  for (const framework of list) {
    if (framework === only || !suits(framework, form)) continue;
    if (only !== undefined) return undefined;
    only = framework;
  }
  return only;
}

const SEPARATOR = /^\s*(?:[:–—]|-\s)\s*|^\s*\(\s*(?=\p{Lu})/u;

/** The text after an id that may be its title: all of a heading or cell, in prose only after a separator. */
function titleAfter(
  masked: string,
  base: number,
  found: FoundId,
  next: FoundId | undefined,
  place: string,
): Text | undefined {
  const from = found.span.end;
  const limit = Math.min(next?.span.start ?? masked.length, from + 160);
  const line = firstLine(masked.slice(from, limit));
  if (line === '') return undefined;
  const lead = place === 'prose' ? leadTitle(masked, found, line) : undefined;
  if (lead !== undefined) return { text: lead, span: spanFrom(base + from + line.indexOf(lead), lead.length) };
  const separator =
    SEPARATOR.exec(line)?.[0] ?? (place === 'prose' || place === 'metadata' ? undefined : /^[\s.)]+/.exec(line)?.[0]);
  if (separator === undefined) return undefined;
  const rest = line.slice(separator.length);
  const text = (separator.includes('(') ? (rest.split(')', 1)[0] ?? '') : rest).replace(/[\s,;.|(*–—-]+$/u, '');
  if (!/^["“„«'‘]?\p{L}/u.test(text)) return undefined;
  return { text, span: spanFrom(base + from + separator.length, text.length) };
}

function firstLine(text: string): string {
  const end = text.search(/[\n\r]/);
  return end < 0 ? text : text.slice(0, end);
}

const spanFrom = (start: number, length: number): Span => ({ start, end: start + length });

/** `**A.7.4 Quality of data:** …` opens a line the way a heading does. */
function leadTitle(masked: string, found: FoundId, line: string): string | undefined {
  if (!line.includes(':')) return undefined;
  const title = /^[ \t]+(\p{Lu}[^:.;\n]{2,80}?)\s*:/u.exec(line)?.[1];
  if (title === undefined) return undefined;
  const before = masked.slice(Math.max(0, found.span.start - 24), found.span.start);
  return /(?:^|\n)[\s>*+-]*$/.test(before) ? title : undefined;
}
