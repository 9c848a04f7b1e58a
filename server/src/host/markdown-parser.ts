import type { MarkdownParser } from '../core/syntax/read-file';

/**
 * The Markdown parser of this platform: satteri's native build where it loads, remark where it does not. Both give the
 * same tree; remark is the reference and about a hundred times slower. `AIMS_MARKDOWN_PARSER=remark` asks for it.
 */
export async function loadMarkdownParser(): Promise<MarkdownParser> {
  if (process.env.AIMS_MARKDOWN_PARSER !== 'remark') {
    const native = await loadNative();
    if (native) return native;
  }
  return (await import('../core/syntax/markdown/remark-parser')).parseWithRemark;
}

async function loadNative(): Promise<MarkdownParser | undefined> {
  try {
    const { parseWithSatteri } = await import('./satteri-parser');
    return isUnderstood(parseWithSatteri) ? parseWithSatteri : undefined;
  } catch {
    // No native build for this platform, or it was not installed.
    return undefined;
  }
}

/** Its buffer is read by offsets of one version: a build that lays it out otherwise is not used. */
function isUnderstood(parse: MarkdownParser): boolean {
  const heading = parse('## A [b](c)').children[0];
  const link = heading?.children[1];
  return (
    heading?.type === 'heading' && heading.depth === 2 && link?.type === 'link' && link.url === 'c' && link.end === 11
  );
}
