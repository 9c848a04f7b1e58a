import * as z from 'zod';
import type { FrameworkId } from '../framework/framework';
import type { Severity } from '../model/finding';
import type { CivilDate } from '../text/civil-date';

const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const;

const text = (description: string) => z.string().min(1).describe(description);

/** `aims.yaml`: what one organization decides about its AIMS documentation. Every key is optional. */
export const configSchema = z
  .strictObject({
    organization: z
      .strictObject({
        name: text('Name of the organization, shown in the Readiness view and in reports.').optional(),
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
          .describe('Roles the organization holds towards AI systems (clause 4.1).')
          .optional(),
      })
      .describe('Who runs this AIMS.')
      .optional(),
    frameworks: z
      .array(z.enum(['42001', '27001', '9001']))
      .min(1)
      .describe('Frameworks this AIMS is written for: `42001`, and `27001` or `9001` in an integrated system.')
      .optional(),
    default_framework: z
      .union([z.enum(['42001', '27001', '9001']), z.record(z.string(), z.enum(['42001', '27001', '9001']))])
      .describe(
        'The framework a bare id such as `A.5.2` belongs to when nothing near it says so; one id, or folder globs with an id each.',
      )
      .optional(),
    include: z
      .array(z.string())
      .describe('Globs of the files to read. Default: every .md, .yaml, .yml and .csv file.')
      .optional(),
    exclude: z
      .array(z.string())
      .describe('Globs of files and folders to leave out, besides what .gitignore names.')
      .optional(),
    kinds: z
      .record(z.string(), z.string())
      .describe('Document kinds by glob: `"policies/ai.md": ai-policy`.')
      .optional(),
    metadata: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .describe('Further names of metadata keys: `owner: [Responsible, Verantwortlich]`.')
      .optional(),
    review: z
      .strictObject({
        default_months: z
          .number()
          .int()
          .positive()
          .max(120)
          .describe('Review interval of documents that state none.')
          .optional(),
        evidence_months: z
          .number()
          .int()
          .positive()
          .max(120)
          .describe('How long evidence counts when it does not say so itself.')
          .optional(),
        kinds: z
          .record(z.string(), z.number().int().positive().max(120))
          .describe('Review interval in months by document kind.')
          .optional(),
      })
      .describe('Review intervals in months.')
      .optional(),
    certificate: z
      .strictObject({
        decided_on: text('Date of the certification decision, YYYY-MM-DD.').optional(),
        expires_on: text('Expiry date of the certificate, YYYY-MM-DD.').optional(),
      })
      .describe('Dates of the certificate.')
      .optional(),
    rules: z
      .record(z.string(), z.enum(SEVERITIES))
      .describe('Severity by rule name; `off` switches a rule off.')
      .optional(),
  })
  .describe('Settings of one AI management system documentation (AIMS Docs).');

export type ConfigInput = z.infer<typeof configSchema>;

/** The settings as the engine uses them: defaults filled in, dates and globs read. */
export interface Config {
  /** Path of the file the settings come from; `undefined` where there is none. */
  readonly path?: string;
  readonly organization?: string;
  readonly roles: readonly string[];
  readonly frameworks: readonly FrameworkId[];
  /** In order of appearance; the first glob that fits a path decides. */
  readonly defaults: readonly { readonly glob: string; readonly framework: FrameworkId }[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly kinds: readonly { readonly glob: string; readonly kind: string }[];
  /** Canonical metadata field by normalized key, in addition to the shipped synonyms. */
  readonly metadataKeys: ReadonlyMap<string, string>;
  readonly defaultReviewMonths: number;
  readonly evidenceMonths: number;
  readonly reviewMonthsByKind: ReadonlyMap<string, number>;
  readonly certificate: { readonly decidedOn?: CivilDate; readonly expiresOn?: CivilDate };
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

export const DEFAULT_INCLUDE = ['**/*.md', '**/*.markdown', '**/*.yaml', '**/*.yml', '**/*.csv'] as const;
