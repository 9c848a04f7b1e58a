import { isAlias, isScalar, isSeq, type Node } from 'yaml';
import { entriesOf, mapOf, nodeSpan, scalarText } from '../syntax/yaml/nodes';
import { parseYaml } from '../syntax/yaml/parse-yaml';
import type { Span } from '../text/span';
import type { Framework } from './framework';
import { type FrameworkInput, type FrameworkItem, frameworkSchema } from './framework-schema';
import { shippedFrameworks, toClause, toControl } from './frameworks';

export interface FrameworkProblem {
  readonly span: Span;
  readonly message: string;
}

export interface ReadFramework {
  /** Absent where the file says too little to be one. */
  readonly framework?: Framework;
  readonly problems: readonly FrameworkProblem[];
}

/** Reads a framework file. Total: a clause or control with a fault is left out, and all others hold. */
export function readFramework(path: string, text: string): ReadFramework {
  const tree = new Tree(text);
  if (tree.problems.length > 0) return { problems: tree.problems };
  const shipped = tree.shippedId();
  if (shipped) return { problems: [shipped] };
  const result = frameworkSchema().safeParse(tree.value());
  const faults = result.success ? [] : result.error.issues.flatMap((issue) => tree.faultsOf(issue));
  const input = result.success
    ? result.data
    : frameworkSchema().safeParse(tree.value(faults.map((one) => one.path))).data;
  const problems: FrameworkProblem[] = faults.map(({ span, message }) => ({ span, message }));
  if (input === undefined) return { problems };
  return { ...built(path, input, tree, problems), problems };
}

/** What the file says, as a framework like those that are shipped; adds what only their joint reading shows. */
function built(path: string, input: FrameworkInput, tree: Tree, problems: FrameworkProblem[]): ReadFramework {
  const places = new Map<string, Span>();
  const keep = (list: 'clauses' | 'controls'): readonly FrameworkItem[] =>
    (input[list] ?? []).filter((one) => {
      const span = tree.placeOfId(list, one.id) ?? START;
      problems.push(...tree.unknownMappings(list, one));
      if (places.has(one.id)) {
        problems.push({
          span: tree.placeOfId(list, one.id, true) ?? span,
          message: `\`${one.id}\` stands here twice; the first one counts.`,
        });
        return false;
      }
      places.set(one.id, span);
      return true;
    });
  const controls = keep('controls');
  const clauses = keep('clauses');
  const short = input.short ?? input.name;
  return {
    problems,
    framework: {
      id: input.id,
      name: input.name,
      short,
      clauses: new Map(clauses.map((one) => [one.id, toClause({ ...proseOf(one), leaf: true })])),
      controls: new Map(controls.map((one) => [one.id, toControl({ ...proseOf(one), mappings: mappingsOf(one) })])),
      objectives: new Map(),
      kinds: new Map(),
      stages: [],
      wrongCatalogues: [],
      own: { file: path, names: [...new Set([input.id, short, input.name, ...(input.aliases ?? [])])], places },
    },
  };
}

const proseOf = ({ id, title, aliases = [], guidance = '' }: FrameworkItem) => ({ id, title, aliases, asks: guidance });

const mappingsOf = ({ mappings = [] }: FrameworkItem) =>
  mappings.filter(isKnown).map(({ to, confidence = 'medium' }) => {
    const { framework, id } = splitId(to);
    return { framework, id, confidence, inferred: false } as const;
  });

const splitId = (to: string) => ({ framework: to.slice(0, to.indexOf(':')), id: to.slice(to.indexOf(':') + 1) });

function isKnown({ to }: { readonly to: string }): boolean {
  const { framework, id } = splitId(to);
  const target = shippedFrameworks().get(framework);
  return target !== undefined && (target.controls.has(id) || target.clauses.has(id));
}

const START: Span = { start: 0, end: 0 };

type Path = readonly PropertyKey[];
type Fault = FrameworkProblem & { readonly path: Path };
interface Issue {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly keys?: readonly string[];
}

/** Deeper than any framework file goes. */
const MAX_DEPTH = 8;

/** The parsed file with the places of its values. */
class Tree {
  readonly problems: readonly FrameworkProblem[];
  private readonly base: number;
  private readonly root: Node | undefined;

  constructor(private readonly text: string) {
    this.base = text.startsWith('\uFEFF') ? 1 : 0;
    const { documents, problems } = parseYaml(text.slice(this.base), this.base);
    this.root = documents[0]?.contents ?? undefined;
    this.problems = problems;
  }

  /** Plain values, scalars as their source text; what stands at the paths in `without` is left out. */
  value(without: readonly Path[] = []): unknown {
    const dropped = new Set(without.map((path) => keyOf(droppable(path))));
    const read = (node: Node | undefined, path: Path): unknown => {
      if (path.length > MAX_DEPTH || isAlias(node)) return undefined;
      const map = mapOf(node);
      const left = (step: PropertyKey) => !dropped.has(keyOf([...path, step]));
      if (map)
        return Object.fromEntries(
          entriesOf(map, this.text, this.base)
            .filter(({ key }) => left(key))
            .map(({ key, value }) => [key, read(value, [...path, key])]),
        );
      if (isSeq(node))
        return node.items.flatMap((item, index) => (left(index) ? [read(asNode(item), [...path, index])] : []));
      const scalar = isScalar(node) ? scalarText(node, this.text, this.base)?.text : undefined;
      return scalar === '' ? undefined : scalar;
    };
    return read(this.root, []) ?? {};
  }

  /** The id of a framework that is shipped cannot be taken. */
  shippedId(): FrameworkProblem | undefined {
    const { node } = this.nodeAt(['id']);
    const id = isScalar(node) ? scalarText(node, this.text, this.base) : undefined;
    const framework = id && shippedFrameworks().get(id.text);
    return (
      framework && {
        span: id.span,
        message: `\`${id.text}\` is ${framework.name}, which is shipped: give this framework an id of its own. The file is not used.`,
      }
    );
  }

  faultsOf(issue: Issue): readonly Fault[] {
    const name = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) => ({
        path: [...issue.path, key],
        span: this.spanAt([...issue.path, key], true),
        message: `\`${key}\` is no key of a framework file: remove it or correct its spelling.`,
      }));
    const what = name === '' ? 'The file is no framework' : `\`${name}\` does not fit`;
    return [{ path: issue.path, span: this.spanAt(issue.path), message: `${what}: ${plain(issue.message)}.` }];
  }

  /** The id of an item in its list; its last place on request. */
  placeOfId(list: string, id: string, last = false): Span | undefined {
    const places = this.itemsOf(list).flatMap(({ idSpan, id: own }) => (own === id && idSpan ? [idSpan] : []));
    return last ? places.at(-1) : places[0];
  }

  unknownMappings(list: string, item: FrameworkItem): readonly FrameworkProblem[] {
    const index = this.itemsOf(list).findIndex(({ id }) => id === item.id);
    return (item.mappings ?? []).flatMap((one, at) => {
      if (isKnown(one)) return [];
      const span = this.spanAt([list, index, 'mappings', at, 'to']);
      return [{ span, message: `\`${one.to}\` does not exist. The mapping is left out.` }];
    });
  }

  private readonly lists = new Map<string, readonly { readonly id?: string; readonly idSpan?: Span }[]>();

  /** The ids of a list, read once. */
  private itemsOf(list: string) {
    const known = this.lists.get(list);
    if (known) return known;
    const node = this.nodeAt([list]).node;
    const items = (isSeq(node) ? node.items : []).map((item) => {
      const map = mapOf(item);
      const value = map && entriesOf(map, this.text, this.base).find(({ key }) => key === 'id')?.value;
      const id = isScalar(value) ? scalarText(value, this.text, this.base) : undefined;
      return id ? { id: id.text, idSpan: id.span } : {};
    });
    this.lists.set(list, items);
    return items;
  }

  /** The value at a path, or its key; of something absent what should hold it. */
  private spanAt(path: Path, wantsKey = false): Span {
    const { node, keySpan, complete } = this.nodeAt(path);
    if (complete && !wantsKey && isScalar(node)) {
      const scalar = scalarText(node, this.text, this.base);
      if (scalar && scalar.text !== '') return scalar.span;
    }
    const span = keySpan ?? nodeSpan(node, this.text, this.base) ?? START;
    const end = this.text.indexOf('\n', span.start);
    return { start: span.start, end: end < 0 ? span.end : Math.min(span.end, end) };
  }

  private nodeAt(path: Path): { readonly node: Node | undefined; readonly keySpan?: Span; readonly complete: boolean } {
    let node = this.root;
    let keySpan: Span | undefined;
    for (const step of path) {
      const map = mapOf(node);
      const entry = map && entriesOf(map, this.text, this.base).find(({ key }) => key === String(step));
      const item = typeof step === 'number' && isSeq(node) ? asNode(node.items[step]) : undefined;
      if (!entry && !item) return { node, ...(keySpan ? { keySpan } : {}), complete: false };
      node = entry ? entry.value : item;
      keySpan = entry?.keySpan;
    }
    return { node, ...(keySpan ? { keySpan } : {}), complete: true };
  }
}

/** The parser types the members of a list loosely. */
const asNode = (item: unknown): Node | undefined => (isScalar(item) || isSeq(item) ? item : mapOf(item));

/** A fault inside a clause or control costs that item, unless only a further word or mapping of it is wrong. */
function droppable(path: Path): Path {
  const isItem = (path[0] === 'clauses' || path[0] === 'controls') && typeof path[1] === 'number';
  const isNeeded = path.length === 2 || path[2] === 'id' || path[2] === 'title';
  return isItem && isNeeded ? path.slice(0, 2) : path.slice(0, path[2] === 'mappings' ? 4 : path.length);
}

const keyOf = (path: Path): string => path.map(String).join('\0');

const plain = (message: string): string =>
  message
    .replace(/^Invalid (?:input|option|string): /, '')
    .replace(/expected (?:string|object|array), received undefined/, 'it is missing')
    .replace(/expected (?:record|object)/, 'expected `key: value` lines')
    .replace(/"/g, '`')
    .replace(/\.$/, '');
