import * as z from 'zod';
import type { Framework } from '../framework/framework';
import type { RecordField, RecordType } from '../records/record-type';
import { RECORD_TYPES } from '../records/record-types';
import { wordsForField, wordsForList } from '../records/vocabulary';

/** The JSON Schema of files that hold lists of records, each list under its own key. */
export function recordsSchema(): Readonly<Record<string, unknown>> {
  const properties = RECORD_TYPES.map((type): [string, object] => [
    type.collection,
    { type: 'array', description: type.about, items: { $ref: `#/definitions/${type.name}` } },
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Records of an AI management system',
    type: 'object',
    properties: Object.fromEntries(properties),
    definitions: Object.fromEntries(RECORD_TYPES.map((type) => [type.name, definitionOf(type)])),
  };
}

function definitionOf(type: RecordType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(type.schema, { target: 'draft-7', io: 'input' });
  return { title: type.title, ...schema };
}

/** One record of a type in YAML, with a tab stop for everything it must have and for what is usual. */
export function recordSnippetBody({ collection, fields }: RecordType): readonly string[] {
  const shown = fields.filter((field, index) => field.required || index < MOST_FIELDS);
  const lines = shown.map((field, index) => `${field.name}: ${tabStop(field, index + 1)}`);
  return [`${collection}:`, ...lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`), '$0'];
}

const MOST_FIELDS = 12;

function tabStop({ values, list, date, example }: RecordField, number: number): string {
  const text = (values ? Object.keys(values).join(',') : date ? '' : example).replace(/[\\$}|]/g, '\\$&');
  const stop = values ? `\${${number}|${text}|}` : text === '' ? `$${number}` : `\${${number}:${text}}`;
  return list ? `[${stop}]` : stop;
}

/** `docs/records.md`: every type of record, how it is recognized, what it holds and what it serves. */
export function recordsPage(framework: Framework): string {
  const table = RECORD_TYPES.map((type) => summaryRow(framework, type));
  return `${[
    '# Records',
    INTRO,
    [
      '| record | what it is | key of a list | held by documents of kind | serves |',
      '|---|---|---|---|---|',
      ...table,
    ].join('\n'),
    ...RECORD_TYPES.flatMap(sectionOf),
  ].join('\n\n')}\n`;
}

const INTRO = `A record says that something exists or happened: a risk, an AI system, an audit. It may be written in any of four forms, which
are read alike:

- **YAML**: a list under a key that names the record (\`risks:\`), in any file, and with other lists beside it; or a whole file, by
  \`kind: risk\` or by its name (\`ai-system.yaml\`);
- **front matter**: a document that is one record, by its kind or by \`kind: risk\`;
- **a Markdown table**: under a heading that names the record, in a document of a kind that holds such records, or with columns that
  no other record has;
- **CSV**: as a table, with the file name in place of the heading.

Keys, columns and values may be the names below or any of several hundred other words in English, German, French and Spanish
(\`Risk ID\`, \`Eintrittswahrscheinlichkeit\`). What you add beyond them is kept and left alone. Ids are whatever you give; where one is mentioned,
it leads to the record that declares it. A record in a folder of code belongs to the AIMS whose \`aims.yaml\` is nearest above it.

Editors with a YAML extension load [records.schema.json](../schemas/records.schema.json) for the files named below; elsewhere, point to it.
The snippet \`aims-record-NAME\` starts a record.

What is plainly wrong is found: a gap that other records of the list fill, a slip next to a known word, a day no calendar has
([record-invalid](rules/record-invalid.md)), an id used twice ([duplicate-id](rules/duplicate-id.md)) or declared nowhere
([dead-reference](rules/dead-reference.md)).

## How risks are rated

Ratings are held against the scheme that your risk methodology or your risk register declares
([risk-level-inconsistent](rules/risk-level-inconsistent.md), [risk-residual-unaccepted](rules/risk-residual-unaccepted.md)):

- **levels**: a table with a column of levels and one of scores (\`| Level | Score |\`, \`| medium | 6–11 |\`);
- **scales**: a table of numbers and names under *Likelihood* or *Impact*;
- **a matrix**: a table with one scale down, the other across, and a level in each cell; its first cell names the scale that runs down,
  or both with arrows (\`Likelihood ↓ / Impact →\`);
- **acceptance**: up to which level risks are accepted, as metadata (\`**Acceptance level:** low\`).

In a register in YAML the same stands under \`risk:\`

\`\`\`yaml
risk:
  likelihood: [rare, unlikely, possible, likely, certain]
  impact: [negligible, minor, moderate, major, severe]
  levels:
    low: 1-5
    medium: 6-11
    high: 12-25
  acceptance: low
\`\`\`

Ratings may be numbers or the names of steps and levels; a name that the scheme does not have is found where the register follows it
otherwise. With a matrix and no scores, the levels are ranked by how near to the lowest steps they are first met.`;

function summaryRow(framework: Framework, type: RecordType): string {
  const kinds = [...new Set([...type.registers, ...type.singles])].map((id) => `\`${id}\``).join(', ');
  const serves = type.basis.map((id) => id.replace(`${framework.id}:`, '')).join(', ');
  return `| [\`${type.name}\`](#${anchorOf(type)}) | ${type.about} | \`${type.collection}\` | ${kinds} | ${serves} |`;
}

const anchorOf = ({ title }: RecordType): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

function sectionOf(type: RecordType): readonly string[] {
  const files = type.files.map((file) => `\`${file}\``).join(', ');
  return [
    `## ${type.title}`,
    `${type.about} Lists are called ${wordsForList(type)
      .slice(0, MOST_WORDS)
      .map((word) => `*${word}*`)
      .join(', ')}.${files === '' ? '' : ` The schema is loaded for ${files}.`}`,
    [
      '| field | required | value | meaning | also called |',
      '|---|---|---|---|---|',
      ...type.fields.map((field) => fieldRow(type, field)),
    ].join('\n'),
  ];
}

const MOST_WORDS = 6;

function fieldRow(type: RecordType, field: RecordField): string {
  const words = wordsForField(type, field)
    .filter((word) => word !== field.name.replaceAll('_', ' '))
    .slice(0, MOST_WORDS);
  const cells = [
    `\`${field.name}\``,
    field.required ? 'yes' : '',
    valueOfField(field),
    field.description,
    words.join(', '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function valueOfField({ values, date, number, refersTo, list, example, declares }: RecordField): string {
  if (values)
    return Object.keys(values)
      .map((value) => `\`${value}\``)
      .join(', ');
  if (date) return 'date';
  if (declares) return 'id';
  if (refersTo) return `${list ? 'one or several: ' : ''}${refersTo.join(', ')}`;
  return number ? 'number or words' : `text, \`${example}\``;
}
