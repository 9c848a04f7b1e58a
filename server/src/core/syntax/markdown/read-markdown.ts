import type { FrameworkId } from '../../framework/framework';
import type {
  CheckComment,
  FileFacts,
  Grid,
  Heading,
  Link,
  MetadataEntry,
  NamedStandard,
  Placeholder,
  Problem,
  RawReference,
} from '../../model/facts';
import type { Span } from '../../text/span';
import { directivesInMarkdown, directivesInYaml } from '../directives';
import { Landmarks } from '../landmarks';
import { findPlaceholders } from '../placeholders';
import { readReferences } from '../references/read-references';
import { findStandards } from '../references/standards';
import { isClauseColumn, isValueColumn } from '../tables';
import { readFrontMatter } from '../yaml/read-yaml';
import { type Block, blocksOf } from './blocks';
import { boundMarkdown } from './bounds';
import { splitFrontMatter } from './front-matter';
import { type Inline, readInline } from './inline';
import type { MarkdownNode, MarkdownParser } from './markdown-node';
import { MetadataReader } from './metadata/metadata-reader';
import { readTable } from './read-table';

export function readMarkdown(text: string, parse: MarkdownParser): FileFacts {
  const split = splitFrontMatter(text);
  const bounded = boundMarkdown(text, split.bodyStart);
  const reader = new MarkdownReader(text, split.bodyStart);
  if (split.frontMatter) reader.readFrontMatter(split.frontMatter.yaml);
  if (split.unclosed) reader.problem('The front matter is never closed: end it with a line `---`.', split.unclosed);
  if (bounded.problem) reader.problem(bounded.problem.message, bounded.problem.span);
  const root = parse(text.slice(split.bodyStart, bounded.end));
  for (const block of blocksOf(root, split.bodyStart)) reader.readBlock(block);
  reader.readDirectives(root);
  return reader.facts(split.frontMatter?.fences);
}

/** An open heading: everything until the next one of its level or above stands below it. */
interface OpenHeading {
  readonly index: number;
  readonly depth: number;
  readonly standards: readonly FrameworkId[];
}

/** What lone numbers in a column are. */
interface ColumnUse {
  readonly clauses: boolean;
  readonly values: boolean;
}

const NO_USE: ColumnUse = { clauses: false, values: false };
const NO_STANDARDS: readonly NamedStandard[] = [];
const NO_FRAMEWORKS: readonly FrameworkId[] = [];
const NO_HEADER: readonly (readonly NamedStandard[])[] = [];

class MarkdownReader {
  private readonly headings: (Heading & { readonly section: { start: number; end: number } })[] = [];
  private readonly open: OpenHeading[] = [];
  private readonly metadata: MetadataEntry[] = [];
  private readonly grids: Grid[] = [];
  private readonly links: Link[] = [];
  private readonly anchors: string[] = [];
  private readonly references: RawReference[] = [];
  private readonly standards: NamedStandard[] = [];
  private readonly placeholders: Placeholder[] = [];
  private directives: readonly CheckComment[] = [];
  private readonly problems: Problem[] = [];
  private readonly ownMetadata: MetadataReader;
  private readonly landmarks: Landmarks;
  /** Standards named by the open headings, the nearest first. */
  private enclosing: readonly (readonly FrameworkId[])[] = [];

  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {
    this.landmarks = new Landmarks(text);
    this.ownMetadata = new MetadataReader(text);
  }

  problem(message: string, span: Span): void {
    this.problems.push({ message, span });
  }

  readFrontMatter(yaml: Span): void {
    const read = readFrontMatter(this.text, yaml, this.landmarks);
    this.metadata.push(...read.metadata);
    this.links.push(...read.links);
    this.references.push(...read.references);
    this.standards.push(...read.standards);
    this.placeholders.push(...read.placeholders);
    this.problems.push(...read.problems);
    this.directives = directivesInYaml(this.text, yaml);
  }

  readDirectives(root: MarkdownNode): void {
    const own = directivesInMarkdown(root, this.text, this.base);
    this.directives = this.directives.length === 0 ? own : [...this.directives, ...own];
  }

  readBlock(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.readHeading(block);
        return;
      case 'paragraph':
        this.readParagraph(block);
        return;
      case 'table':
        this.readTable(block);
        return;
      case 'rule':
        this.ownMetadata.rule();
        return;
      case 'html':
        for (const match of block.value.matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi))
          this.anchors.push(match[1] ?? '');
        return;
      case 'definition':
        this.links.push({
          target: block.url,
          span: definitionTarget(this.text, block.span, block.url),
          kind: 'definition',
        });
    }
  }

  private readHeading(block: Block & { kind: 'heading' }): void {
    const inline = readInline(block.node, contentOf(block, this.text), this.text, this.base);
    const depth = block.node.depth;
    while ((this.open.at(-1)?.depth ?? 0) >= depth) this.closeHeading(block.span.start);
    const standards = this.keep(inline);
    this.open.push({ index: this.headings.length, depth, standards: standards.map((standard) => standard.framework) });
    this.enclosing = this.open.map((heading) => heading.standards).reverse();
    this.headings.push({
      text: inline.plain,
      span: inline.span,
      depth,
      section: { start: block.span.start, end: this.text.length },
    });
    this.ownMetadata.heading(inline.plain, depth);
    const numbered = numberedHeading(inline, this.enclosing);
    if (numbered) this.references.push(numbered);
    this.scan(inline, 'heading', standards);
  }

  private closeHeading(at: number): void {
    const heading = this.headings[this.open.pop()?.index ?? -1];
    if (heading) heading.section.end = at;
  }

  private readParagraph(block: Block & { kind: 'paragraph' }): void {
    const inline = readInline(block.node, contentOf(block, this.text), this.text, this.base);
    this.ownMetadata.paragraph(block.span, inline.links);
    this.scan(inline, 'prose', this.keep(inline));
  }

  private readTable(block: Block & { kind: 'table' }): void {
    const { grid, inlines } = readTable(block.node, block.span, this.open.at(-1)?.index, this.text, this.base);
    this.grids.push(grid);
    this.ownMetadata.table(grid);
    const header = (inlines[0] ?? []).map((cell) => this.keep(cell));
    const columns = grid.header.map((cell) => ({
      clauses: isClauseColumn(cell.text),
      values: isValueColumn(cell.text),
    }));
    this.readRow(inlines[0] ?? [], header, NO_HEADER, []);
    for (let row = 1; row < inlines.length; row++) this.readBodyRow(inlines[row] ?? [], header, columns);
  }

  /** Most rows name no standard and no id, and need no look at their cells. */
  private readBodyRow(
    cells: readonly Inline[],
    header: readonly (readonly NamedStandard[])[],
    columns: readonly ColumnUse[],
  ): void {
    const first = cells[0]?.span.start ?? 0;
    const whole = { start: first, end: cells.at(-1)?.span.end ?? first };
    if (this.landmarks.hasAny(whole) || columns.some((column) => column.clauses))
      this.readRow(
        cells,
        cells.map((cell) => this.keep(cell)),
        header,
        columns,
      );
    else for (const cell of cells) this.keepLinks(cell);
  }

  private readRow(
    cells: readonly Inline[],
    named: readonly (readonly NamedStandard[])[],
    header: readonly (readonly NamedStandard[])[],
    columns: readonly ColumnUse[],
  ): void {
    const row = named.flat();
    cells.forEach((cell, column) => {
      this.scan(cell, 'cell', row, header[column] ?? NO_STANDARDS, columns[column]);
    });
  }

  /** Keeps what a block holds besides references, and returns the standards it names. */
  private keep(inline: Inline): readonly NamedStandard[] {
    this.keepLinks(inline);
    if (this.landmarks.hasPlaceholder(inline.span))
      this.placeholders.push(...findPlaceholders(inline.masked, inline.span.start));
    const needles = this.landmarks.needlesWithin(inline.span);
    if (needles.length === 0) return NO_STANDARDS;
    const standards = findStandards(inline.masked, inline.span.start, needles);
    this.standards.push(...standards);
    return standards;
  }

  private keepLinks({ links, anchors }: Inline): void {
    if (links.length > 0) this.links.push(...links);
    if (anchors.length > 0) this.anchors.push(...anchors);
  }

  private scan(
    inline: Inline,
    place: RawReference['place'],
    standards: readonly NamedStandard[],
    header: readonly NamedStandard[] = NO_STANDARDS,
    { clauses, values }: ColumnUse = NO_USE,
  ): void {
    const { span } = inline;
    if (!clauses && standards.length === 0 && !this.landmarks.hasReference(span)) return;
    const found = readReferences({
      masked: inline.masked,
      base: span.start,
      place,
      standards,
      column: header.length === 0 ? NO_FRAMEWORKS : [...new Set(header.map((standard) => standard.framework))],
      headings: this.enclosing,
      clauseColumn: clauses,
      valueColumn: values,
    });
    this.references.push(...found);
  }

  facts(frontMatter: Span | undefined): FileFacts {
    const title = this.headings[0];
    return {
      format: 'markdown',
      ...(title ? { title: { text: title.text, span: title.span } } : {}),
      ...(frontMatter ? { frontMatter } : {}),
      headings: this.headings,
      metadata: [...this.metadata, ...this.ownMetadata.entries()],
      grids: this.grids,
      links: this.links,
      anchors: this.anchors,
      references: this.references,
      standards: this.standards,
      placeholders: this.placeholders,
      directives: this.directives,
      problems: this.problems,
    };
  }
}

/** A heading's text without its `#` marks, a paragraph's whole source. */
function contentOf(block: Block & { kind: 'heading' | 'paragraph' }, text: string): Span {
  if (block.kind === 'paragraph') return block.span;
  const source = text.slice(block.span.start, block.span.end);
  const lead = /^#{1,6}[ \t]*/.exec(source)?.[0].length ?? 0;
  const content = lead === 0 ? withoutUnderline(source) : withoutClosing(source.trimEnd());
  const start = block.span.start + lead;
  return { start, end: Math.max(start, block.span.start + content.length) };
}

/** `Title` of `Title\n=====`. */
const withoutUnderline = (source: string): string => source.replace(/\s*[\n\r][ \t]*(?:=+|-+)\s*$/, '');

/** `## Title` of `## Title ##`. */
const withoutClosing = (source: string): string => (source.endsWith('#') ? source.replace(/[ \t]+#+$/, '') : source);

const NUMBERED = /^\s*(\d{1,2}(?:\.\d{1,2}){0,2})[.):]?(?:\s+|\s*[–—-]\s*)(?=["“„«'‘]?\p{L})/u;

/** `## 5.2 AI policy`: the number may be that of a clause, or of a chapter of the document. */
function numberedHeading(inline: Inline, headings: readonly (readonly FrameworkId[])[]): RawReference | undefined {
  const match = NUMBERED.exec(inline.masked);
  const id = match?.[1];
  if (!match || id === undefined) return undefined;
  const start = inline.span.start + match[0].indexOf(id);
  const titleStart = inline.span.start + match[0].length;
  const text = inline.masked.slice(match[0].length).trimEnd();
  const named = [...new Set(headings.flat())];
  return {
    form: 'clause',
    id,
    span: { start, end: start + id.length },
    place: 'heading',
    title: { text, span: { start: titleStart, end: titleStart + text.length } },
    numberedHeading: true,
    ...(named.length === 1 && named[0] !== undefined ? { heading: named[0] } : {}),
  };
}

function definitionTarget(text: string, span: Span, url: string): Span {
  const start = url === '' ? -1 : text.indexOf(url, text.indexOf(']:', span.start));
  return start >= span.start && start + url.length <= span.end ? { start, end: start + url.length } : span;
}
