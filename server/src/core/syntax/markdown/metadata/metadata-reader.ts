import { CONTROL_HEADING, CONTROL_LINE } from '../../../framework/document-words';
import { metadataField } from '../../../framework/synonyms';
import type { Grid, Link, MetadataEntry, Text } from '../../../model/facts';
import type { Span } from '../../../text/span';
import { badge } from './badges';
import { changeLogEntries, isChangeLog } from './change-log';
import { boldLines, plainLines } from './key-lines';

/**
 * Where in a document its metadata stands. `head`: above the first section. `control`: in a section made for it.
 * `closing`: behind the last rule, or below a line such as `**Document approval:**`.
 */
type Region = 'head' | 'control' | 'closing' | 'body';

/** Explains what the fields mean instead of filling them in. */
const EXPLAINS = /^(?:description|requirements?|meaning|explanation|definition|purpose|beschreibung|bedeutung)$/i;

/** Collects the metadata of one document while its blocks go by, in whatever of the shapes it is written. */
export class MetadataReader {
  private region: Region = 'head';
  private controlDepth = 0;
  private headings = 0;
  private hasBody = false;
  private readonly stated: MetadataEntry[] = [];
  private closing: MetadataEntry[] = [];
  private changeLog: Grid | undefined;
  private readonly badges: MetadataEntry[] = [];
  /** The last paragraph of the body, until something else follows it. */
  private lastInBody: Span | undefined;

  constructor(private readonly text: string) {}

  heading(title: string, depth: number): void {
    const wasHead = this.region === 'head';
    this.lastInBody = undefined;
    this.headings++;
    if (CONTROL_HEADING.test(title)) {
      this.region = 'control';
      this.controlDepth = depth;
    } else if (wasHead) {
      // Words before the title are a banner; a heading right below the title is its second line.
      if (this.headings === 1 && this.stated.length === 0) this.hasBody = false;
      else if (this.hasBody || this.headings > 2) this.region = 'body';
    } else if (this.region !== 'control' || depth <= this.controlDepth) this.region = 'body';
    this.closing = [];
  }

  rule(): void {
    this.lastInBody = undefined;
    if (this.region !== 'body' && this.region !== 'closing') return;
    this.region = 'closing';
    this.closing = [];
  }

  paragraph(span: Span, links: readonly Link[]): void {
    if (this.region === 'body' && this.text.startsWith('**', span.start) && this.isControlLine(span))
      this.region = 'closing';
    this.lastInBody = this.region === 'body' ? span : undefined;
    if (this.region === 'body') return;
    const entries = [...boldLines(this.text, span), ...plainLines(this.text, span)];
    if (this.region === 'closing') this.closing.push(...entries.filter(isKnown));
    else this.stated.push(...entries);
    if (this.region === 'head') {
      this.hasBody = true;
      this.badges.push(...links.flatMap((link) => badge(link) ?? []));
    }
  }

  private isControlLine = (span: Span): boolean => CONTROL_LINE.test(this.text.slice(span.start, span.end));

  table(grid: Grid): void {
    this.lastInBody = undefined;
    if (isChangeLog(grid)) this.changeLog = grid;
    else if (this.region === 'closing') this.closing.push(...pairs(grid).filter(isKnown));
    else if (this.region !== 'body') this.stated.push(...pairs(grid));
    if (this.region === 'head') this.hasBody = true;
  }

  /** What the document states first, then what stands at its end, in its history and in its badges. */
  entries(): readonly MetadataEntry[] {
    return [
      ...this.stated,
      ...this.closing,
      ...this.signature(),
      ...(this.changeLog ? changeLogEntries(this.changeLog) : []),
      ...this.badges,
    ];
  }

  /** A document may end with the lines that approve it, without a rule or a heading before them. */
  private signature(): readonly MetadataEntry[] {
    if (!this.lastInBody) return [];
    const entries = boldLines(this.text, this.lastInBody).filter(isKnown);
    return entries.length >= 2 && entries.some(({ key }) => SIGNED.has(metadataField(key) ?? '')) ? entries : [];
  }
}

const SIGNED: ReadonlySet<string> = new Set(['approver', 'next_review']);

const isKnown = ({ key }: MetadataEntry): boolean => metadataField(key) !== undefined;

/** `| Owner | Head of AI |` rows, the header row included: many templates put the first pair there. */
function pairs({ header, rows }: Grid): readonly MetadataEntry[] {
  if (header.length !== 2 || EXPLAINS.test(header[1]?.text ?? '')) return [];
  const all: (readonly [Text | undefined, Text | undefined])[] = [
    [header[0], header[1]],
    ...rows.map((row) => [row.cells[0], row.cells[1]] as const),
  ];
  return all.flatMap(([key, value]) =>
    key && value && key.text !== '' && key.text.length < 50 ? [tableEntry(key, value)] : [],
  );
}

function tableEntry(key: Text, value: Text): MetadataEntry {
  const items = value.text === '' ? [] : [{ text: value.text, span: value.span }];
  const name = key.text.replace(/\s*:$/, '');
  return { key: name, keySpan: key.span, value: value.text, valueSpan: value.span, items, source: 'table' };
}
