import type { Problem } from '../../model/facts';
import { lineSpanAt } from '../../text/line-index';

/**
 * What a parser is given at most. Beyond these bounds the time of one parser or the other grows with the square or the
 * cube of the input; real documents stay far below (of 5,999 read, none came near).
 */
const BOUNDS = { containers: 32, indent: 128, delimiters: 1_500, paragraphLines: 2_000 } as const;

export interface BoundedText {
  /** Offset up to which the text may be parsed. */
  readonly end: number;
  readonly problem?: Problem;
}

/** One linear look over the text; says where a parser has to stop, and why. */
export function boundMarkdown(text: string, from: number): BoundedText {
  let paragraphStart = from;
  let paragraphLines = 0;
  let marks = 0;
  let countedTo = from;
  let position = from;
  while (position < text.length) {
    const end = lineEnd(text, position);
    const line = measureLine(text, position, end);
    if (line.startsBlock) {
      paragraphStart = line.blank ? end : position;
      paragraphLines = 0;
      marks = 0;
      countedTo = paragraphStart;
    } else paragraphLines++;
    // Marks are counted only in a paragraph that is long enough to hold too many, which hardly one is.
    if (end - paragraphStart > BOUNDS.delimiters) {
      marks += countMarks(text, countedTo, end);
      countedTo = end;
    }
    const exceeded = exceededBound(line, paragraphLines, marks);
    if (exceeded) return stopAt(text, Math.min(paragraphStart, position), position, exceeded);
    position = end < text.length ? end + 1 : text.length;
  }
  return { end: text.length };
}

interface LineMeasure {
  readonly blank: boolean;
  /** A blank line, a table row, a list item or a heading: no paragraph goes on across it. */
  readonly startsBlock: boolean;
  readonly containers: number;
  readonly indent: number;
}

const STARTS_BLOCK = /^(?:\||#{1,6}\s|\d{1,9}[.)]\s)/;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;

function measureLine(text: string, start: number, end: number): LineMeasure {
  let containers = 0;
  let indent = 0;
  let position = start;
  for (; position < end; position++) {
    const code = text.charCodeAt(position);
    if (isBlank(code)) indent++;
    else if (code === 62) containers++;
    else if ((code === 45 || code === 42 || code === 43) && isBlank(text.charCodeAt(position + 1))) containers++;
    else break;
  }
  const blank = position === end;
  const startsBlock = blank || containers > 0 || STARTS_BLOCK.test(text.slice(position, position + 12));
  return { blank, startsBlock, containers, indent };
}

/** `*`, `_`, `[`, `]`, `!`, `<`, `` ` ``: what an inline parser has to pair up. */
const isDelimiter = (code: number): boolean =>
  code === 42 || code === 95 || code === 91 || code === 93 || code === 60 || code === 96;

function exceededBound(line: LineMeasure, lines: number, marks: number): string | undefined {
  if (line.containers > BOUNDS.containers) return `more than ${BOUNDS.containers} nested lists or quotes in one line`;
  if (!line.blank && line.indent > BOUNDS.indent) return `an indent of more than ${BOUNDS.indent} columns`;
  if (marks > BOUNDS.delimiters) return `more than ${BOUNDS.delimiters} inline marks in one paragraph`;
  return lines > BOUNDS.paragraphLines ? `a paragraph of more than ${BOUNDS.paragraphLines} lines` : undefined;
}

function countMarks(text: string, start: number, end: number): number {
  let marks = 0;
  for (let at = start; at < end; at++) if (isDelimiter(text.charCodeAt(at))) marks++;
  return marks;
}

function stopAt(text: string, end: number, offset: number, what: string): BoundedText {
  const message = `Read up to here only: ${what}. Split the text at this place; what follows was not checked.`;
  return { end, problem: { message, span: lineSpanAt(text, offset) } };
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}
