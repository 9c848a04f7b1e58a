import type { Span } from '../text/span';
import type { Text } from './facts';

const SEPARATOR = /[,;\n]|<br\s*\/?>|\s(?:and|und|et|y|&|·|\/|\+)\s/gi;
const LEAD = /^(?:\s|-\s|[[\]"'`*()])+/;
const TRAIL = /(?:\s|[[\]"'`*()])+$/;
const LINK = /^\[([^\][]+)\]\([^()]*\)$/;

/** The members of a value as its author wrote them: `[R-01, R-02]`, `R-01; R-02`, a YAML list, `[R-01](risks.md)`. */
export function itemsIn(text: string, span: Span): readonly Text[] {
  const source = withoutComments(text.slice(span.start, span.end));
  const items: Text[] = [];
  let start = 0;
  for (const match of source.matchAll(SEPARATOR)) {
    items.push(...itemAt(source.slice(start, match.index), span.start + start));
    start = match.index + match[0].length;
  }
  items.push(...itemAt(source.slice(start), span.start + start));
  return items;
}

/** A comment is no member; blanks in its place keep the offsets. */
const withoutComments = (source: string): string =>
  source.includes('<!--') ? source.replace(/<!--.*?-->/gs, (comment) => ' '.repeat(comment.length)) : source;

function itemAt(part: string, start: number): readonly Text[] {
  const link = LINK.exec(part.trim());
  const lead = link ? part.indexOf('[') + 1 : (LEAD.exec(part)?.[0].length ?? 0);
  const inner = link?.[1] ?? part.slice(lead).replace(TRAIL, '');
  return inner === '' ? [] : [{ text: inner, span: { start: start + lead, end: start + lead + inner.length } }];
}
