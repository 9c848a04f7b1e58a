import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm);

/** Parses with remark: the reference, and the parser of platforms without a native build. */
export const parseWithRemark = (text: string): Root => processor.parse(text);
