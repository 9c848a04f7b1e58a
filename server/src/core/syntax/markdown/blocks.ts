import type { Span } from '../../text/span';
import type { MarkdownNode } from './markdown-node';

/** A leaf of the document's outline, in the order of the text. */
export type Block =
  | { readonly kind: 'heading'; readonly node: MarkdownNode; readonly span: Span }
  | { readonly kind: 'paragraph'; readonly node: MarkdownNode; readonly span: Span; readonly inList: boolean }
  | { readonly kind: 'table'; readonly node: MarkdownNode; readonly span: Span }
  | { readonly kind: 'rule'; readonly span: Span }
  | { readonly kind: 'html'; readonly value: string; readonly span: Span }
  | { readonly kind: 'definition'; readonly url: string; readonly span: Span };

/** Reads the blocks without recursion: a hostile document is deeper than a call stack. */
export function blocksOf(root: MarkdownNode, base: number): readonly Block[] {
  const blocks: Block[] = [];
  const pending: { readonly node: MarkdownNode; readonly inList: boolean }[] = [{ node: root, inList: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, inList } = next;
    const block = blockOf(node, base, inList);
    if (block) blocks.push(block);
    else {
      const inside = inList || node.type === 'listItem';
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child) pending.push({ node: child, inList: inside });
      }
    }
  }
  return blocks;
}

function blockOf(node: MarkdownNode, base: number, inList: boolean): Block | undefined {
  const span = spanOf(node, base);
  if (!span) return undefined;
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', node, span };
    case 'paragraph':
      return { kind: 'paragraph', node, span, inList };
    case 'table':
      return { kind: 'table', node, span };
    case 'thematicBreak':
      return { kind: 'rule', span };
    case 'html':
      return { kind: 'html', value: node.value, span };
    case 'definition':
      return { kind: 'definition', url: node.url, span };
    default:
      return undefined;
  }
}

/** Where a node stands in the file; `base` is the offset at which the parsed text starts. */
export const spanOf = ({ start, end }: MarkdownNode, base: number): Span | undefined =>
  start < 0 ? undefined : { start: start + base, end: end + base };
