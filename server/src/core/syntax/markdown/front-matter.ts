import type { Span } from '../../text/span';

/** Front matter and body of one Markdown text. `yaml` is the text between the fences, `fences` includes them. */
export interface FrontMatter {
  readonly fences: Span;
  readonly yaml: Span;
}

export interface SplitText {
  readonly frontMatter?: FrontMatter;
  /** Offset at which the body starts: after the front matter and a byte order mark. */
  readonly bodyStart: number;
  /** The opening fence of front matter that is never closed. */
  readonly unclosed?: Span;
}

const MAX_LINES = 400;

/**
 * Finds front matter before any parser sees the text. An opening `---` without its closing fence, which is how it
 * stands while somebody types it, is read as a thematic break: a parser would take the whole page for front matter.
 */
export function splitFrontMatter(text: string): SplitText {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start, start + 200));
  if (!opening) return { bodyStart: start };
  const yamlStart = start + opening[0].length;
  const closing = findClosingFence(text, yamlStart);
  if (closing) {
    const fences = { start, end: closing.end };
    return { frontMatter: { fences, yaml: { start: yamlStart, end: closing.start } }, bodyStart: closing.next };
  }
  const looksLikeKeys = /^[\p{L}_][\p{L}\p{N}_ -]*:(?:\s|$)/u.test(text.slice(yamlStart, yamlStart + 200));
  return { bodyStart: start, ...(looksLikeKeys ? { unclosed: { start, end: start + 3 } } : {}) };
}

function findClosingFence(text: string, from: number): { start: number; end: number; next: number } | undefined {
  const line = /^(?:---|\.\.\.)[ \t]*(\r\n|\n|\r|$)/;
  let position = from;
  for (let count = 0; count < MAX_LINES && position < text.length; count++) {
    const match = line.exec(text.slice(position, position + 80));
    if (match && text.startsWith('---', position)) {
      return { start: position, end: position + 3, next: position + match[0].length };
    }
    position = nextLine(text, position);
  }
  return undefined;
}

function nextLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}
