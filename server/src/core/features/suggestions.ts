import type { Framework } from '../framework/framework';
import type { Aims } from '../model/aims';
import { viewAt } from '../model/file-view';
import { idsBegunBy } from '../model/organization-ids';
import { type SymbolType, symbolsOf } from '../model/symbols';
import { assess } from '../readiness/assess';
import { folderOf } from '../text/path';
import type { Span } from '../text/span';
import { explainId } from './explain';
import type { Suggestion } from './feature';

/** The empty title cell of a row, filled together with the id. */
export interface RowTitle {
  readonly empty: Span;
  /** What keeps the title apart from the next pipe, where nothing does yet. */
  readonly gap: string;
}

/** The controls of a framework, each with where this AIMS stands on it. */
export function controlSuggestions(
  aims: Aims,
  framework: Framework,
  span: Span,
  prefix: string,
  title: RowTitle | undefined,
): readonly Suggestion[] {
  const states =
    framework.id === '42001' && aims.mode !== 'quiet'
      ? new Map(assess(aims).controls.map((one) => [one.id, one.state]))
      : new Map<string, string>();
  return [...framework.controls.values()].map((control, index) => ({
    label: control.id,
    detail: ` ${control.title}`,
    description: states.get(control.id) ?? framework.short,
    kind: 'control',
    edit: { span, newText: `${prefix}${control.id}` },
    ...(title ? { more: [{ span: title.empty, newText: `${control.title}${title.gap}` }] } : {}),
    filterText: `${prefix}${control.id} ${control.title}`,
    sortText: String(index).padStart(3, '0'),
    documentation: () => explainId(framework, control.id, aims.frameworks)?.join('\n\n') ?? '',
  }));
}

export function clauseSuggestions(aims: Aims, framework: Framework, span: Span): readonly Suggestion[] {
  const states =
    aims.mode === 'quiet' ? new Map<string, string>() : new Map(assess(aims).clauses.map((one) => [one.id, one.state]));
  return [...framework.clauses.values()].map((clause, index) => ({
    label: clause.id,
    detail: ` ${clause.title}`,
    description: states.get(clause.id) ?? '',
    kind: 'clause',
    edit: { span, newText: clause.id },
    filterText: `${clause.id} ${clause.title}`,
    sortText: String(index).padStart(3, '0'),
    documentation: () => explainId(framework, clause.id, aims.frameworks)?.join('\n\n') ?? '',
  }));
}

/** Plain values, in their order. */
export const values = (texts: readonly string[], span: Span): readonly Suggestion[] =>
  texts.map((text, index) => ({
    label: text,
    kind: 'value',
    edit: { span, newText: text },
    sortText: String(index).padStart(3, '0'),
  }));

/** Ids with what they are called; a record told of twice is offered once, one without an id by its name. */
export function declaredSuggestions(aims: Aims, type: SymbolType, span: Span): readonly Suggestion[] {
  const declared = symbolsOf(aims)
    .declaredAs(type)
    .filter((one) => !one.byName || one.record?.id === undefined);
  const unique = new Map(declared.map((one) => [one.id, one]));
  return [...unique.values()].slice(0, MOST_SUGGESTIONS).map(({ id, title }, index) => ({
    label: id,
    ...(title === undefined || title === id ? {} : { detail: ` ${title.slice(0, 80)}` }),
    kind: 'document',
    edit: { span, newText: id },
    filterText: `${id} ${title ?? ''}`,
    sortText: String(index).padStart(3, '0'),
  }));
}

/** Nobody reads a longer list; what is typed narrows it. */
export const MOST_SUGGESTIONS = 500;

/** A key to be written; one that has its colon already keeps it. */
export const keySuggestion = (
  text: string,
  span: Span,
  key: string,
  sortText: string,
  documentation: () => string,
): Suggestion => ({
  label: key,
  kind: 'key',
  edit: { span, newText: /^["']?\s*:/.test(text.slice(span.end, span.end + 9)) ? key : `${key}: ` },
  sortText,
  documentation,
});

/** Of several members the one at the caret: `[triage-bot, ]`, `R-01; `. */
export function memberSpan(text: string, span: Span, offset: number): Span {
  const lead = /^.*[,;[]\s*/s.exec(text.slice(span.start, offset))?.[0].length ?? 0;
  const rest = /^[^,;\]]*/.exec(text.slice(offset, Math.max(span.end, offset)))?.[0] ?? '';
  return { start: span.start + lead, end: offset + rest.trimEnd().length };
}

/** A number without quotes is a number to YAML: 7.10 would become 7.1. */
export const quotedIn = (text: string, one: Suggestion): Suggestion =>
  /["']/.test(text.charAt(one.edit.span.start - 1))
    ? one
    : { ...one, edit: { ...one.edit, newText: `"${one.edit.newText}"` } };

/** Owners and approvers named anywhere, the commonest first. */
export function peopleOf(aims: Aims): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of aims.files.keys()) {
    const fields = viewAt(aims, path)?.document.fields;
    for (const name of [fields?.get('owner')?.value, fields?.get('approver')?.value]) {
      if (name !== undefined && name !== '' && name.length < 60) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name)
    .slice(0, 30);
}

/** A path as it is written in a link from another file; `depth` is how many folders deep that file is. */
export function linkTo(from: string, to: string, depth: number): string {
  const folder = folderOf(from);
  if (folder === '' || to.startsWith(`${folder}/`))
    return (folder === '' ? to : to.slice(folder.length + 1)).replaceAll(' ', '%20');
  return `${'../'.repeat(depth)}${to}`.replaceAll(' ', '%20');
}

/** The declared ids of a form that the settings name, for what stands before the caret. */
export function ownIdSuggestions(aims: Aims, before: string, offset: number, end: number): readonly Suggestion[] {
  const typed = /[\p{L}\p{N}_-]+$/u.exec(before)?.[0] ?? '';
  return idsBegunBy(aims, typed).map(({ id, title = '' }) => ({
    label: id,
    detail: ` ${title}`,
    kind: 'value',
    edit: { span: { start: offset - typed.length, end }, newText: id },
    sortText: id,
  }));
}
