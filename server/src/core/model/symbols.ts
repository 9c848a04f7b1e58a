import { memo, memo2 } from '../query/memo';
import type { Referent } from '../records/field';
import { fieldNamed } from '../records/record-type';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import type { Aims, SourceFile } from './aims';
import type { Text } from './facts';
import { type FileView, viewOf, viewsOf } from './file-view';
import { itemsIn } from './record-items';
import { type AimsRecord, recordsIn } from './records';
import { cellOf, soaTablesIn } from './soa';
import { type Declaration, ID_OF_ONE_WORD, isMentionable, keyOf, SymbolIndex } from './symbol-index';

export { type Declaration, keyOf, type SymbolType } from './symbol-index';

/** A value of a field that names something: `risks: [R-01]`. */
export interface FieldReference {
  readonly text: string;
  readonly referents: readonly Referent[];
  readonly file: string;
  readonly span: Span;
}

type Frameworks = Aims['frameworks'];

/** What one file declares. Templates declare nothing. */
export const declarationsIn = memo2((view: FileView, frameworks: Frameworks): readonly Declaration[] => {
  if (view.document.template) return [];
  const records = recordsIn(view, frameworks).flatMap((record) => recordDeclarations(record));
  const own = documentDeclaration(view);
  const isRecord = own && records.some((one) => one.span.start === own.span.start);
  return own && !isRecord ? [own, ...records] : records;
});

function documentDeclaration({ file, document }: FileView): Declaration | undefined {
  const entry = document.fields.get('id');
  if (!entry || !isId(entry.value)) return undefined;
  const title = document.title?.text;
  return {
    id: entry.value.trim(),
    type: 'document',
    file: file.path,
    span: entry.valueSpan,
    whole: entry.valueSpan,
    byName: false,
    ...(title === undefined ? {} : { title }),
  };
}

function recordDeclarations(record: AimsRecord): readonly Declaration[] {
  const { id, name } = record;
  const declarations: Declaration[] = [];
  if (id && isId(id.text)) declarations.push(declarationAs(record, id, false));
  const isOther = name && name.text.length <= MAX_NAME && (!id || keyOf(name.text) !== keyOf(id.text));
  if (isOther) declarations.push(declarationAs(record, name, true));
  return declarations;
}

const declarationAs = (record: AimsRecord, { text, span }: Text, byName: boolean): Declaration => ({
  id: text,
  type: record.type.name,
  file: record.file.path,
  span,
  whole: record.span,
  record,
  byName,
  ...(record.name ? { title: record.name.text } : NO_TITLE),
});

const NO_TITLE = {};

/** Longer texts are descriptions, and nobody refers to them. */
const MAX_NAME = 80;

/** A bare number is the place in a list. */
const isId = (text: string): boolean => /\p{L}/u.test(text) && text.length <= MAX_NAME;

/** Everything that is declared in the AIMS. */
export const symbolsOf = memo((aims: Aims): SymbolIndex => {
  const views = viewsOf(aims);
  const declared = (view: FileView) => declarationsIn(view, aims.frameworks);
  const known = LATEST.get(aims.config);
  const index = known?.index.carriedOver(known.views, views, declared) ?? SymbolIndex.of(views, declared);
  LATEST.set(aims.config, { views, index });
  return index;
});

/** The index made last for a configuration, from which the next one is carried over. */
const LATEST = new WeakMap<Aims['config'], { readonly views: readonly FileView[]; readonly index: SymbolIndex }>();

/**
 * The declarations of an id. Where a record is told of in several places, the ones that say what such a record has to say
 * come first; the others repeat it.
 */
export function declarationsOf(aims: Aims, id: string, referents?: readonly Referent[]): readonly Declaration[] {
  const all = symbolsOf(aims).get(keyOf(id));
  const fitting = referents ? all.filter((one) => isMeant(one, referents)) : all;
  const byId = fitting.filter((one) => !one.byName);
  const candidates = byId.length > 0 ? byId : fitting;
  const complete = candidates.filter(isComplete);
  return complete.length > 0 ? complete : candidates;
}

/** A person stands for a role, and a document may be a record of its own. */
function isMeant({ type }: Declaration, referents: readonly Referent[]): boolean {
  if (referents.includes('document') && type !== 'role') return true;
  return referents.some((one) => one === type || (one === 'person' && type === 'role'));
}

/** Says more than an id: a table of ids with one more column repeats what stands elsewhere. */
export const isComplete = ({ record }: Declaration): boolean =>
  record === undefined ||
  record.type.fields.every((field) => !field.required || field.declares || record.fields.has(field.name));

/** What fields of records and rows of the SoA name in one file. */
export const fieldReferencesIn = memo2((view: FileView, frameworks: Frameworks): readonly FieldReference[] => [
  ...recordsIn(view, frameworks).flatMap(referencesOfRecord),
  ...soaReferences(view, frameworks),
]);

/** Most fields of most records refer to nothing. */
function referencesOfRecord({ type, fields, file }: AimsRecord): readonly FieldReference[] {
  const found: FieldReference[] = [];
  for (const [field, value] of fields) {
    const referents = fieldNamed(type, field)?.refersTo;
    if (referents) found.push(...itemsNamed(value, value.items, referents, file.path));
  }
  return found;
}

/** A value that is one person may hold a comma: `Sofie Dahl, Head of Finance`. */
function itemsNamed(
  value: Text,
  items: readonly Text[],
  referents: readonly Referent[],
  file: string,
): readonly FieldReference[] {
  const named = referents.includes('person') ? [value] : items;
  return named.map(({ text, span }) => ({ text, span, referents, file }));
}

const SOA_REFERENTS = { risks: ['risk'], obligations: ['obligation'], owner: ['person'] } as const;

const soaReferences = (view: FileView, frameworks: Frameworks): readonly FieldReference[] =>
  soaTablesIn(view, frameworks).flatMap((table) =>
    table.rows.flatMap((row) =>
      (['risks', 'obligations', 'owner'] as const).flatMap((column) => {
        const cell = cellOf(table, row, column);
        return cell && cell.text !== ''
          ? itemsNamed(cell, itemsIn(view.file.text, cell.span), SOA_REFERENTS[column], view.file.path)
          : [];
      }),
    ),
  );

/** A place where an id is written. */
export interface Mention {
  readonly file: string;
  readonly span: Span;
}

const ID_WORD = /[\p{L}\p{N}_-]+/gu;

/** The words of a text that may be ids, each with its places: found once per file, whatever is declared. */
const idWords = memo((file: SourceFile): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const match of matchesOf(ID_WORD, file.text)) {
    const word = match[0];
    if (word.length < 3 || !/[\d-]/.test(word)) continue;
    const key = keyOf(word);
    const known = places.get(key);
    if (known) known.push(match.index);
    else places.set(key, [match.index]);
  }
  return places;
});

/** Every place where an id is written, declarations included: in prose, headings, cells, metadata and fields. */
export function mentionsOf(aims: Aims, id: string): readonly Mention[] {
  const key = keyOf(id);
  return viewsOf(aims).flatMap((view) => mentionsIn(view, aims, key));
}

function mentionsIn(view: FileView, aims: Aims, key: string): readonly Mention[] {
  const file = view.file.path;
  const found = new Map<number, Mention>();
  for (const start of isMentionable(key) ? placesOf(view.file, key) : [])
    if (!isInLink(view.file, start)) found.set(start, { file, span: { start, end: start + key.length } });
  for (const declaration of declarationsIn(view, aims.frameworks))
    if (keyOf(declaration.id) === key) found.set(declaration.span.start, { file, span: declaration.span });
  for (const reference of fieldReferencesIn(view, aims.frameworks))
    if (keyOf(reference.text) === key && !found.has(reference.span.start))
      found.set(reference.span.start, { file, span: reference.span });
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** The name of a folder in a path is no mention of what has the same name. */
const isInLink = ({ facts }: SourceFile, offset: number): boolean =>
  facts.links.some(({ span }) => span.start <= offset && offset < span.end);

const placesOf = (file: SourceFile, key: string): readonly number[] =>
  ID_OF_ONE_WORD.test(key) ? (idWords(file).get(key) ?? []) : compositePlaces(file.text, key);

function compositePlaces(text: string, key: string): readonly number[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(key)}(?![\\p{L}\\p{N}_-])`, 'giu');
  return matchesOf(pattern, text).map((match) => match.index);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A declared id at a place of a file. */
export interface SymbolPlace {
  readonly id: string;
  readonly span: Span;
  readonly declarations: readonly Declaration[];
}

/** The declared id that is written at an offset: a field that names it, a word, or an id of several words. */
export function symbolAt(aims: Aims, path: string, offset: number): SymbolPlace | undefined {
  const file = aims.files.get(path);
  return file && (fieldSymbolAt(aims, viewOf(aims, file), offset) ?? wordSymbolAt(aims, file, offset));
}

function fieldSymbolAt(aims: Aims, view: FileView, offset: number): SymbolPlace | undefined {
  const holds = ({ span }: { readonly span: Span }) => span.start <= offset && offset <= span.end;
  const own = declarationsIn(view, aims.frameworks).find((one) => holds(one) && !one.byName);
  if (own) return { id: own.id, span: own.span, declarations: declarationsOf(aims, own.id) };
  const reference = fieldReferencesIn(view, aims.frameworks).find(holds);
  if (!reference) return undefined;
  const declarations = declarationsOf(aims, reference.text, reference.referents);
  return declarations.length > 0 ? { id: reference.text, span: reference.span, declarations } : undefined;
}

function wordSymbolAt(aims: Aims, { text }: SourceFile, offset: number): SymbolPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const at = offset - lineStart;
  const composite = [...symbolsOf(aims).composite].flatMap((key) =>
    compositePlaces(line, key).map((start) => ({ start, key })),
  );
  const words = matchesOf(ID_WORD, line).map((match) => ({ start: match.index, key: keyOf(match[0]) }));
  for (const { start, key } of [...composite, ...words]) {
    if (start > at || at > start + key.length || !isMentionable(key)) continue;
    const declarations = declarationsOf(aims, key);
    const span = { start: lineStart + start, end: lineStart + start + key.length };
    const [first] = declarations;
    if (first && !first.byName) return { id: first.id, span, declarations };
  }
  return undefined;
}
