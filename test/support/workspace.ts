import picomatch from 'picomatch';
import { withOwn } from '../../server/src/core/framework/frameworks';
import type { Aims, Mode, SourceFile } from '../../server/src/core/model/aims';
import { DEFAULT_CONFIG, readConfig } from '../../server/src/core/records/read-config';
import { parseWithRemark } from '../../server/src/core/syntax/markdown/remark-parser';
import { type MarkdownParser, readSource } from '../../server/src/core/syntax/read-file';
import type { CivilDate } from '../../server/src/core/text/civil-date';
import { countLines } from '../../server/src/core/text/count-lines';

/** A finding an example expects: a part of its message at a place. */
export interface Expected {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface Workspace {
  readonly aims: Aims;
  readonly expected: readonly Expected[];
  /** Where `$0` stood. */
  readonly caret?: { readonly file: string; readonly offset: number };
}

export const TODAY = '2026-11-20' as CivilDate;

interface Options {
  readonly mode?: Mode;
  readonly today?: string;
  readonly parse?: MarkdownParser;
}

/**
 * Reads a workspace from one string: `//- path` starts a file, `$0` is the caret, and a line of `^^^ message` says that
 * a finding is expected at that place of the line above.
 */
export function workspace(text: string, options: Options = {}): Workspace {
  const files = new Map<string, string>();
  const expected: Expected[] = [];
  let caret: Workspace['caret'];
  for (const [path, source] of splitFiles(text)) {
    const { content, marks } = takeMarks(path, source);
    expected.push(...marks);
    const at = content.indexOf('$0');
    if (at >= 0) caret = { file: path, offset: at };
    files.set(path, content.replace('$0', ''));
  }
  return { aims: aimsOf(files, options), expected, ...(caret ? { caret } : {}) };
}

export function aimsOf(texts: ReadonlyMap<string, string>, options: Options = {}): Aims {
  const parse = options.parse ?? parseWithRemark;
  const files = new Map<string, SourceFile>([...texts].map(([path, text]) => [path, readSource(path, text, parse)]));
  const settings = texts.get('aims.yaml');
  const config =
    settings === undefined ? DEFAULT_CONFIG : readConfig('aims.yaml', settings, { shared: sharedIn(texts) });
  return {
    mode: options.mode ?? (settings === undefined ? 'adopted' : 'configured'),
    files,
    paths: pathsOf(texts),
    config,
    frameworks: withOwn(config.ownFrameworks),
    today: (options.today ?? TODAY) as CivilDate,
  };
}

const sharedIn = (texts: ReadonlyMap<string, string>) => (path: string) => {
  const text = texts.get(path);
  return text === undefined ? { refused: 'does not exist' } : { text };
};

function splitFiles(text: string): readonly (readonly [string, string])[] {
  const parts = text.split(/^\/\/- (.+)\n?/m);
  const files: [string, string][] = [];
  for (let i = 1; i < parts.length; i += 2) files.push([parts[i]!.trim(), (parts[i + 1] ?? '').replace(/\n$/, '')]);
  return files;
}

function takeMarks(file: string, source: string): { content: string; marks: Expected[] } {
  const lines: string[] = [];
  const marks: Expected[] = [];
  let start = 0;
  let previous = 0;
  for (const line of source.split('\n')) {
    const mark = /^(\s*)(\^+) (.+)$/.exec(line);
    if (mark) {
      const at = previous + mark[1]!.length;
      marks.push({ file, start: at, end: at + mark[2]!.length, message: mark[3]! });
      continue;
    }
    lines.push(line);
    previous = start;
    start += line.length + 1;
  }
  return { content: lines.join('\n'), marks };
}

/** What exists where these texts are all there is. */
export function pathsOf(texts: ReadonlyMap<string, string>): Aims['paths'] {
  const folders = new Set(
    [...texts.keys()].flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, i, parts) => parts.slice(0, i + 1).join('/')),
    ),
  );
  return {
    kindOf: (path) => {
      const clean = path.replace(/\/$/, '');
      return texts.has(clean) ? 'file' : folders.has(clean) ? 'directory' : undefined;
    },
    lengthOf: (path) => {
      const text = texts.get(path);
      return text === undefined ? undefined : countLines(text);
    },
    matching: (pattern) => [...texts.keys()].filter((path) => picomatch.isMatch(path, pattern)),
    depth: 0,
  };
}
