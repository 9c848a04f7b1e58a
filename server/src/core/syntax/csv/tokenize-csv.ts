import type { Span } from '../../text/span';

/** One field of a record: `text` is unquoted, `span` covers the content without the quotes. */
export interface CsvField {
  readonly text: string;
  readonly span: Span;
}

export interface CsvRecord {
  readonly fields: readonly CsvField[];
  readonly span: Span;
}

export interface CsvText {
  readonly records: readonly CsvRecord[];
  /** The opening quote of a field that is never closed. */
  readonly unclosedQuote?: Span;
}

/** Reads RFC 4180 text with the offsets of every field, which libraries do not keep. Blank lines are left out. */
export function tokenizeCsv(text: string, from: number): CsvText {
  const delimiter = delimiterOf(text, from);
  const records: CsvRecord[] = [];
  let position = from;
  let unclosedQuote: Span | undefined;
  while (position < text.length) {
    const start = position;
    const fields: CsvField[] = [];
    for (let more = true; more; ) {
      const field = readField(text, position, delimiter);
      fields.push(field);
      unclosedQuote ??= field.unclosed ? { start: position, end: position + 1 } : undefined;
      more = text[field.next] === delimiter;
      position = more ? field.next + 1 : field.next;
    }
    if (fields.length > 1 || fields[0]?.text !== '') records.push({ fields, span: { start, end: position } });
    position = afterBreak(text, position);
  }
  return { records, ...(unclosedQuote ? { unclosedQuote } : {}) };
}

/** The commonest of comma, semicolon and tab in the first line decides. */
function delimiterOf(text: string, from: number): string {
  const line = text.slice(from, from + 4000).split(/[\r\n]/, 1)[0] ?? '';
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
}

interface ReadField extends CsvField {
  readonly next: number;
  readonly unclosed?: boolean;
}

function readField(text: string, from: number, delimiter: string): ReadField {
  return text[from] === '"' ? readQuoted(text, from, delimiter) : readPlain(text, from, delimiter);
}

function readPlain(text: string, from: number, delimiter: string): ReadField {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  const raw = text.slice(from, end);
  const lead = raw.length - raw.trimStart().length;
  const trimmed = raw.trim();
  const start = trimmed === '' ? from : from + lead;
  return { text: trimmed, span: { start, end: start + trimmed.length }, next: end };
}

function readQuoted(text: string, from: number, delimiter: string): ReadField {
  let end = from + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return { ...readPlain(text, from, delimiter), unclosed: true };
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const value = text.slice(from + 1, end).replaceAll('""', '"');
  let next = end + 1;
  while (next < text.length && text[next] !== delimiter && text[next] !== '\n' && text[next] !== '\r') next++;
  return { text: value.trim(), span: { start: from + 1, end }, next };
}

function afterBreak(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1;
  return at < text.length ? at + 1 : at;
}
