import type { Link } from '../../model/facts';
import type { Span } from '../../text/span';
import { looksLikePath } from '../path-like';
import { spanOf } from './blocks';
import type { MarkdownNode } from './markdown-node';

/**
 * The inline content of one block. `masked` is its source with everything blanked that is not prose (code, link
 * targets, HTML, emphasis marks); it is as long as the source, so an offset found in it is an offset of the file.
 */
export interface Inline {
  readonly span: Span;
  readonly masked: string;
  /** What a reader sees. */
  readonly plain: string;
  readonly links: readonly Link[];
  /** Names given by `<a id="…">`. */
  readonly anchors: readonly string[];
}

/** An id somebody put in backticks is still that id. */
const ID_IN_CODE = /^(?:(?:42001|27001):)?[AB]\.\d{1,2}(?:\.\d{1,2}){0,2}$/;

const ANCHOR = /<\w+[^>]*?\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi;

export function readInline(block: MarkdownNode, content: Span, text: string, base: number): Inline {
  const only = block.children[0];
  if (block.children.length === 1 && only?.type === 'text') return new PlainInline(content, text, only);
  const reader = new InlineReader(content, text, base);
  reader.read(block);
  return reader.result();
}

/** Text and nothing else, which most cells and headings are. */
class PlainInline implements Inline {
  readonly links = NO_LINKS;
  readonly anchors = NO_ANCHORS;

  constructor(
    readonly span: Span,
    private readonly text: string,
    private readonly node: MarkdownNode,
  ) {}

  get plain(): string {
    return collapsed(textOf(this.node, this.text.slice(this.span.start, this.span.end)));
  }

  get masked(): string {
    return blankAddresses(this.text.slice(this.span.start, this.span.end));
  }
}

const NO_LINKS: readonly Link[] = [];
const NO_ANCHORS: readonly string[] = [];

/** What a text node says. Without escapes, entities and further lines that is its source, which need not be copied. */
const textOf = (node: MarkdownNode, source: string): string => (/[\\&\n\r]/.test(source) ? node.value : source);

/** One blank between words, as a browser shows it. */
const collapsed = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** What code says, which in its simplest form (`` `x` ``) is its source. */
const codeOf = (node: MarkdownNode, source: string): string =>
  /^`[^`\s\\](?:[^`\n\r\\]*[^`\s\\])?`$/.test(source) ? source.slice(1, -1) : node.value;

/** Where a link leads: in its simplest form, `[text](target)`, that is the end of its source. */
const urlOf = (node: MarkdownNode, source: string): string =>
  /\]\(([^\s()<>[\]\\&'"]+)\)$/.exec(source)?.[1] ?? node.url;

/** Words of the parser, or a text that is looked at when somebody asks what the block says. */
type PlainPart = string | { readonly node: MarkdownNode; readonly span: Span };

class InlineReader {
  private readonly blanks: Span[] = [];
  private readonly links: Link[] = [];
  private readonly anchors: string[] = [];
  private readonly parts: PlainPart[] = [];

  constructor(
    private readonly content: Span,
    private readonly text: string,
    private readonly base: number,
  ) {}

  read(block: MarkdownNode): void {
    const pending: MarkdownNode[] = [...block.children].reverse();
    for (let node = pending.pop(); node; node = pending.pop()) {
      const span = spanOf(node, this.base);
      if (span) this.visit(node, span);
      const { children } = node;
      for (let i = children.length - 1; i >= 0; i--) pushDefined(pending, children[i]);
    }
  }

  private visit(node: MarkdownNode, span: Span): void {
    switch (node.type) {
      case 'text':
        this.parts.push({ node, span });
        return;
      case 'inlineCode':
        this.visitCode(codeOf(node, this.text.slice(span.start, span.end)), span);
        return;
      case 'link':
      case 'linkReference':
      case 'strong':
      case 'emphasis':
      case 'delete':
        if (node.type === 'link') this.visitLink(node, span);
        this.blankMarks(node, span);
        return;
      case 'image':
        this.links.push(linkTo(this.text, targetSpan(this.text, span, node.url), node.url, 'image'));
        this.parts.push(node.value);
        this.blanks.push(span);
        return;
      case 'html':
        for (const match of node.value.matchAll(ANCHOR)) if (match[1]) this.anchors.push(match[1]);
        if (/^<br\s*\/?>$/i.test(node.value)) this.parts.push(' ');
        this.blanks.push(span);
        return;
      case 'break':
        this.parts.push(' ');
        return;
      default:
        if (node.children.length === 0) this.blanks.push(span);
    }
  }

  /** A bare address is no link somebody wrote; parsers differ on whether it is one at all. */
  private visitLink(node: MarkdownNode, span: Span): void {
    if (this.text[span.start] !== '[') {
      this.blanks.push(span);
      return;
    }
    const url = urlOf(node, this.text.slice(span.start, span.end));
    this.links.push(linkTo(this.text, targetSpan(this.text, span, url), url, 'link'));
  }

  private visitCode(value: string, span: Span): void {
    this.parts.push(value);
    if (looksLikePath(value)) this.links.push(linkTo(this.text, inner(this.text, span, value), value, 'code'));
    if (!ID_IN_CODE.test(value)) this.blanks.push(span);
    else this.blanks.push({ start: span.start, end: span.start + 1 }, { start: span.end - 1, end: span.end });
  }

  /** The marks around the children: `**`, `[`, `](target)`. */
  private blankMarks(node: MarkdownNode, span: Span): void {
    const first = node.children[0];
    const last = node.children.at(-1);
    const inside = first && last ? { start: spanOf(first, this.base)?.start, end: spanOf(last, this.base)?.end } : {};
    this.blanks.push({ start: span.start, end: inside.start ?? span.end });
    if (inside.end !== undefined) this.blanks.push({ start: inside.end, end: span.end });
  }

  result(): Inline {
    return new RichInline(this.content, this.text, this.blanks, this.parts, this.links, this.anchors);
  }
}

/** Text with marks in it. What it looks like is worked out for those who ask. */
class RichInline implements Inline {
  private mask: string | undefined;

  constructor(
    readonly span: Span,
    private readonly text: string,
    private readonly blanks: Span[],
    private readonly parts: readonly PlainPart[],
    readonly links: readonly Link[],
    readonly anchors: readonly string[],
  ) {}

  get plain(): string {
    const said = this.parts.map((part) =>
      typeof part === 'string' ? part : textOf(part.node, this.text.slice(part.span.start, part.span.end)),
    );
    return collapsed(said.join(''));
  }

  get masked(): string {
    this.mask ??= blankAddresses(this.withoutMarks());
    return this.mask;
  }

  private withoutMarks(): string {
    const { start: from, end: to } = this.span;
    const parts: string[] = [];
    let position = from;
    for (const blank of inOrder(this.blanks)) {
      const start = Math.max(position, blank.start);
      const end = Math.min(blank.end, to);
      if (end <= start) continue;
      parts.push(this.text.slice(position, start), blanked(this.text.slice(start, end)));
      position = end;
    }
    return parts.length === 0 ? this.text.slice(from, to) : parts.join('') + this.text.slice(position, to);
  }
}

/** They nearly always are, and sorting costs as much as all else here. */
const inOrder = (spans: Span[]): readonly Span[] =>
  spans.every((span, index) => index === 0 || (spans[index - 1]?.start ?? 0) <= span.start)
    ? spans
    : spans.sort((a, b) => a.start - b.start);

const blanked = (text: string): string =>
  /[\n\r]/.test(text) ? text.replace(/[^\n\r]/g, ' ') : ' '.repeat(text.length);

const ADDRESS = /\bhttps?:\/\/\S+|[\w./-]*\w\.(?:md|ya?ml|json|csv|pdf|docx?|xlsx?|txt|html?|py|ts|js)\b/gi;

/** Names of files and addresses hold numbers that are no ids. */
function blankAddresses(masked: string): string {
  if (!mayHoldAddress(masked)) return masked;
  return masked.replace(ADDRESS, (found) => ' '.repeat(found.length));
}

/** A dot before a letter, or `://`: cheaper to look for than the whole address, and nearly always enough. */
function mayHoldAddress(text: string): boolean {
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1))
    if (isLetter(text.charCodeAt(dot + 1) | 0x20)) return true;
  return text.includes('://');
}

const isLetter = (lowerCase: number): boolean => lowerCase >= 0x61 && lowerCase <= 0x7a;

function pushDefined(list: MarkdownNode[], node: MarkdownNode | undefined): void {
  if (node) list.push(node);
}

/** The target is cut from the source where it stands there as it is: a string of the parser keeps all of its strings alive. */
function linkTo(text: string, span: Span, target: string, kind: Link['kind']): Link {
  const source = text.slice(span.start, span.end);
  return { target: source === target ? source : target, span, kind };
}

/** The target inside `[text](target)`; the whole link where it is written in another form. */
function targetSpan(text: string, span: Span, url: string): Span {
  const start = url === '' ? -1 : text.lastIndexOf(url, span.end);
  return start >= span.start && start + url.length <= span.end ? { start, end: start + url.length } : span;
}

function inner(text: string, span: Span, value: string): Span {
  const start = text.indexOf(value, span.start);
  return start >= 0 && start + value.length <= span.end ? { start, end: start + value.length } : span;
}
