import { type Document, parseAllDocuments } from 'yaml';
import type { Problem } from '../../model/facts';

export interface ParsedYaml {
  readonly documents: readonly Document.Parsed[];
  readonly problems: readonly Problem[];
}

const MAX_DEPTH = 64;
const MAX_EXPLICIT_KEYS = 20;

/**
 * Parses YAML to its syntax tree; values are never resolved (`toJS`), so aliases and merge keys cost nothing and an
 * unquoted `8.10` stays `8.10`. Our own bound on nesting comes first, since the parser's time grows with its square.
 */
export function parseYaml(text: string, base: number): ParsedYaml {
  const bound = beyondBounds(text, base);
  if (bound) return { documents: [], problems: [bound] };
  try {
    const parsed = parseAllDocuments(text, {
      uniqueKeys: false,
      prettyErrors: false,
      strict: false,
      logLevel: 'silent',
    });
    const documents = 'empty' in parsed ? [] : [...parsed];
    return { documents, problems: documents.flatMap((document) => firstError(document, text.length, base)) };
  } catch {
    // The parser has no bound of its own on block nesting; running out of stack is its only way to say so.
    return {
      documents: [],
      problems: [{ message: 'This YAML is nested too deeply to be read.', span: { start: base, end: base + 1 } }],
    };
  }
}

/** One broken place often makes a dozen errors; the first is the one to mend. */
function firstError(document: Document.Parsed, length: number, base: number): Problem[] {
  const error = document.errors[0];
  if (!error) return [];
  const start = Math.max(0, Math.min(error.pos[0], length - 1));
  const end = Math.min(Math.max(error.pos[1], start + 1), length);
  const message = `This YAML cannot be read from here on: ${sentence(error.message)}`;
  return [{ message, span: { start: base + start, end: base + end } }];
}

const sentence = (message: string): string => {
  const first = message.split('\n', 1)[0] ?? '';
  return `${first.charAt(0).toLowerCase()}${first.slice(1).replace(/[.:\s]*$/, '')}.`;
};

function beyondBounds(text: string, base: number): Problem | undefined {
  let depth = 0;
  let explicitKeys = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 91 || code === 123) depth++;
    else if (code === 93 || code === 125) depth--;
    else if (code === 63 && text.charCodeAt(i + 1) === 32) explicitKeys++;
    else if (code === 10) {
      // A text in brackets over several lines is deep only if no line starts a new key in between.
      explicitKeys = 0;
      if (/[\p{L}"'-]/u.test(text.charAt(i + 1))) depth = 0;
    }
    if (Math.abs(depth) > MAX_DEPTH || explicitKeys > MAX_EXPLICIT_KEYS) {
      const span = { start: base + i, end: base + i + 1 };
      return { message: `This YAML is nested more than ${MAX_DEPTH} deep here and was not read.`, span };
    }
  }
  return undefined;
}
