import * as z from 'zod';
import { memo } from '../query/memo';
import { type FieldMeta, metaOf } from './field';

export type RecordName =
  | 'ai-system'
  | 'impact-assessment'
  | 'risk'
  | 'treatment'
  | 'objective'
  | 'competence'
  | 'audit'
  | 'audit-report'
  | 'audit-finding'
  | 'management-review'
  | 'nonconformity'
  | 'corrective-action'
  | 'supplier'
  | 'incident'
  | 'obligation'
  | 'interested-party'
  | 'role'
  | 'dataset'
  | 'verification'
  | 'deployment'
  | 'change'
  | 'retirement'
  | 'concern'
  | 'evidence';

/**
 * A type of record: one schema gives validation, completion, hover, links, the JSON Schema, snippets and the page about
 * records. No other place lists the fields.
 */
export interface RecordType {
  readonly name: RecordName;
  readonly title: string;
  /** What such a record is for. */
  readonly about: string;
  /** The canonical key of a list of them in YAML. */
  readonly collection: string;
  /** Kinds of documents that hold many of them. */
  readonly registers: readonly string[];
  /** Kinds of documents of which each is one of them. */
  readonly singles: readonly string[];
  /** Canonical ids of the clauses and controls it serves. */
  readonly basis: readonly string[];
  /** File names nobody else uses, for which editors may load the JSON Schema. */
  readonly files: readonly string[];
  /** File names, without extension, of files of which each is one of them; `kind` may name them as well. */
  readonly singleFiles: readonly string[];
  readonly schema: z.ZodObject;
  readonly fields: readonly RecordField[];
}

export interface RecordField extends FieldMeta {
  /** The canonical key. */
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Holds several values. */
  readonly list: boolean;
}

type Definition = Omit<RecordType, 'schema' | 'fields' | 'singleFiles'> & {
  readonly singleFiles?: readonly string[];
  readonly shape: () => z.ZodRawShape;
};

/** Schemas are made when first asked for: most runs of the command need none. */
export function recordType({ shape, ...data }: Definition): RecordType {
  let schema: z.ZodObject | undefined;
  let fields: readonly RecordField[] | undefined;
  return {
    singleFiles: [],
    ...data,
    get schema() {
      schema ??= z.looseObject(shape()).describe(data.about);
      return schema;
    },
    get fields() {
      fields ??= Object.entries(this.schema.shape).map(([name, field]) => fieldOf(name, field as z.ZodType));
      return fields;
    },
  };
}

function fieldOf(name: string, schema: z.ZodType): RecordField {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const list = inner instanceof z.ZodUnion && inner.options.some((option) => option instanceof z.ZodArray);
  return {
    example: '',
    ...metaOf(inner),
    name,
    description: inner.description ?? '',
    required: inner === schema,
    list,
  };
}

export const fieldNamed = (type: RecordType, name: string): RecordField | undefined => byName(type).get(name);

const byName = memo((type: RecordType): ReadonlyMap<string, RecordField> => {
  return new Map(type.fields.map((field) => [field.name, field]));
});

/** The field that gives records of this type their id. */
export const idField = memo((type: RecordType): RecordField | undefined => type.fields.find((field) => field.declares));

/** The field a reader knows a record by. */
export const nameField = memo((type: RecordType): RecordField | undefined => type.fields.find((field) => field.names));
