import * as z from 'zod';

const text = (description: string) => z.string().describe(description);

/** A row of the canonical Statement of Applicability (`soa.yaml`). */
export const soaRowSchema = z
  .strictObject({
    control: text('Id of the control: `A.7.4`, or `42001:A.7.4` where several standards are around.'),
    title: text('Official title of the control.').optional(),
    applicable: z
      .union([z.boolean(), z.enum(['yes', 'no', 'undecided'])])
      .describe('Whether the control is necessary.')
      .optional(),
    justification: text(
      'Why it is necessary, or why it is not: risk, role, legal or contractual requirement.',
    ).optional(),
    status: z
      .enum(['implemented', 'in progress', 'planned', 'not started', 'not applicable'])
      .describe('How far it is.')
      .optional(),
    evidence: z.array(z.string()).describe('Paths or links to what shows it.').optional(),
    owner: text('The role that answers for it.').optional(),
    risks: z.array(z.string()).describe('Risks it treats, by id.').optional(),
    obligations: z.array(z.string()).describe('Legal and contractual obligations it serves.').optional(),
    last_review: text('When the row was last looked at, YYYY-MM-DD.').optional(),
  })
  .describe('The decision about one control of Annex A.');

/** `soa.yaml`: the canonical form of a Statement of Applicability. Other forms are read as well. */
export const soaSchema = z
  .looseObject({
    id: text('Identifies the document.').optional(),
    title: text('For example: Statement of Applicability.').optional(),
    kind: z.literal('soa').describe('Says that this file is the Statement of Applicability.').optional(),
    version: text('Version of this text, in quotes.').optional(),
    status: z
      .enum(['draft', 'in review', 'approved', 'effective', 'superseded', 'obsolete'])
      .describe('Where it stands.')
      .optional(),
    owner: text('The role that answers for it.').optional(),
    approver: text('Who approved it.').optional(),
    approved_on: text('Day of approval, YYYY-MM-DD.').optional(),
    next_review: text('Day of the next review, YYYY-MM-DD.').optional(),
    controls: z.array(soaRowSchema).describe('One entry for each control of Annex A.'),
  })
  .describe('Statement of Applicability of an AI management system (AIMS Docs).');
