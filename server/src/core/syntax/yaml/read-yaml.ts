import { isSeq, type Node, type YAMLMap } from 'yaml';
import { metadataField } from '../../framework/synonyms';
import type {
  Cell,
  FileFacts,
  Grid,
  GridRow,
  Link,
  MetadataEntry,
  NamedStandard,
  Placeholder,
  Problem,
  RawReference,
  Text,
} from '../../model/facts';
import type { Span } from '../../text/span';
import { directivesInYaml } from '../directives';
import { Landmarks } from '../landmarks';
import { looksLikePath } from '../path-like';
import { findPlaceholders } from '../placeholders';
import { readReferences } from '../references/read-references';
import { findStandards } from '../references/standards';
import { isClauseColumn } from '../tables';
import { type Entry, entriesOf, mapOf, mapsOf, nodeSpan, repeatedKeys, scalarsOf, walkScalars } from './nodes';
import { parseYaml } from './parse-yaml';
import { type PlainLine, plainFrontMatter } from './plain-front-matter';

/** What YAML says outside its grids. */
export interface YamlFacts {
  readonly metadata: readonly MetadataEntry[];
  readonly links: readonly Link[];
  readonly references: readonly RawReference[];
  readonly standards: readonly NamedStandard[];
  readonly placeholders: readonly Placeholder[];
  readonly problems: readonly Problem[];
}

/** Reads the front matter of a Markdown file; `yaml` is the text between the fences. */
export function readFrontMatter(text: string, yaml: Span, landmarks: Landmarks): YamlFacts {
  const plain = plainFrontMatter(text, yaml);
  return plain && plain.length > 0 ? readPlain(plain, text, landmarks) : parseFrontMatter(text, yaml, landmarks);
}

function readPlain(lines: readonly PlainLine[], text: string, landmarks: Landmarks): YamlFacts {
  const metadata = lines.map(
    ({ key, items, list }): MetadataEntry => ({
      key: key.text,
      keySpan: key.span,
      value: items.map((item) => item.text).join(', '),
      valueSpan: list ?? items[0]?.span ?? key.span,
      items: items.filter((item) => item.text !== ''),
      source: 'front-matter',
    }),
  );
  const scalars = lines.flatMap(({ key, items }) => items.map((scalar) => ({ key: key.text, scalar })));
  return { metadata, ...scanScalars(scalars, text, landmarks), problems: [] };
}

/** As `readFrontMatter`, with the YAML parser whatever the text. */
export function parseFrontMatter(text: string, yaml: Span, landmarks: Landmarks): YamlFacts {
  const { documents, problems } = parseYaml(text.slice(yaml.start, yaml.end), yaml.start);
  const root = documents[0]?.contents;
  const map = mapOf(root);
  const notKeys = !map && root ? notAMap(yaml) : [];
  return {
    metadata: map ? metadataOf(map, text, yaml.start, 'front-matter') : [],
    ...scan(root, text, yaml.start, landmarks),
    problems: [...problems, ...notKeys],
  };
}

const notAMap = (span: Span): Problem[] => [
  { message: 'The front matter holds no `key: value` lines and was not read.', span },
];

export function readYaml(text: string): FileFacts {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const { documents, problems } = parseYaml(text.slice(base), base);
  const landmarks = new Landmarks(text);
  const roots = documents.map((document) => document.contents);
  const map = roots.map(mapOf).find((found) => found !== undefined);
  const metadata = map ? metadataOf(map, text, base, 'yaml') : [];
  const title = metadata.find((entry) => metadataField(entry.key) === 'title');
  return {
    format: 'yaml',
    ...(title ? { title: { text: title.value, span: title.valueSpan } } : {}),
    headings: [],
    metadata,
    grids: roots.flatMap((root) => gridsOf(root, text, base)),
    anchors: [],
    directives: directivesInYaml(text),
    ...mergeScans(roots.map((root) => scan(root, text, base, landmarks))),
    problems,
    repeatedKeys: roots.flatMap((root) => repeatedKeys(root, text, base)),
  };
}

type Scan = Pick<YamlFacts, 'links' | 'references' | 'standards' | 'placeholders'>;

const mergeScans = (scans: readonly Scan[]): Scan => ({
  links: scans.flatMap((s) => s.links),
  references: scans.flatMap((s) => s.references),
  standards: scans.flatMap((s) => s.standards),
  placeholders: scans.flatMap((s) => s.placeholders),
});

/** The keys of a map that hold a value or a list of values; `metadata:` and the like may nest one level. */
function metadataOf(
  map: YAMLMap,
  text: string,
  base: number,
  source: 'front-matter' | 'yaml',
): readonly MetadataEntry[] {
  return entriesOf(map, text, base).flatMap((entry) => {
    const nested = mapOf(entry.value);
    const inner = nested && holdsMetadata(entry.key) ? metadataOf(nested, text, base, source) : [];
    return nested || isListOfMaps(entry.value) ? inner : [metadataEntry(entry, text, base, source)];
  });
}

/** Keys under which people put the metadata of a document. */
export const holdsMetadata = (key: string): boolean => /^(?:document|metadata|meta|info)$/i.test(key);

const isListOfMaps = (node: Node | undefined): boolean => mapsOf(node).length > 0;

function metadataEntry(entry: Entry, text: string, base: number, source: 'front-matter' | 'yaml'): MetadataEntry {
  const items = scalarsOf(entry.value, text, base);
  const after = { start: entry.keySpan.end + 1, end: entry.keySpan.end + 1 };
  const single = isSeq(entry.value) ? undefined : items[0];
  return {
    key: entry.key,
    keySpan: entry.keySpan,
    value: items.map((item) => item.text).join(', '),
    valueSpan: single?.span ?? nodeSpan(entry.value, text, base) ?? after,
    items: items.filter((item) => item.text !== ''),
    source,
  };
}

/** Every list of maps is a grid, wherever it stands. */
function gridsOf(root: unknown, text: string, base: number): readonly Grid[] {
  const grids: Grid[] = [];
  const pending: { readonly node: unknown; readonly key?: Text }[] = [{ node: root }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, key } = next;
    const maps = mapsOf(node);
    if (maps.length > 0) grids.push({ ...gridOf(maps, node as Node, text, base), ...(key ? { key } : {}) });
    if (isSeq(node)) pending.push(...node.items.map((item) => ({ node: item })));
    else
      for (const entry of mapOf(node) ? entriesOf(node as YAMLMap, text, base) : [])
        pending.push({ node: entry.value, key: { text: entry.key, span: entry.keySpan } });
  }
  return grids.sort((a, b) => a.span.start - b.span.start);
}

function gridOf(maps: readonly YAMLMap[], list: Node, text: string, base: number): Grid {
  const header = new Map<string, Text>();
  const entries = maps.map((map) => entriesOf(map, text, base));
  for (const entry of entries.flat())
    if (!header.has(entry.key)) header.set(entry.key, { text: entry.key, span: entry.keySpan });
  const keys = [...header.keys()];
  const rows = maps.map((map, index): GridRow => {
    const byKey = new Map((entries[index] ?? []).map((entry) => [entry.key, entry]));
    return {
      span: nodeSpan(map, text, base) ?? { start: base, end: base },
      cells: keys.map((key) => cellOf(byKey.get(key), text, base)),
    };
  });
  return {
    source: 'yaml',
    span: nodeSpan(list, text, base) ?? { start: base, end: base },
    header: [...header.values()],
    rows,
  };
}

function cellOf(entry: Entry | undefined, text: string, base: number): Cell | undefined {
  if (!entry) return undefined;
  const items = scalarsOf(entry.value, text, base).filter((item) => item.text !== '');
  const after = { start: entry.keySpan.end + 1, end: entry.keySpan.end + 1 };
  const single = isSeq(entry.value) ? undefined : items[0];
  return {
    text: items.map((item) => item.text).join(', '),
    span: single?.span ?? nodeSpan(entry.value, text, base) ?? after,
    targets: items
      .filter((item) => looksLikePath(item.text))
      .map((item) => ({ target: item.text, span: item.span, kind: 'value' })),
  };
}

/** References, standards, placeholders and paths in every value. */
const scan = (root: unknown, text: string, base: number, landmarks: Landmarks): Scan =>
  scanScalars(walkScalars(root, text, base), text, landmarks);

function scanScalars(
  scalars: Iterable<{ readonly key: string; readonly scalar: Text }>,
  text: string,
  landmarks: Landmarks,
): Scan {
  const found = {
    links: [] as Link[],
    references: [] as RawReference[],
    standards: [] as NamedStandard[],
    placeholders: [] as Placeholder[],
  };
  for (const { key, scalar } of scalars) {
    if (scalar.text === '') continue;
    const { start, end } = scalar.span;
    const masked = text.slice(start, end);
    const standards = findStandards(masked, start, landmarks.needlesWithin(scalar.span));
    found.standards.push(...standards);
    if (landmarks.hasPlaceholder(scalar.span)) found.placeholders.push(...findPlaceholders(masked, start));
    const ofClauses = isClauseKey(key);
    if (ofClauses || standards.length > 0 || landmarks.hasReference(scalar.span))
      found.references.push(...readReferences(contextOf(ofClauses, masked, start, standards)));
    if (looksLikePath(scalar.text)) found.links.push({ target: scalar.text, span: scalar.span, kind: 'value' });
  }
  return found;
}

const isClauseKey = (key: string): boolean => isClauseColumn(key) || metadataField(key) === 'clauses';

function contextOf(clauseColumn: boolean, masked: string, base: number, standards: readonly NamedStandard[]) {
  return {
    masked,
    base,
    place: clauseColumn ? ('cell' as const) : ('metadata' as const),
    standards,
    headings: [],
    column: [],
    clauseColumn,
  };
}
