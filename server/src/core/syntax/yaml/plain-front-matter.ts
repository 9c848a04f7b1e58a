import type { Text } from '../../model/facts';
import type { Span } from '../../text/span';

/** A line `key: value`, or a key with a list. */
export interface PlainLine {
  readonly key: Text;
  readonly items: readonly Text[];
  /** Where the list stands, its brackets or first dash included. */
  readonly list?: Span;
  /** Lines of a list below the key. */
  readonly dashes?: number;
}

const KEY = /^([A-Za-z_][\w -]*?):[ ]+(?=\S)/;
/** What YAML itself reads as nothing but this text: no indicator in front, no `: `, no ` #`. */
const PLAIN = /^[\p{L}\p{N}(/+][^\t]*$/u;
const SPECIAL = /:(?:\s|$)|\s#/;
const QUOTED = /^"[^"\\]*"$|^'[^']*'$/;
const MEMBER = /^(?:[\p{L}\p{N}(/+][^\t,[\]{}"'#:]*|"[^"\\,]*"|'[^',]*')$/u;

/** The lines of a block list below a key: `  - "9.2"`. */
const KEY_ALONE = /^([A-Za-z_][\w -]*?):$/;
const DASH = /^( *-[ ]+)(?=\S)/;

/**
 * Front matter whose every line is the simplest there is, read without a YAML parser, which would take most of the time
 * of reading a document. Anything else, and be it a comment, gives `undefined`: the parser decides.
 */
export function plainFrontMatter(text: string, span: Span): readonly PlainLine[] | undefined {
  const lines: PlainLine[] = [];
  const sources = sourceLines(text, span);
  for (let at = 0; at < sources.length; ) {
    const source = sources[at];
    if (!source) break;
    const line = lineOf(source) ?? blockListOf(sources, at);
    if (!line) return undefined;
    lines.push(line);
    at += 1 + (line.dashes ?? 0);
  }
  return lines;
}

/** Lines that are not blank, without blanks at their ends. */
function sourceLines(text: string, { start, end }: Span): readonly Text[] {
  const lines: Text[] = [];
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 || newline >= end ? end : newline + 1;
    const line = textAt(text.slice(at, next).trimEnd(), at);
    if (line.text !== '') lines.push(line);
    at = next;
  }
  return lines;
}

function lineOf({ text, span }: Text): PlainLine | undefined {
  const match = KEY.exec(text);
  if (!match?.[1] || text.includes('\r')) return undefined;
  const key = textAt(match[1], span.start);
  const value = text.slice(match[0].length);
  const from = span.start + match[0].length;
  if (value.startsWith('[')) return listOf(key, value, from);
  const item = valueAt(value, from);
  return item && { key, items: [item] };
}

function valueAt(value: string, from: number): Text | undefined {
  if (QUOTED.test(value)) return textAt(value.slice(1, -1), from + 1);
  return PLAIN.test(value) && !SPECIAL.test(value) ? textAt(value, from) : undefined;
}

/** A key alone with the lines of dashes below it, all indented alike. */
function blockListOf(lines: readonly Text[], at: number): PlainLine | undefined {
  const name = KEY_ALONE.exec(lines[at]?.text ?? '')?.[1];
  const first = DASH.exec(lines[at + 1]?.text ?? '')?.[1];
  const start = lines[at]?.span.start;
  if (name === undefined || first === undefined || start === undefined) return undefined;
  const items: Text[] = [];
  for (let line = lines[at + 1]; line && DASH.test(line.text); line = lines[at + 1 + items.length]) {
    const item = line.text.startsWith(first) && valueAt(line.text.slice(first.length), line.span.start + first.length);
    if (!item) return undefined;
    items.push(item);
  }
  const dash = (lines[at + 1]?.span.start ?? start) + first.indexOf('-');
  const list = { start: dash, end: lines[at + items.length]?.span.end ?? dash };
  return { key: textAt(name, start), items, list, dashes: items.length };
}

function listOf(key: Text, value: string, from: number): PlainLine | undefined {
  if (!value.endsWith(']')) return undefined;
  const items: Text[] = [];
  let at = from + 1;
  for (const part of value.slice(1, -1).split(',')) {
    const member = part.trim();
    if (!MEMBER.test(member)) return undefined;
    const place = at + part.indexOf(member);
    items.push(/^["']/.test(member) ? textAt(member.slice(1, -1), place + 1) : textAt(member, place));
    at += part.length + 1;
  }
  return { key, items, list: { start: from, end: from + value.length } };
}

const textAt = (text: string, start: number): Text => ({ text, span: { start, end: start + text.length } });
