import { createMdastHandle, dropHandle, MdastReader, serializeHandle } from 'satteri';
import type { MarkdownNode, MarkdownParser } from '../core/syntax/markdown/markdown-node';

const FEATURES = { gfm: true, frontmatter: false } as const;

/** satteri's native parser. Its answer is one buffer, of which only the nodes that are asked for become objects. */
export const parseWithSatteri: MarkdownParser = (text) => {
  const handle = createMdastHandle(text, FEATURES, true);
  try {
    return new SatteriNode(new Arena(serializeHandle(handle)), 0);
  } finally {
    dropHandle(handle);
  }
};

/** Where satteri's buffer says what, in words of four bytes; the version of the package is pinned. */
const HEADER = { nodeSize: 2, nodesAt: 4, childrenAt: 6, dataAt: 8 } as const;
const NODE = { type: 1, start: 3, end: 4, line: 5, children: 9, childCount: 10, data: 11 } as const;

/** Where the fields of a type begin in its data. */
const VALUE_AT = 0;
const URL_AT = 0;
const ALT_AT = 8;

/**
 * satteri's buffer, read in place: its own reader makes three objects for each position and a list for the children of
 * each node, which takes longer than parsing. Strings, of which few are asked for, are left to it.
 */
class Arena {
  readonly words: Uint32Array;
  readonly childrenAt: number;
  private readonly nodesAt: number;
  private readonly nodeSize: number;
  private own: MdastReader | undefined;

  constructor(private readonly bytes: Uint8Array) {
    this.words = wordsOf(bytes);
    this.nodesAt = (this.words[HEADER.nodesAt] ?? 0) >> 2;
    this.nodeSize = (this.words[HEADER.nodeSize] ?? 0) >> 2;
    this.childrenAt = (this.words[HEADER.childrenAt] ?? 0) >> 2;
    this.own = undefined;
  }

  /** The word at which a node begins. */
  placeOf(node: number): number {
    return this.nodesAt + node * this.nodeSize;
  }

  /** The first byte of what only nodes of this type have. */
  byte(place: number): number {
    return this.bytes[(this.words[HEADER.dataAt] ?? 0) + (this.words[place + NODE.data] ?? 0)] ?? 0;
  }

  string(node: number, field: number): string {
    return this.reader().fieldString(node, field);
  }

  /** `InlineCode` is mdast's `inlineCode`; the names of extensions, which are switched off, never come. */
  typeName(node: number): MarkdownNode['type'] {
    const { typeName } = this.reader().getNode(node);
    return `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}` as MarkdownNode['type'];
  }

  private reader(): MdastReader {
    this.own ??= new MdastReader(this.bytes);
    return this.own;
  }
}

/** Words have to start at a multiple of four; a buffer that does not is copied. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(buffer, byteOffset, byteLength >> 2);
}

/** By satteri's number of the type. */
const TYPES: MarkdownNode['type'][] = [];

function typeOf(arena: Arena, id: number, number: number): MarkdownNode['type'] {
  const known = TYPES[number];
  if (known !== undefined) return known;
  const name = arena.typeName(id);
  TYPES[number] = name;
  return name;
}

const NO_CHILDREN: readonly MarkdownNode[] = [];

class SatteriNode implements MarkdownNode {
  readonly type: MarkdownNode['type'];
  readonly start: number;
  readonly end: number;
  private readonly place: number;
  private known: readonly MarkdownNode[] | undefined;

  constructor(
    private readonly arena: Arena,
    private readonly id: number,
  ) {
    const { words } = arena;
    const place = arena.placeOf(id);
    this.place = place;
    this.type = typeOf(arena, id, (words[place + NODE.type] ?? 0) & 0xff);
    // A node that the parser made without a place has no line.
    const placed = (words[place + NODE.line] ?? 0) > 0;
    this.start = placed ? (words[place + NODE.start] ?? 0) : -1;
    this.end = placed ? (words[place + NODE.end] ?? 0) : -1;
    this.known = undefined;
  }

  get children(): readonly MarkdownNode[] {
    this.known ??= this.makeChildren();
    return this.known;
  }

  private makeChildren(): readonly MarkdownNode[] {
    const { arena, place } = this;
    const count = arena.words[place + NODE.childCount] ?? 0;
    if (count === 0) return NO_CHILDREN;
    const first = arena.childrenAt + (arena.words[place + NODE.children] ?? 0);
    const children: MarkdownNode[] = [];
    for (let at = first; at < first + count; at++) children.push(new SatteriNode(arena, arena.words[at] ?? 0));
    return children;
  }

  get value(): string {
    switch (this.type) {
      case 'text':
      case 'inlineCode':
      case 'html':
        return this.arena.string(this.id, VALUE_AT);
      case 'image':
        return this.arena.string(this.id, ALT_AT);
      default:
        return '';
    }
  }

  get url(): string {
    return this.arena.string(this.id, URL_AT);
  }

  get depth(): number {
    return this.arena.byte(this.place);
  }
}
