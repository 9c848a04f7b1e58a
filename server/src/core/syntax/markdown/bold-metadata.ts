import type { MetadataEntry } from '../../model/facts';
import type { Span } from '../../text/span';

/** `**Owner:** Head of AI`, several to a line or one to a line, in paragraphs and list items. */
const BOLD_KEY = /(?:\*\*|__)([^*_\n:|]{2,48}?)\s*(?:[:：]\s*(?:\*\*|__)|(?:\*\*|__)\s*[:：])[ \t]*/gu;

export function boldMetadata(text: string, block: Span): readonly MetadataEntry[] {
  const source = text.slice(block.start, block.end);
  const keys = [...source.matchAll(BOLD_KEY)];
  return keys.map((match, index) => {
    const key = (match[1] ?? '').trim();
    const keyStart = block.start + match.index + match[0].indexOf(key);
    const valueStart = block.start + match.index + match[0].length;
    const limit = block.start + (keys[index + 1]?.index ?? source.length);
    const value = trimValue(text, valueStart, limit);
    return {
      key,
      keySpan: { start: keyStart, end: keyStart + key.length },
      value: text.slice(value.start, value.end),
      valueSpan: value,
      items: value.end > value.start ? [{ text: text.slice(value.start, value.end), span: value }] : [],
      source: 'bold',
    };
  });
}

/** The value ends with its line; separators before the next key and hard breaks are none of it. */
function trimValue(text: string, start: number, limit: number): Span {
  const line = text.slice(start, limit).split(/[\n\r]/, 1)[0] ?? '';
  const value = line.replace(/(?:<br\s*\/?>|\\|[\s|·•;,])+$/i, '');
  const lead = value.length - value.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, value.length) };
}
