import type { SourceFile } from '../model/aims';
import type { FileFacts } from '../model/facts';
import { readCsv } from './csv/read-csv';
import type { MarkdownParser } from './markdown/markdown-node';
import { readMarkdown } from './markdown/read-markdown';
import { readYaml } from './yaml/read-yaml';

export type { MarkdownParser } from './markdown/markdown-node';

/** Size in bytes up to which a file is read, by format; real documents stay far below. */
export const MAX_BYTES: Readonly<Record<FileFacts['format'], number>> = {
  markdown: 1 << 20,
  yaml: 1 << 20,
  csv: 4 << 20,
};

/** The format of a file by its extension; files of other extensions are Markdown only if somebody includes them. */
export function formatOf(path: string): FileFacts['format'] {
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  return /\.csv$/i.test(path) ? 'csv' : 'markdown';
}

/** Reads one file to facts. Total: whatever cannot be read is a problem among the facts. */
export function readSource(path: string, text: string, parse: MarkdownParser): SourceFile {
  return { path, text, facts: path === BASELINE_FILE ? noFacts('yaml') : readFacts(formatOf(path), text, parse) };
}

/** The baseline repeats what it accepts: read as a document it would say everything a second time. */
export const BASELINE_FILE = 'aims.baseline.yaml';

function readFacts(format: FileFacts['format'], text: string, parse: MarkdownParser): FileFacts {
  if (text.length > MAX_BYTES[format])
    return unreadFacts(format, `The file is larger than ${MAX_BYTES[format] >> 20} MiB and was not read.`);
  switch (format) {
    case 'markdown':
      return readMarkdown(text, parse);
    case 'yaml':
      return readYaml(text);
    case 'csv':
      return readCsv(text);
  }
}

/** A file that exists but cannot be read; `reason` is a sentence for its reader. */
export const unreadable = (path: string, reason: string): SourceFile => ({
  path,
  text: '',
  facts: unreadFacts(formatOf(path), reason),
});

const unreadFacts = (format: FileFacts['format'], reason: string): FileFacts => ({
  ...noFacts(format),
  problems: [{ message: reason, span: { start: 0, end: 0 } }],
});

const noFacts = (format: FileFacts['format']): FileFacts => ({
  format,
  headings: [],
  metadata: [],
  grids: [],
  links: [],
  anchors: [],
  references: [],
  standards: [],
  placeholders: [],
  directives: [],
  problems: [],
});
