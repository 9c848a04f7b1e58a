import { type Field, fieldOf, STATUS_VALUES } from '../document/document';
import type { Aims } from '../model/aims';
import type { FileView } from '../model/file-view';
import { typeOfDocument } from '../model/records';
import { fieldNamed, type RecordField, type RecordType } from '../records/record-type';
import { RECORD_TYPES } from '../records/record-types';
import { meaningsOf, typesNamed } from '../records/vocabulary';
import { type KeyPlace, keyPlaceAt } from '../syntax/yaml/key-path';
import { holdsMetadata } from '../syntax/yaml/read-yaml';
import { lineSpanAt } from '../text/line-index';
import type { Span } from '../text/span';
import { missingKeys, recordValues } from './complete-records';
import type { Suggestion } from './feature';
import { CANONICAL_FIELDS, FIELD_TEXTS } from './fields';
import { kindProse } from './prose';
import { recordTypeText } from './record-prose';
import {
  clauseSuggestions,
  controlSuggestions,
  declaredSuggestions,
  keySuggestion,
  memberSpan,
  peopleOf,
  quotedIn,
  values,
} from './suggestions';

/** Keys of the metadata that a document or record is known by, and values after them: in front matter or a YAML file. */
export function metadataSuggestions(aims: Aims, view: FileView, offset: number): readonly Suggestion[] | undefined {
  const place = metadataPlaceAt(view, offset);
  if (!place) return undefined;
  const key = place.path.findLast((one) => one !== undefined);
  if (place.isKey) return isKeyBegun(view, place) ? keySuggestions(aims, view, place) : undefined;
  return key === undefined ? undefined : afterColon(view, valueSuggestions(aims, view, key, place.span, offset));
}

/** The keys of a document stand at the top of its map, or under `metadata` and the like. */
function metadataPlaceAt(view: FileView, offset: number): KeyPlace | undefined {
  const { frontMatter } = view.file.facts;
  const place = keyPlaceAt(view.file.text.slice(0, frontMatter?.end), offset);
  if (!place) return undefined;
  const path = place.path.slice(holdsMetadata(place.path[0] ?? '') ? 1 : 0);
  if (place.isKey) return path.length === 0 && (frontMatter !== undefined || isOurs(view)) ? place : undefined;
  const [key, ...rest] = path;
  if (key === undefined || rest.some((one) => one !== undefined) || rest.length > 1) return undefined;
  return rest.length === 1 && isListOfRecords(view, key, offset) ? undefined : place;
}

/** In other YAML files nobody waits for our keys. */
const isOurs = (view: FileView): boolean => view.document.kind !== undefined || typeOfDocument(view) !== undefined;

/** `risks:` holds risks in a register, and names them in the file of a system. */
function isListOfRecords(view: FileView, key: string, offset: number): boolean {
  const { text, facts } = view.file;
  const isDash = /^\s*-/.test(text.slice(lineSpanAt(text, offset).start, offset));
  if (facts.format !== 'yaml' || !isDash) return false;
  const isGrid = facts.grids.some((grid) => grid.key?.text === key);
  return isGrid || (fieldOfRecord(view, key) === undefined && typesNamed(key).length > 0);
}

const isKeyBegun = ({ file }: FileView, { span }: KeyPlace): boolean =>
  /^[\p{L}\p{N}_-]*$/u.test(file.text.slice(span.start, span.end));

function keySuggestions(aims: Aims, view: FileView, { span, present }: KeyPlace): readonly Suggestion[] {
  const { text } = view.file;
  const type = typeOfDocument(view);
  const known = new Set(present.map((key) => fieldOf(key, aims.config)));
  const general = CANONICAL_FIELDS.filter((field) => !known.has(field) && !(type && isFieldOf(type, field)));
  const ofDocument = general.map((field, index) =>
    keySuggestion(text, span, field, String(index).padStart(3, '0'), () => FIELD_TEXTS[field]),
  );
  const ofRecord = type ? missingKeys(text, type, present, span) : [];
  return isRecordAlone(view) ? inOrder(ofRecord, ofDocument) : inOrder(ofDocument, ofRecord);
}

const inOrder = (...groups: readonly (readonly Suggestion[])[]): readonly Suggestion[] =>
  groups.flatMap((group, index) => group.map((one) => ({ ...one, sortText: `${index}${one.sortText}` })));

const isFieldOf = (type: RecordType, key: string): boolean => meaningsOf(key).has(type.name);

/** A record that is no document besides: its own fields say better what belongs there. */
const isRecordAlone = (view: FileView): boolean => view.document.kind === undefined && isOurs(view);

function fieldOfRecord(view: FileView, key: string): RecordField | undefined {
  const type = typeOfDocument(view);
  const name = type && meaningsOf(key).get(type.name)?.field;
  return type && name !== undefined ? fieldNamed(type, name) : undefined;
}

function valueSuggestions(aims: Aims, view: FileView, key: string, span: Span, offset: number): readonly Suggestion[] {
  const field = fieldOf(key, aims.config);
  const own = fieldOfRecord(view, key);
  const ofDocument = (): readonly Suggestion[] => (field ? documentValues(aims, view, field, span, offset) : []);
  const ofRecord = (): readonly Suggestion[] =>
    own ? recordValues(aims, view, own, own.list ? memberSpan(view.file.text, span, offset) : span, true) : [];
  const [first, second] = isRecordAlone(view) && field !== 'kind' ? [ofRecord, ofDocument] : [ofDocument, ofRecord];
  const found = first();
  return found.length > 0 ? found : second();
}

/** What a known field of a document takes. */
export function documentValues(
  aims: Aims,
  view: FileView,
  field: Field,
  span: Span,
  offset: number,
): readonly Suggestion[] {
  const member = LISTS.has(field) ? memberSpan(view.file.text, span, offset) : span;
  return VALUES[field]?.(aims, view, member) ?? [];
}

const LISTS: ReadonlySet<Field> = new Set(['clauses', 'controls', 'frameworks', 'systems', 'supersedes']);

type ValuesAt = (aims: Aims, view: FileView, span: Span) => readonly Suggestion[];

const people: ValuesAt = (aims, _, span) => values(peopleOf(aims), span);
const today: ValuesAt = (aims, _, span) => values([aims.today], span);

const VALUES: Readonly<Partial<Record<Field, ValuesAt>>> = {
  kind: kindSuggestions,
  status: (_, __, span) => values(STATUS_VALUES, span),
  owner: people,
  approver: people,
  author: people,
  conducted_by: people,
  approved_on: today,
  effective_from: today,
  last_review: today,
  held_on: today,
  clauses(aims, view, span) {
    const framework = aims.frameworks.get('42001');
    return framework ? clauseSuggestions(aims, framework, span).map((one) => quotedIn(view.file.text, one)) : [];
  },
  controls(aims, _, span) {
    const framework = aims.frameworks.get('42001');
    return framework ? controlSuggestions(aims, framework, span, '', undefined) : [];
  },
  frameworks: (aims, view, span) =>
    values([...aims.frameworks.keys()], span).map((one) => quotedIn(view.file.text, one)),
  systems: (aims, _, span) => declaredSuggestions(aims, 'ai-system', span),
  supersedes: (aims, _, span) => declaredSuggestions(aims, 'document', span),
};

/** Kinds of documents, then the records that are no such kind. */
function kindSuggestions(aims: Aims, _: FileView, span: Span): readonly Suggestion[] {
  const kinds = aims.frameworks.get('42001')?.kinds;
  const documents = [...(kinds?.values() ?? [])].map((kind) => ({
    id: kind.id,
    title: kind.title,
    text: () => kindProse(kind).join('\n\n'),
  }));
  const records = RECORD_TYPES.filter(({ name }) => !kinds?.has(name)).map((type) => ({
    id: type.name,
    title: type.title,
    text: () => recordTypeText(type).join('\n\n'),
  }));
  return [...documents, ...records].map(({ id, title, text }, index) => ({
    label: id,
    detail: ` ${title}`,
    kind: 'value',
    edit: { span, newText: id },
    sortText: String(index).padStart(3, '0'),
    documentation: text,
  }));
}

/** `kind:` without a blank yet: what is chosen would stick to the colon, and be part of the key. */
const afterColon = ({ file }: FileView, found: readonly Suggestion[]): readonly Suggestion[] =>
  found.map((one) =>
    file.text.charAt(one.edit.span.start - 1) === ':'
      ? { ...one, edit: { ...one.edit, newText: ` ${one.edit.newText}` } }
      : one,
  );
