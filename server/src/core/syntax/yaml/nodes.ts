import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Text } from '../../model/facts';
import type { Span } from '../../text/span';

/** A key of a map with what stands under it. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node | undefined;
}

export function entriesOf(map: YAMLMap, text: string, base: number): readonly Entry[] {
  return map.items.flatMap((item) => entryOf(item, text, base));
}

function entryOf(item: unknown, text: string, base: number): Entry[] {
  if (!isPair(item) || !isScalar(item.key)) return [];
  const key = scalarText(item.key, text, base);
  const value = (item as Pair<Node, Node | null>).value ?? undefined;
  return key ? [{ key: key.text, keySpan: key.span, value }] : [];
}

/**
 * A scalar as its author wrote it: `8.10` is not 8.1 and `007` is not 7. The span leaves quotes out. A value that is
 * absent (`owner:`) has an empty text at the place where it would be typed.
 */
export function scalarText(node: Scalar, text: string, base: number): Text | undefined {
  const range = node.range;
  if (!range) return undefined;
  const [start, end] = [base + range[0], base + range[1]];
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
    return { text: String(node.value), span: { start: start + 1, end: Math.max(start + 1, end - 1) } };
  }
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
    return { text: String(node.value).trim(), span: { start, end } };
  }
  return { text: text.slice(start, end).trim(), span: { start, end } };
}

/** The scalars of a value: itself, or the members of a list. */
export function scalarsOf(node: Node | undefined, text: string, base: number): readonly Text[] {
  const scalars = isSeq(node) ? node.items.filter(isScalar) : isScalar(node) ? [node] : [];
  return scalars.flatMap((scalar) => scalarText(scalar, text, base) ?? []);
}

export const mapOf = (node: unknown): YAMLMap | undefined => (isMap(node) ? node : undefined);

/** The members of a list, if it is one of maps. */
export function mapsOf(node: unknown): readonly YAMLMap[] {
  if (!isSeq(node)) return [];
  const maps = node.items.filter((item): item is YAMLMap => isMap(item));
  return maps.length > 0 && maps.length >= node.items.length / 2 ? maps : [];
}

/** Where a node stands; the parser counts the line break after a list to it, we do not. */
export function nodeSpan(node: Node | undefined, text: string, base: number): Span | undefined {
  if (!node?.range) return undefined;
  const start = base + node.range[0];
  return { start, end: start + text.slice(start, base + node.range[1]).trimEnd().length };
}

/** Every node below one, without recursion, each with the key it stands under. */
export function* walkScalars(root: unknown, text: string, base: number): Generator<{ key: string; scalar: Text }> {
  const pending: { node: unknown; key: string }[] = [{ node: root, key: '' }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, key } = next;
    if (isAlias(node)) continue;
    if (isScalar(node)) {
      const scalar = scalarText(node, text, base);
      if (scalar) yield { key, scalar };
    } else if (isMap(node)) {
      for (const entry of [...entriesOf(node, text, base)].reverse())
        pending.push({ node: entry.value, key: entry.key });
    } else if (isSeq(node)) {
      for (const item of [...node.items].reverse()) pending.push({ node: item, key });
    }
  }
}

/** Keys that stand a second time in one map: YAML forbids it, and readers differ in which value they take. */
export function repeatedKeys(root: unknown, text: string, base: number): readonly Text[] {
  const repeated: Text[] = [];
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (isSeq(node)) pending.push(...node.items);
    if (!isMap(node)) continue;
    const known = new Set<string>();
    for (const { key, keySpan, value } of entriesOf(node, text, base)) {
      // The merge key may stand more than once.
      if (known.has(key) && key !== '<<') repeated.push({ text: key, span: keySpan });
      known.add(key);
      pending.push(value);
    }
  }
  return repeated.sort((a, b) => a.span.start - b.span.start);
}
