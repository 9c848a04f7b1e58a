import type { Aims, SourceFile } from '../model/aims';
import type { Finding, Fix } from '../model/finding';
import { detailsAsked } from '../suppressions/policy';
import { isSuppressible } from '../suppressions/sieve';
import { BASELINE_FILE } from '../syntax/read-file';
import { lineSpanAt } from '../text/line-index';
import type { Span } from '../text/span';

/** Stands where the reason belongs, and is none: until somebody replaces it the finding stays. */
const REASON = 'TODO';

/** A comment that accepts one finding, once its author has said why; nothing where no comment can stand. */
export function suppress(aims: Aims, finding: Finding): Fix | undefined {
  const file = aims.files.get(finding.file);
  // Where reading a file failed, nobody knows what a comment in it would be.
  const isReadable = finding.rule !== 'file-not-analysed' && finding.file !== BASELINE_FILE;
  if (!file || !isReadable || !isSuppressible(finding.rule)) return undefined;
  if (aims.config.suppressions.never.has(finding.rule)) return undefined;
  const said = `${REASON}${detailsAsked(aims)}`;
  const edit = isAboutAll(aims, finding) ? atTop(file, finding, said) : besides(file, finding, said);
  if (!edit) return undefined;
  return {
    title: `Suppress \`${finding.rule}\` here with a reason`,
    preferred: false,
    safe: false,
    edits: [{ file: file.path, span: { start: edit.at, end: edit.at }, newText: edit.text, placeholder: REASON }],
  };
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** What is absent stands in the first line of the settings, where many findings meet: the subject tells them apart. */
const isAboutAll = (aims: Aims, { file, span }: Finding): boolean => file === aims.config.path && span.start === 0;

function atTop(file: SourceFile, { rule, subject }: Finding, said: string): Insertion {
  const about = subject === undefined ? '' : `[${subject}]`;
  return { at: startOf(file.text), text: `# aims-ignore-file ${rule}${about}: ${said}${breakOf(file.text)}` };
}

const startOf = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

const breakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

function besides(file: SourceFile, finding: Finding, said: string): Insertion | undefined {
  const { text, facts } = file;
  if (facts.format === 'csv') return undefined;
  const line = lineSpanAt(text, finding.span.start);
  const { frontMatter } = facts;
  const inYaml =
    facts.format === 'yaml' || (frontMatter && frontMatter.start < line.start && line.start < frontMatter.end - 3);
  if (inYaml) return inScalar(file, line) ? undefined : above(text, line, finding, '# ', '', said);
  if (frontMatter && line.start <= frontMatter.start) return undefined;
  return isPlainLine(text, line)
    ? above(text, line, finding, '<!-- ', ' -->', said)
    : behind(text, line, finding, said);
}

/** Lines of a text value are text, whatever sign they start with. */
const inScalar = ({ facts }: SourceFile, line: Span): boolean =>
  facts.metadata.some(({ valueSpan }) => valueSpan.start < line.start && line.start < valueSpan.end);

/** A paragraph or heading at the margin can have a comment above it; between rows or items one would part them. */
const isPlainLine = (text: string, { start, end }: Span): boolean => {
  const before = start === 0 ? '' : lineTextBefore(text, start);
  return /^(?:#|[^\s|>*+\-\d<])/.test(text.slice(start, end)) && before.trim() === '';
};

function lineTextBefore(text: string, start: number): string {
  const end = text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
  const line = lineSpanAt(text, end);
  return text.slice(line.start, line.end);
}

function above(text: string, line: Span, { rule }: Finding, open: string, close: string, said: string): Insertion {
  const indent = /^[ \t]*(?=\S|$)/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  return {
    at: line.start,
    text: `${indent}${open}aims-ignore-next-line ${rule}: ${said}${close}${breakOf(text)}`,
  };
}

/** In a table the comment stays inside the cell. */
function behind(text: string, line: Span, { rule, span }: Finding, said: string): Insertion {
  const comment = ` <!-- aims-ignore-line ${rule}: ${said} -->`;
  const source = text.slice(line.start, line.end);
  if (!source.trimStart().startsWith('|')) return { at: line.start + source.trimEnd().length, text: comment };
  const from = Math.min(Math.max(span.start, Math.min(span.end, line.end)), line.end);
  const bar = text.slice(from, line.end).search(/(?<!\\)\|/);
  const cellEnd = bar < 0 ? line.end : from + bar;
  const cell = text.slice(line.start, cellEnd);
  return { at: line.start + cell.trimEnd().length, text: comment };
}
