import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MarkdownNode } from './markdown-node';

const processor = unified().use(remarkParse).use(remarkGfm);

/** Parses with remark: the reference, and the parser of platforms without a native build. */
export const parseWithRemark = (text: string): MarkdownNode => new RemarkNode(processor.parse(text));

class RemarkNode implements MarkdownNode {
  readonly type: Nodes['type'];
  readonly start: number;
  readonly end: number;

  constructor(private readonly node: Nodes) {
    this.type = node.type;
    this.start = node.position?.start.offset ?? -1;
    this.end = node.position?.end.offset ?? -1;
  }

  get children(): readonly MarkdownNode[] {
    return 'children' in this.node ? this.node.children.map((child) => new RemarkNode(child)) : [];
  }

  get value(): string {
    if ('value' in this.node) return this.node.value;
    return 'alt' in this.node ? (this.node.alt ?? '') : '';
  }

  get url(): string {
    return 'url' in this.node ? this.node.url : '';
  }

  get depth(): number {
    return this.node.type === 'heading' ? this.node.depth : 0;
  }
}
