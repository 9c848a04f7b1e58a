import { type Field, fieldOf } from '../document/document';
import type { Aims } from '../model/aims';
import type { Text } from '../model/facts';
import type { FileView } from '../model/file-view';
import { normalize } from '../text/words';
import type { Report, Rule } from './rule';

/** A number in YAML that loses a part of itself when another tool reads it. */
export const numericIdUnquoted: Rule = {
  meta: {
    name: 'numeric-id-unquoted',
    severity: 'warning',
    summary: 'A clause, id or version in YAML is a number to other tools, which drop its last or first zero.',
    why: 'To YAML an unquoted 8.10 is the number 8.1. Whoever builds a register or a page from the front matter shows another clause or another version than the author wrote.',
    basis: ['42001:7.5.2'],
    doubt: 'Where nothing but this tool reads the file nothing is lost; quotes do no harm all the same.',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\nversion: 1.10\n         ^^^^ other tools read `1.1`\nclauses: [5.2, 8.10]\n               ^^^^ other tools read `8.1`\n---\n# AI policy',
      },
      {
        text: '//- risks.yaml\nrisks:\n  - id: 007\n        ^^^ other tools read `7`\n    description: x',
      },
    ],
    good: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\nversion: 1.0\nclauses: [5.2, "8.10"]\nid: POL-007\n---\n# AI policy',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      for (const scalar of [...metadataScalars(view, aims), ...idCells(view)]) {
        const read = asRead(scalar.text);
        if (read !== undefined && !isQuoted(view.file.text, scalar)) yield report(view, scalar, read);
      }
    },
  },
};

const IDS: ReadonlySet<Field> = new Set(['id', 'version', 'clauses', 'controls', 'supersedes']);

function metadataScalars({ file }: FileView, aims: Aims): readonly Text[] {
  return file.facts.metadata
    .filter(({ source }) => source === 'front-matter' || source === 'yaml')
    .filter(({ key }) => IDS.has(fieldOf(key, aims.config) ?? 'title'))
    .flatMap(({ items }) => items);
}

const idCells = ({ file }: FileView): readonly Text[] =>
  file.facts.grids
    .filter(({ source }) => source === 'yaml')
    .flatMap(({ header, rows }) => {
      const column = header.findIndex((cell) => /^(?:id|control|clause|.* id)$/.test(normalize(cell.text)));
      return column < 0 ? [] : rows.flatMap((row) => row.cells[column] ?? []);
    });

/** What a reader of numbers makes of it, where that differs: `1.10` is 1.1, `007` is 7. `1.0` everybody understands. */
function asRead(text: string): string | undefined {
  if (/^\d+\.\d+0$/.test(text)) return text.replace(/0+$/, '');
  return /^0\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : undefined;
}

const isQuoted = (text: string, { span }: Text): boolean => /["']/.test(text.charAt(span.start - 1));

function report(view: FileView, { text, span }: Text, read: string): Report {
  return {
    span,
    message: `Without quotes \`${text}\` is a number, and other tools read \`${read}\`. Write "${text}".`,
    fixes: [
      {
        title: `Write "${text}"`,
        preferred: true,
        safe: true,
        edits: [{ file: view.file.path, span, newText: `"${text}"` }],
      },
    ],
  };
}
