import type { Nodes } from 'mdast';

/**
 * A node of a Markdown document, named as in mdast. It is what the readers need of one and no more, so that a parser can
 * hand out its tree without copying it: whatever is not asked for is never made.
 */
export interface MarkdownNode {
  readonly type: Nodes['type'];
  /** Offsets in the text that was parsed, in UTF-16 units; -1 where a parser made the node without a place. */
  readonly start: number;
  readonly end: number;
  /** Empty for a leaf. */
  readonly children: readonly MarkdownNode[];
  /** Of text, code and HTML; what an image says in words. */
  readonly value: string;
  /** Of a link, an image or a definition. */
  readonly url: string;
  /** Of a heading, 1 for `#`. */
  readonly depth: number;
}

/** Reads CommonMark with GitHub's tables. Which parser it is, the host decides. */
export type MarkdownParser = (text: string) => MarkdownNode;
