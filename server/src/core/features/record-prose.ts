import type { AimsRecord } from '../model/records';
import { fieldNamed, type RecordField, type RecordType } from '../records/record-type';
import { escapeMarkdown } from '../reports/markdown-text';

/** A record in Markdown: what it is called, what it is, the facts that tell most, and where it stands. */
export function recordProse({ type, id, name, fields, file }: AimsRecord): readonly string[] {
  const title = [id, name].flatMap((one) => (one ? [escapeMarkdown(shortened(one.text))] : [])).join(' ');
  const facts = [...fields]
    .filter(([field]) => isTelling(type, field))
    .slice(0, MOST_FACTS)
    .map(([field, value]) => `- **${labelOf(field)}** ${escapeMarkdown(shortened(value.text))}`);
  return [`**${title}** · ${type.title}, \`${file.path}\``, ...(facts.length > 0 ? [facts.join('\n')] : [])];
}

const MOST_FACTS = 8;

/** Id and name stand in the title already. */
function isTelling(type: RecordType, field: string): boolean {
  const known = fieldNamed(type, field);
  return known !== undefined && !known.declares && !known.names;
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

export const labelOf = (field: string): string =>
  `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ')}`;

/** What a field is for and what may stand in it. */
export function recordFieldText(type: RecordType, field: RecordField): string {
  const values = Object.entries(field.values ?? {}).map(([value, meaning]) => `- \`${value}\`: ${meaning}`);
  const asked = field.required ? ', required' : '';
  return [
    `**${field.name}** · ${type.title}${asked}`,
    field.description,
    ...(values.length > 0 ? [values.join('\n')] : []),
  ].join('\n\n');
}

/** What a type of record is for, and what it must say. */
export function recordTypeText({ title, name, about, collection, fields, basis }: RecordType): readonly string[] {
  const asked = fields.filter((field) => field.required).map((field) => `\`${field.name}\``);
  return [
    `**${title}** · \`${name}\`, a record`,
    about,
    `**Must say** ${asked.join(', ')}`,
    `**A list of them** stands under \`${collection}\``,
    `**Serves** ${basis.map((id) => id.replace(/^42001:/, '')).join(', ')}`,
  ];
}
