import * as z from 'zod';

/** How ids are written: with a digit, and with no sign that ends a word. */
const ID = /^(?=.*\d)[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*$/u;

/** Own frameworks are called by words; numbers are those of standards. */
export const OWN_FRAMEWORK_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const text = (description: string, ...examples: string[]) =>
  z.string().trim().min(1).max(400).meta({ description, examples });
const words = (description: string, ...examples: string[]) =>
  z
    .array(z.string().trim().min(1).max(120))
    .meta({ description, examples: [examples] })
    .optional();

const mapping = () =>
  z.strictObject({
    to: z
      .string()
      .regex(/^(?:42001|27001|9001):\S+$/, 'an id with its framework, such as 42001:A.7.4')
      .meta({ description: 'A control or clause of a framework that is shipped.', examples: ['42001:A.7.4'] }),
    confidence: z
      .enum(['high', 'medium', 'low'])
      .meta({ description: 'How sure the pair is. Default: `medium`.' })
      .optional(),
  });

const item = () =>
  z.strictObject({
    id: z
      .string()
      .max(40)
      .regex(ID, 'letters and digits with at least one digit, joined by `.`, `-` or `_`, such as HB-2.1')
      .meta({ description: 'As documents cite it.', examples: ['HB-2.1'] }),
    title: text('Its title.', 'Limits of use are written down'),
    aliases: words('Other titles it goes by.', 'Documented limits'),
    guidance: z
      .string()
      .max(4000)
      .meta({
        description: 'What it asks for, shown on hover.',
        examples: ['Say what the system must not be used for.'],
      })
      .optional(),
    mappings: z.array(mapping()).describe('What it corresponds to elsewhere.').optional(),
  });

/** The whole file. */
const file = () =>
  z
    .strictObject({
      id: z
        .string()
        .max(40)
        .regex(OWN_FRAMEWORK_ID, 'small letters, digits and `-`, with a letter first, such as harbour-ai')
        .meta({ description: 'Names the framework in settings and before ids.', examples: ['harbour-ai'] }),
      name: text('Its full name, as printed in messages.', 'Harbour AI Baseline 2026'),
      short: text('Its name without version. Default: `name`.', 'Harbour AI Baseline').optional(),
      aliases: words('Other names by which documents cite it.', 'HAB'),
      version: text('Its version or date.', '2026').optional(),
      clauses: z.array(item()).max(2000).describe('What it numbers as clauses.').optional(),
      controls: z.array(item()).max(2000).describe('What it numbers as controls.').optional(),
    })
    .describe('A framework of your own for AIMS Docs, loaded by `framework_files` of aims.yaml.');

let known: ReturnType<typeof file> | undefined;

/** A framework of an organization's own, as it stands in a YAML file; built for who loads one. */
export function frameworkSchema(): ReturnType<typeof file> {
  known ??= file();
  return known;
}

export type FrameworkInput = z.infer<ReturnType<typeof file>>;
export type FrameworkItem = z.infer<ReturnType<typeof item>>;
