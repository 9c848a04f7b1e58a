import { createMdastHandle, dropHandle, MdastReader, serializeHandle } from 'satteri';
import type { MarkdownNode, MarkdownParser } from '../core/syntax/markdown/markdown-node';

const FEATURES = { gfm: true, frontmatter: false } as const;

/** satteri's native parser. Its answer is one buffer, of which only the nodes that are asked for become objects. */
export const parseWithSatteri: MarkdownParser = (text) => {
  const handle = createMdastHandle(text, FEATURES, true);
  try {
    return new SatteriNode(new MdastReader(serializeHandle(handle)), 0);
  } finally {
    dropHandle(handle);
  }
};

/** Where the fields of a type begin in its data, as satteri lays them out; the version of the package is pinned. */
const VALUE_AT = 0;
const URL_AT = 0;
const ALT_AT = 8;

const TYPES = new Map<number, MarkdownNode['type']>();

function typeOf(reader: MdastReader, id: number): MarkdownNode['type'] {
  const number = reader.getNodeType(id);
  const known = TYPES.get(number);
  if (known !== undefined) return known;
  // `InlineCode` is mdast's `inlineCode`; the names of extensions, which are switched off, never come.
  const { typeName } = reader.getNode(id);
  const name = `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}` as MarkdownNode['type'];
  TYPES.set(number, name);
  return name;
}

class SatteriNode implements MarkdownNode {
  readonly type: MarkdownNode['type'];
  readonly start: number;
  readonly end: number;
  private known: readonly MarkdownNode[] | undefined;

  constructor(
    private readonly reader: MdastReader,
    private readonly id: number,
  ) {
    this.type = typeOf(reader, id);
    const position = reader.getPosition(id);
    this.start = position?.start.offset ?? -1;
    this.end = position?.end.offset ?? -1;
    this.known = undefined;
  }

  get children(): readonly MarkdownNode[] {
    this.known ??= this.reader.getChildIds(this.id).map((id) => new SatteriNode(this.reader, id));
    return this.known;
  }

  get value(): string {
    switch (this.type) {
      case 'text':
      case 'inlineCode':
      case 'html':
        return this.reader.fieldString(this.id, VALUE_AT);
      case 'image':
        return this.reader.fieldString(this.id, ALT_AT);
      default:
        return '';
    }
  }

  get url(): string {
    return this.reader.fieldString(this.id, URL_AT);
  }

  get depth(): number {
    return this.reader.fieldU8(this.id, 0, 1);
  }
}
