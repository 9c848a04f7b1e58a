import * as z from 'zod';
import { OWN_FRAMEWORK_ID } from '../framework/framework-schema';
import { resolvePath } from '../text/path';
import type { NameSort } from './config';

export const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const;

/** What stands for a text of the settings beyond its shape; completion offers it, and `config-invalid` judges names. */
export type Hint = NameSort | 'glob' | 'settings-file' | 'framework-file' | 'date' | 'profile';

/** Hints for the keys of a map and for values, kept apart from the schema so that its JSON form stays plain. */
export const HINTS = z.registry<{ readonly keys?: Hint; readonly value?: Hint }>();

const text = (description: string, ...examples: string[]) => z.string().min(1).meta({ description, examples });
const named = (value: Hint) => z.string().min(1).register(HINTS, { value });
const months = (description: string, example: number) =>
  z
    .number()
    .int()
    .positive()
    .max(120)
    .meta({ description, examples: [example] });
const shippedFramework = z.enum(['42001', '27001', '9001']);
const ownFramework = z
  .string()
  .regex(OWN_FRAMEWORK_ID, 'one of `42001`, `27001`, `9001`, or the id of a framework that `framework_files` loads');
const framework = z.union([shippedFramework, ownFramework]);
const severity = z.enum(SEVERITIES);
const rulesBySeverity = z.record(z.string(), severity).register(HINTS, { keys: 'rule' });

/** Both signs next to each other, or nothing but signs, would fit any word. */
const idPattern = z
  .string()
  .regex(
    /^(?=.*\p{L})(?=.*#)(?!.*(?:[*#]\*|\*#))[\p{L}\p{N}#*_.-]{2,60}$/u,
    'letters, digits, `-`, `_` and `.`, with `#` for digits and `*`, not beside `#`, for letters and digits, such as R-##',
  );

const organization = z
  .strictObject({
    name: text('Name of the organization, shown in the Readiness view and in reports.', 'Northwind Health').optional(),
    roles: z
      .array(
        z.enum([
          'provider',
          'producer',
          'customer',
          'partner',
          'subject',
          'authority',
          'developer',
          'deployer',
          'user',
        ]),
      )
      .meta({
        description: 'Roles the organization holds towards AI systems (clause 4.1).',
        examples: [['provider', 'deployer']],
      })
      .optional(),
  })
  .describe('Who runs this AIMS.');

const review = z
  .strictObject({
    default_months: months('Review interval of documents that state none.', 12).optional(),
    evidence_months: months('How long evidence counts when it does not say so itself.', 12).optional(),
    kinds: z
      .record(z.string(), z.number().int().positive().max(120))
      .meta({ description: 'Review interval in months by document kind.', examples: [{ 'risk-register': 6 }] })
      .register(HINTS, { keys: 'kind' })
      .optional(),
  })
  .describe('Review intervals in months.');

const certificate = z
  .strictObject({
    decided_on: text('Date of the certification decision, YYYY-MM-DD.', '2026-03-02')
      .register(HINTS, { value: 'date' })
      .optional(),
    expires_on: text('Expiry date of the certificate, YYYY-MM-DD.', '2029-03-01')
      .register(HINTS, { value: 'date' })
      .optional(),
  })
  .describe('Dates of the certificate.');

const suppressions = z
  .strictObject({
    require_owner: z
      .boolean()
      .meta({ description: 'A suppression counts only if it names its owner.', examples: [true] })
      .optional(),
    require_expiry: z
      .boolean()
      .meta({ description: 'A suppression counts only if it states when it expires.', examples: [true] })
      .optional(),
    max_months: months(
      'How many months from today a suppression may expire at the latest; it has to state when.',
      6,
    ).optional(),
    never: z
      .array(named('rule'))
      .meta({ description: 'Rules whose findings nobody may suppress.', examples: [['soa-control-missing']] })
      .optional(),
  })
  .describe('What is asked of a comment or a baseline entry that accepts a finding.');

const ruleOptions = z.strictObject({
  severity: severity.describe('Severity of its findings; `off` switches it off.').optional(),
  exclude: z.array(named('glob')).describe('Globs of files and folders the rule leaves alone.').optional(),
});

/** `aims.yaml`: what one organization decides about its AIMS documentation. Every key is optional. */
export const configSchema = z
  .strictObject({
    extends: text(
      'A file of the repository with settings to start from, relative to this one. Its maps are joined with those here key by key; where both say something, this file decides.',
      '../shared/aims-base.yaml',
    )
      .register(HINTS, { value: 'settings-file' })
      .optional(),
    organization: organization.optional(),
    frameworks: z
      .array(framework)
      .min(1)
      .meta({
        description:
          'Frameworks this AIMS is written for: `42001`, and `27001` or `9001` in an integrated system; or one that `framework_files` loads. What covers a clause they share is credited to each.',
        examples: [['42001', '27001']],
      })
      .optional(),
    framework_files: z
      .array(named('framework-file'))
      .max(20)
      .meta({
        description:
          'YAML files of the repository that each define a framework of your own, relative to the root of the AIMS. See [Frameworks of your own](own-frameworks.md).',
        examples: [['frameworks/harbour-ai.framework.yaml']],
      })
      .optional(),
    default_framework: z
      .union([shippedFramework, ownFramework, z.record(z.string(), framework).register(HINTS, { keys: 'glob' })])
      .meta({
        description:
          'The framework a bare id such as `A.5.2` belongs to when nothing near it says so; one id, or folder globs with an id each.',
        examples: [{ 'isms/**': '27001', '**': '42001' }],
      })
      .optional(),
    include: z
      .array(
        named('glob')
          .refine((glob) => resolvePath('', glob).split('/')[0] !== '..', {
            error: 'files outside the folder of aims.yaml are never read; put aims.yaml above them',
          })
          .refine((glob) => !/^(?:[/\\]|[A-Za-z]:)/.test(glob), {
            error: 'globs start at the folder of aims.yaml: write `docs/**`, without a slash in front',
          }),
      )
      .meta({
        description: 'Globs of the files to read. Default: every .md, .yaml, .yml and .csv file.',
        examples: [['docs/**/*.md']],
      })
      .optional(),
    exclude: z
      .array(named('glob'))
      .meta({
        description: 'Globs of files and folders to leave out, besides what .gitignore names.',
        examples: [['drafts/**']],
      })
      .optional(),
    kinds: z
      .record(z.string(), named('kind'))
      .meta({ description: 'Document kinds by glob.', examples: [{ 'policies/responsible-ai.md': 'ai-policy' }] })
      .register(HINTS, { keys: 'glob' })
      .optional(),
    metadata: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .meta({
        description: 'Further names of metadata keys.',
        examples: [{ owner: ['Custodian', 'Verantwortlich'] }],
      })
      .register(HINTS, { keys: 'field' })
      .optional(),
    ids: z
      .record(z.string(), z.union([idPattern, z.array(idPattern)]))
      .meta({
        description:
          'How ids of this organization look, by what they stand for: `document` or a type of record. `#` stands for digits, `*` for letters and digits. An id of such a form that nothing declares is a dead reference, and the declared ones are offered while one is typed.',
        examples: [{ document: 'POL-##', risk: ['R-##', 'AIR-*-##'] }],
      })
      .register(HINTS, { keys: 'record' })
      .optional(),
    review: review.optional(),
    certificate: certificate.optional(),
    rules: z
      .record(z.string(), z.union([severity, ruleOptions]))
      .meta({
        description:
          'Severity by rule name, `off` switches a rule off; or `severity` and `exclude`, globs of files the rule leaves alone.',
        examples: [{ 'ambiguous-framework': 'warning', placeholder: { severity: 'info', exclude: ['templates/**'] } }],
      })
      .register(HINTS, { keys: 'rule' })
      .optional(),
    profiles: z
      .record(z.string(), rulesBySeverity)
      .meta({
        description:
          'Severities for those who look: `writer`, `engineer`, `reviewer`, `auditor`, or a name of your own. They count where the profile is chosen, and decide over `rules`.',
        examples: [{ engineer: { 'review-overdue': 'off' } }],
      })
      .register(HINTS, { keys: 'profile' })
      .optional(),
    suppressions: suppressions.optional(),
  })
  .describe('Settings of one AI management system documentation (AIMS Docs).');

export type ConfigInput = z.infer<typeof configSchema>;

/** The few members of a JSON Schema that are read of it. */
export interface SettingSchema {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly SettingSchema[];
  readonly items?: SettingSchema;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly additionalProperties?: SettingSchema | boolean;
  readonly hint?: { readonly keys?: Hint; readonly value?: Hint };
}

let known: SettingSchema | undefined;

/** The schema as plain data with its hints, for those who explain or complete it. */
export function settingSchema(): SettingSchema {
  known ??= z.toJSONSchema(configSchema, {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      const hint = HINTS.get(zodSchema);
      if (hint) Object.assign(jsonSchema, { hint });
    },
    // Zod writes its own type of a schema; only the members above are read.
  }) as SettingSchema;
  return known;
}

/** The schemas a setting may follow, alternatives included. */
export const alternatives = (schema: SettingSchema): readonly SettingSchema[] =>
  schema.anyOf ? [schema, ...schema.anyOf.flatMap(alternatives)] : [schema];

/** The schemas of what stands under a key, or of the members of a list for `undefined`; of one alternative. */
export function below(one: SettingSchema, key: string | undefined): readonly SettingSchema[] {
  if (key === undefined) return one.items ? alternatives(one.items) : [];
  const own = one.properties && Object.hasOwn(one.properties, key) ? one.properties[key] : undefined;
  if (own) return alternatives(own);
  return typeof one.additionalProperties === 'object' ? alternatives(one.additionalProperties) : [];
}
