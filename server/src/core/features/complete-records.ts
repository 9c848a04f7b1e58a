import type { CellPlace } from '../cursor/cursor';
import type { Aims } from '../model/aims';
import type { FileView } from '../model/file-view';
import { fieldOfColumn } from '../model/record-columns';
import { recordTablesOf } from '../model/records';
import { symbolsOf } from '../model/symbols';
import type { Referent } from '../records/field';
import { fieldNamed, type RecordField, type RecordType } from '../records/record-type';
import { recordTypeNamed } from '../records/record-types';
import { meaningsOf, typesNamed } from '../records/vocabulary';
import { type ListItem, listItemAt } from '../syntax/yaml/list-item';
import { lineSpanAt } from '../text/line-index';
import { folderOf } from '../text/path';
import type { Span } from '../text/span';
import type { Suggestion } from './feature';
import { recordFieldText } from './record-prose';
import {
  clauseSuggestions,
  controlSuggestions,
  declaredSuggestions,
  keySuggestion,
  linkTo,
  MOST_SUGGESTIONS,
  memberSpan,
  peopleOf,
  quotedIn,
  values,
} from './suggestions';

/** Keys and values of an item in a list of records; nothing where the list is of something else. */
export function recordYamlSuggestions(aims: Aims, view: FileView, offset: number): readonly Suggestion[] | undefined {
  const { text } = view.file;
  const item = listItemAt(text, offset);
  const type = item && typeOfItem(aims, view, item, offset);
  if (!type) return undefined;
  const before = text.slice(lineSpanAt(text, offset).start, offset);
  const key = /^(\s*(?:-\s+)?)([\p{L}_]*)$/u.exec(before);
  if (key && item.under === undefined) return missingKeys(text, type, item.keys, wordSpan(text, offset));
  const pair = /^\s*(?:-\s+)?["']?([\p{L}\p{N}_ -]+?)["']?:\s+(.*)$/u.exec(before);
  const name = item.under ?? pair?.[1];
  if (name === undefined) return undefined;
  return fieldSuggestions(aims, view, type, name, pair?.[2] ?? before.replace(/^\s*-\s*/, ''), offset);
}

/** By the key of the list; where several types have lists of that name, by what was recognized. */
function typeOfItem(aims: Aims, view: FileView, item: ListItem, offset: number): RecordType | undefined {
  const table = recordTablesOf(aims, view.file).find(
    ({ grid }) => grid.source === 'yaml' && grid.span.start <= offset && offset <= grid.span.end + 1,
  );
  const named = item.list === undefined ? [] : typesNamed(item.list);
  if (table && (item.list === undefined || named.includes(table.type.name))) return table.type;
  const kind = view.document.kind?.id ?? '';
  const types = named.flatMap((name) => recordTypeNamed(name) ?? []);
  return types.find((type) => type.registers.includes(kind)) ?? types[0];
}

/** Keys that a record lacks, the required ones first. */
export function missingKeys(
  text: string,
  type: RecordType,
  present: readonly string[],
  span: Span,
): readonly Suggestion[] {
  const known = new Set(present.map((key) => meaningsOf(key).get(type.name)?.field));
  return type.fields
    .filter((field) => !known.has(field.name))
    .map((field, index) => ({
      ...keySuggestion(text, span, field.name, `${field.required ? 0 : 1}${String(index).padStart(3, '0')}`, () =>
        recordFieldText(type, field),
      ),
      description: field.required ? `${type.title}, required` : type.title,
    }));
}

/** What the column of a table of records expects; nothing where it is no field of theirs. */
export function recordCellSuggestions(
  aims: Aims,
  view: FileView,
  place: CellPlace,
  span: Span,
  offset: number,
): readonly Suggestion[] | undefined {
  const table = recordTablesOf(aims, view.file).find((one) => one.grid === place.grid);
  const name = table && fieldOfColumn(table, place.column);
  const field = table && name !== undefined ? fieldNamed(table.type, name) : undefined;
  if (!field) return undefined;
  return recordValues(aims, view, field, field.list ? memberSpan(view.file.text, span, offset) : span, false);
}

function fieldSuggestions(
  aims: Aims,
  view: FileView,
  type: RecordType,
  key: string,
  typed: string,
  offset: number,
): readonly Suggestion[] | undefined {
  const name = meaningsOf(key).get(type.name)?.field;
  const field = name === undefined ? undefined : fieldNamed(type, name);
  if (!field) return undefined;
  const inList = /^\s*\[/.test(typed);
  const member = inList || field.list ? (/[^[,;]*$/.exec(typed)?.[0] ?? '') : typed;
  const bare = member.replace(/^[\s"']+/, '');
  const span = { start: offset - bare.length, end: wordSpan(view.file.text, offset).end };
  return recordValues(aims, view, field, span, true);
}

/** What a field of a record takes, in YAML or in a table. */
export function recordValues(
  aims: Aims,
  view: FileView,
  field: RecordField,
  span: Span,
  yaml: boolean,
): readonly Suggestion[] {
  if (field.values) return vocabulary(field.values, span);
  if (field.date) return values([aims.today], span);
  return (field.refersTo ?? []).flatMap((referent, order) =>
    referentSuggestions(aims, view, referent, span, yaml).map((one) => ({
      ...one,
      sortText: `${order}${one.sortText}`,
    })),
  );
}

const vocabulary = (meanings: Readonly<Record<string, string>>, span: Span): readonly Suggestion[] =>
  Object.entries(meanings).map(([value, meaning], index) => ({
    label: value,
    description: meaning,
    kind: 'value',
    edit: { span, newText: value },
    sortText: String(index).padStart(3, '0'),
  }));

function referentSuggestions(
  aims: Aims,
  view: FileView,
  referent: Referent,
  span: Span,
  yaml: boolean,
): readonly Suggestion[] {
  const framework = aims.frameworks.get('42001');
  switch (referent) {
    case 'control':
      return framework ? controlSuggestions(aims, framework, span, '', undefined) : [];
    case 'clause':
      return framework
        ? clauseSuggestions(aims, framework, span).map((one) => (yaml ? quotedIn(view.file.text, one) : one))
        : [];
    case 'path':
      return pathSuggestions(aims, view, span);
    case 'person': {
      const roles = symbolsOf(aims)
        .declaredAs('role')
        .map((one) => one.id);
      return values([...new Set([...roles, ...peopleOf(aims)])].slice(0, 50), span);
    }
    default:
      return declaredSuggestions(aims, referent, span);
  }
}

const pathSuggestions = (aims: Aims, view: FileView, span: Span): readonly Suggestion[] => {
  const depth = folderOf(view.file.path).split('/').filter(Boolean).length;
  return [...aims.files.keys()]
    .filter((path) => path !== view.file.path && path !== aims.config.path)
    .slice(0, MOST_SUGGESTIONS)
    .map((path) => ({
      label: path,
      kind: 'path',
      edit: { span, newText: linkTo(view.file.path, path, depth) },
      sortText: path,
    }));
};

function wordSpan(text: string, offset: number): Span {
  let start = offset;
  while (/[\p{L}\p{N}_]/u.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (/[\p{L}\p{N}_.-]/u.test(text.charAt(end))) end++;
  return { start, end };
}
