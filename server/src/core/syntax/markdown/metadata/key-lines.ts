import { metadataField } from '../../../framework/synonyms';
import type { MetadataEntry } from '../../../model/facts';
import { matchesOf } from '../../../text/matches';
import type { Span } from '../../../text/span';

/** `**Owner:** Head of AI`, several to a line or one to a line, in paragraphs, list items and quotes. */
const BOLD_KEY = /(?:\*\*|__)([^*_\n:|]{2,48}?)\s*(?:[:：]\s*(?:\*\*|__)|(?:\*\*|__)\s*[:：])[ \t]*/gu;

export function boldLines(text: string, block: Span): readonly MetadataEntry[] {
  const source = text.slice(block.start, block.end);
  const keys = matchesOf(BOLD_KEY, source);
  return keys.map((match, index) => {
    const key = (match[1] ?? '').trim();
    const keyStart = block.start + match.index + match[0].indexOf(key);
    const valueStart = block.start + match.index + match[0].length;
    const limit = block.start + (keys[index + 1]?.index ?? source.length);
    return entryAt(text, { key, start: keyStart }, trimValue(text, valueStart, limit), 'bold');
  });
}

const PLAIN_KEY = /^(?:[>\s]|[-*+]\s)*(\p{L}[\p{L}\p{N} ./()-]{0,40}?)\s*[:：][ \t]+(?=\S)/u;

/** `Owner: Head of AI` without any marks, one to a line. Only keys that are known: prose is full of colons. */
export function plainLines(text: string, block: Span): readonly MetadataEntry[] {
  const entries: MetadataEntry[] = [];
  for (let start = block.start; start < block.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > block.end ? block.end : newline;
    const match = PLAIN_KEY.exec(text.slice(start, end));
    const key = match?.[1];
    if (match && key !== undefined && metadataField(key) !== undefined) {
      const keyStart = start + match[0].indexOf(key);
      entries.push(entryAt(text, { key, start: keyStart }, trimValue(text, start + match[0].length, end), 'line'));
    }
    start = end + 1;
  }
  return entries;
}

function entryAt(
  text: string,
  { key, start }: { readonly key: string; readonly start: number },
  value: Span,
  source: MetadataEntry['source'],
): MetadataEntry {
  const written = text.slice(value.start, value.end);
  return {
    key,
    keySpan: { start, end: start + key.length },
    value: written,
    valueSpan: value,
    items: written === '' ? [] : [{ text: written, span: value }],
    source,
  };
}

/** The value ends with its line or before a comment; separators before the next key, marks and hard breaks are none of it. */
function trimValue(text: string, start: number, limit: number): Span {
  const line = text.slice(start, limit).split(/[\n\r]|<!--/, 1)[0] ?? '';
  const value = line.replace(/(?:<br\s*\/?>|\\|[\s|·•;,])+$/i, '');
  const lead = value.length - value.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, value.length) };
}
