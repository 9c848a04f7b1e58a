import * as z from 'zod';
import type { RecordName } from './record-type';

/** What a field may name: records of a type, or something that is known without one. */
export type Referent = RecordName | 'control' | 'clause' | 'document' | 'path' | 'person';

/** What is known of a field besides the type of its value and its description, which are zod's own. */
export interface FieldMeta {
  /** Stands in snippets and on the page about records. */
  readonly example: string;
  /** This field gives the record its id. */
  readonly declares?: boolean;
  /** This field is what a reader calls the record, and what others may call it in place of the id. */
  readonly names?: boolean;
  readonly refersTo?: readonly Referent[];
  /** The closed vocabulary: what each value means. */
  readonly values?: Readonly<Record<string, string>>;
  readonly date?: boolean;
  /** Read as a number where it is one. */
  readonly number?: boolean;
}

const META = z.registry<FieldMeta>();

export const metaOf = (schema: z.ZodType): FieldMeta | undefined => META.get(schema);

const line = () => z.string().min(1);

export const text = (description: string, example: string) => line().describe(description).register(META, { example });

/** The id of a record, in whatever form the organization gives ids. */
export const id = (description: string, example: string) =>
  line().describe(description).register(META, { example, declares: true });

export const name = (description: string, example: string) =>
  line().describe(description).register(META, { example, names: true });

/** A day, written YYYY-MM-DD; other ways to write one are understood as well. */
export const date = (description: string, example = '2026-09-15') =>
  z.iso.date().describe(`${description} YYYY-MM-DD.`).register(META, { example, date: true });

export const score = (description: string, example: string) =>
  z.union([z.number(), line()]).describe(description).register(META, { example, number: true });

export const oneOf = <const V extends Readonly<Record<string, string>>>(
  description: string,
  values: V,
  example: keyof V & string,
) => z.enum(Object.keys(values)).describe(description).register(META, { example, values });

/** A role or a person. */
export const person = (description: string, example = 'Head of AI') => refers(description, ['person'], example);

export const refers = (description: string, refersTo: readonly Referent[], example: string) =>
  line().describe(description).register(META, { example, refersTo });

/** One or several, as a list or as text with commas. */
export const refersToMany = (description: string, refersTo: readonly Referent[], example: string) =>
  z
    .union([z.array(line()), line()])
    .describe(description)
    .register(META, { example, refersTo });
