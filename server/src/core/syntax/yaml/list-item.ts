/** The item of a list of maps that a line belongs to, read from indentation, so that half-typed YAML is enough. */
export interface ListItem {
  /** The key the list stands under; absent where the list is the whole file. */
  readonly list?: string;
  /** The keys of the item on other lines. */
  readonly keys: readonly string[];
  /** The key whose list of values the line is in: `controls:` above `- A.7.4`. */
  readonly under?: string;
}

interface Line {
  readonly indent: number;
  /** Where the text after the dash starts; the indent where there is none. */
  readonly content: number;
  readonly dash: boolean;
  readonly key?: string;
  /** Nothing stands after the key. */
  readonly open: boolean;
}

const LINE = /^(\s*)((?:-\s+|-$)?)(.*)$/;
const KEY = /^["']?([^\s"'#:\-[\]{}][^"'#:]*?)["']?\s*:(?:\s+(.*))?$/;
const SKIPPED = /^\s*(?:#.*)?$/;

/** How far up the start of a list is looked for. */
const MOST_LINES = 2000;

export function listItemAt(text: string, offset: number): ListItem | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const current = lineOf(text.slice(start, offset));
  const above = text
    .slice(0, start)
    .split(/\r?\n/)
    .slice(0, -1)
    .slice(-MOST_LINES)
    .filter((line) => !SKIPPED.test(line))
    .map(lineOf);
  if (current.dash && current.key === undefined) {
    const parent = above.findLastIndex((line) => line.key !== undefined && line.open && line.content <= current.indent);
    const owner = above[parent];
    const isDirect = above
      .slice(parent + 1)
      .every((line) => line.dash && line.indent === current.indent && line.key === undefined);
    const item = owner && isDirect ? itemOf(owner, above.slice(0, parent), []) : undefined;
    if (owner?.key !== undefined && item) return { ...item, under: owner.key };
  }
  const end = text.indexOf('\n', offset);
  const below =
    end < 0
      ? []
      : text
          .slice(end + 1)
          .split(/\r?\n/, 100)
          .filter((line) => !SKIPPED.test(line))
          .map(lineOf);
  return itemOf(current, above, below);
}

function lineOf(text: string): Line {
  const [, blanks = '', dash = '', rest = ''] = LINE.exec(text) ?? [];
  const key = KEY.exec(rest);
  return {
    indent: blanks.length,
    content: blanks.length + dash.length,
    dash: dash !== '',
    open: key !== null && (key[2] ?? '').trim() === '',
    ...(key?.[1] === undefined ? {} : { key: key[1] }),
  };
}

/** Climbs from a line to the dash of its item, and from there to the key of the list. */
function itemOf(line: Line, above: readonly Line[], below: readonly Line[]): ListItem | undefined {
  const keys = keysBelow(line, below);
  let index = above.length - 1;
  let dash = line.dash ? line : undefined;
  for (; !dash && index >= 0; index--) {
    const other = above[index];
    if (!other || other.content < line.content) return undefined;
    if (other.content === line.content && other.key !== undefined) keys.push(other.key);
    if (other.content === line.content && other.dash) dash = other;
  }
  if (!dash) return undefined;
  const start = dash.indent;
  const list = above.slice(0, index + 1).findLast((other) => !other.dash && other.indent <= start);
  return { keys, ...(list?.key !== undefined && list.open ? { list: list.key } : {}) };
}

function keysBelow(line: Line, below: readonly Line[]): string[] {
  const keys: string[] = [];
  for (const other of below) {
    if (other.indent < line.content) break;
    if (other.content === line.content && !other.dash && other.key !== undefined) keys.push(other.key);
  }
  return keys;
}
