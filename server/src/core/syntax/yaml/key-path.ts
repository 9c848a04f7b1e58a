import { lineSpanAt } from '../../text/line-index';
import type { Span } from '../../text/span';

/** Where in nested maps a caret is. `undefined` in a path stands for a member of a list. */
export interface KeyPlace {
  readonly path: readonly (string | undefined)[];
  /** A key is being typed, else the value of the last key of the path. */
  readonly isKey: boolean;
  /** What is typed so far, without a quote before it. */
  readonly span: Span;
  readonly quoted: boolean;
  /** Keys of the same map on other lines. */
  readonly present: readonly string[];
}

const LINE = /^(\s*)((?:-(?:\s+|$))*)(.*)$/;
const KEY = /^(["']?)([^"'#\s[\]{},-][^"'#]*?|[^"'#]+?(?=["']))\1\s*:(?:\s|$)/;
const SKIPPED = /^\s*(?:#.*)?$/;

/** The place of a caret, read from indentation and brackets, so that half-typed YAML is enough; nothing in a comment. */
export function keyPlaceAt(text: string, offset: number): KeyPlace | undefined {
  const line = lineSpanAt(text, offset);
  const before = text.slice(line.start, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const [, blanks = '', dashes = '', rest = ''] = LINE.exec(before) ?? [];
  const column = blanks.length + dashes.length;
  const above = text.slice(0, line.start).split(/\r?\n/).slice(0, -1);
  const parents = [...pathAbove(above, dashes === '' ? column : blanks.length, dashes !== ''), ...inList(dashes)];
  const key = KEY.exec(rest);
  const here = { offset, end: wordEnd(text, offset) };
  if (!key) {
    // A dash opens a value; the members of our lists are no maps.
    const present = dashes === '' ? keysBeside(above, text.slice(line.end + 1), column) : [];
    return placeOf(parents, dashes === '', rest, here, present);
  }
  return inFlow([...parents, key[2]], rest.slice(key[0].length), here);
}

const inList = (dashes: string): readonly undefined[] => (dashes === '' ? [] : [undefined]);

interface Here {
  readonly offset: number;
  readonly end: number;
}

function placeOf(
  path: KeyPlace['path'],
  isKey: boolean,
  typed: string,
  { offset, end }: Here,
  present: readonly string[],
): KeyPlace {
  const quoted = /^["']/.test(typed);
  const length = quoted ? typed.length - 1 : typed.length;
  return { path, isKey, quoted, present, span: { start: offset - length, end } };
}

/** The value after a key: a scalar, or what is open of `[a, b` and `{ a: b, c`. */
function inFlow(path: KeyPlace['path'], value: string, here: Here): KeyPlace | undefined {
  const open = /^\s*([[{])/.exec(value);
  if (!open) return placeOf(path, false, value.trimStart(), here, []);
  const inner = value.slice(open[0].length);
  if (/[\]}]\s*$/.test(inner)) return undefined;
  const parts = inner.split(',');
  const last = (parts.at(-1) ?? '').trimStart();
  if (open[1] === '[') return placeOf([...path, undefined], false, last, here, []);
  const key = KEY.exec(last);
  if (key) return inFlow([...path, key[2]], last.slice(key[0].length), here);
  return placeOf(
    path,
    true,
    last,
    here,
    parts.slice(0, -1).flatMap((part) => KEY.exec(part.trimStart())?.[2] ?? []),
  );
}

/** The keys a line stands under, the outermost first. A list may stand as far left as its key. */
function pathAbove(lines: readonly string[], column: number, isItem: boolean): readonly string[] {
  const path: string[] = [];
  let limit = column;
  let orEqual = isItem;
  for (const line of lines.toReversed()) {
    if (SKIPPED.test(line)) continue;
    const [, blanks = '', dashes = '', rest = ''] = LINE.exec(line) ?? [];
    const key = KEY.exec(rest)?.[2];
    const indent = blanks.length;
    const isAbove = indent < limit || (orEqual && indent === limit && dashes === '');
    if (!isAbove || key === undefined) continue;
    path.unshift(key);
    limit = indent;
    orEqual = false;
    if (limit === 0) break;
  }
  return path;
}

/** Keys of the same map: lines of the same indent, up and down to one that is less far in. */
function keysBeside(above: readonly string[], below: string, column: number): readonly string[] {
  return [above.toReversed(), below.split(/\r?\n/, 500)].flatMap((lines) => {
    const keys: string[] = [];
    for (const line of lines) {
      if (SKIPPED.test(line)) continue;
      const [, blanks = '', dashes = '', rest = ''] = LINE.exec(line) ?? [];
      if (blanks.length < column) break;
      // A list may stand as far left as its key.
      const key = blanks.length === column && dashes === '' ? KEY.exec(rest)?.[2] : undefined;
      if (key !== undefined) keys.push(key);
    }
    return keys;
  });
}

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (/[\p{L}\p{N}_./*-]/u.test(text.charAt(end))) end++;
  return end;
}
