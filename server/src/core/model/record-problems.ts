import type * as z from 'zod';
import { fieldNamed, idField, type RecordField } from '../records/record-type';
import { valueMeant } from '../records/vocabulary';
import { parseCycle, parseDate } from '../text/civil-date';
import { placesOf } from '../text/places';
import type { Span } from '../text/span';
import type { Aims } from './aims';
import type { AimsRecord, RecordValue } from './records';
import { type Declaration, declarationsOf, isComplete, symbolsOf } from './symbols';

/** What is wrong with one record. Which of it is a finding is for rules to decide. */
export interface RecordProblem {
  readonly kind: 'missing' | 'unknown-value' | 'unreadable-date' | 'duplicate-id' | 'unknown-reference';
  /** Canonical name of the field. */
  readonly field: string;
  readonly span: Span;
  readonly message: string;
  /** Where else the id is declared. */
  readonly others?: readonly Declaration[];
}

export const recordProblems = (aims: Aims, record: AimsRecord): readonly RecordProblem[] => [
  ...schemaProblems(aims, record),
  ...duplicateProblems(aims, record),
  ...referenceProblems(aims, record),
];

/** What the schema says of it. A record that repeats one told elsewhere need not be complete. */
function schemaProblems(aims: Aims, record: AimsRecord): readonly RecordProblem[] {
  const issues = record.type.schema.safeParse(asValue(record)).error?.issues ?? [];
  const problems = issues.flatMap((issue) => problemOf(record, issue) ?? []);
  return repeats(aims, record) ? problems.filter((problem) => problem.kind !== 'missing') : problems;
}

/** The record as the schema takes it: dates, numbers and words of the vocabulary in their canonical form. */
export function asValue(record: AimsRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...record.fields].map(([name, value]) => {
      const field = fieldNamed(record.type, name);
      return [name, field ? canonical(record, field, value) : value.text];
    }),
  );
}

function canonical({ type }: AimsRecord, field: RecordField, { text, items }: RecordValue): unknown {
  if (field.date) return dateIn(text) ?? text;
  if (field.values) return valueMeant(type, field, text) ?? text;
  if (field.number && Number.isFinite(Number(text))) return Number(text);
  return field.list ? items.map((item) => item.text) : text;
}

/** A date with a remark after it is one: `17 June 2026: all passed`. */
const dateIn = (text: string): string | undefined => parseDate(text) ?? parseDate(text.split(/\s*[:;(–—]/)[0] ?? '');

function problemOf(record: AimsRecord, issue: z.core.$ZodIssue): RecordProblem | undefined {
  const field = fieldNamed(record.type, String(issue.path[0]));
  if (!field) return undefined;
  const value = record.fields.get(field.name);
  if (!value) {
    const span = record.id?.span ?? record.name?.span ?? record.span;
    const message = `The ${field.name.replaceAll('_', ' ')} of this record is missing. ${field.description}`;
    return { kind: 'missing', field: field.name, span, message };
  }
  if (isPlaceholder(record, value)) return undefined;
  // A cycle in place of a date (`annual`) says when the next one is due.
  if (field.date && parseCycle(value.text) !== undefined) return undefined;
  if (field.date)
    return {
      kind: 'unreadable-date',
      field: field.name,
      span: value.span,
      message: `\`${value.text}\` is no date that can be read. Write YYYY-MM-DD.`,
    };
  if (!field.values) return undefined;
  const known = Object.keys(field.values).map((one) => `\`${one}\``);
  const message = `\`${value.text}\` is none of the values of this field: ${known.join(', ')}.`;
  return { kind: 'unknown-value', field: field.name, span: value.span, message };
}

/** Text that is still to be replaced is reported as such. */
const isPlaceholder = ({ file }: AimsRecord, { span }: RecordValue): boolean =>
  placesOf(file.facts.placeholders.map((one) => one.span)).anyWithin({ start: span.start, end: span.end + 1 });

const repeats = (aims: Aims, record: AimsRecord): boolean =>
  record.id !== undefined && !duplicates(aims, record).some((one) => one.record === record);

/** The full declarations of the id of a record, by records of its type. */
const duplicates = (aims: Aims, { id, type }: AimsRecord): readonly Declaration[] =>
  id ? declarationsOf(aims, id.text, [type.name]).filter((one) => !one.byName) : [];

function duplicateProblems(aims: Aims, record: AimsRecord): readonly RecordProblem[] {
  const same = duplicates(aims, record).filter((one) => isComplete(one) && one.record?.reason !== 'columns');
  const others = same.filter((one) => one.record !== record);
  if (!record.id || others.length === 0 || others.length === same.length) return [];
  const message = `\`${record.id.text}\` is the id of another ${record.type.title} too. Give one of them another id.`;
  return [{ kind: 'duplicate-id', field: idField(record.type)?.name ?? 'id', span: record.id.span, message, others }];
}

function referenceProblems(aims: Aims, record: AimsRecord): readonly RecordProblem[] {
  return [...record.fields].flatMap(([name, value]) => {
    const field = fieldNamed(record.type, name);
    const referents = field?.refersTo ?? [];
    if (referents.length === 0 || referents.some((one) => UNJUDGED.has(one)) || !isKept(aims, referents)) return [];
    return value.items
      .filter((item) => LIKE_AN_ID.test(item.text) && declarationsOf(aims, item.text, referents).length === 0)
      .map((item) => ({
        kind: 'unknown-reference' as const,
        field: name,
        span: item.span,
        message: `\`${item.text}\` is declared nowhere. Correct it, or add the record.`,
      }));
  });
}

/** Controls, clauses and paths are looked after elsewhere; people need not be listed. */
const UNJUDGED = new Set<string>(['control', 'clause', 'path', 'person']);

const LIKE_AN_ID = /^(?=.*[\d-])\p{L}[\p{L}\p{N}_.-]{2,40}$/u;

/** Whether the AIMS declares what is mainly meant: a register kept elsewhere makes no id unknown. */
const isKept = (aims: Aims, [main]: readonly string[]): boolean => main !== undefined && symbolsOf(aims).declares(main);
