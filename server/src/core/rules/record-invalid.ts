import type { Severity } from '../model/finding';
import { type RecordProblem, recordProblemsIn } from '../model/record-problems';
import { replace } from './fixes';
import type { Rule } from './rule';

/** A record that leaves out, misspells or misdates what such a record has to say. */
export const recordInvalid: Rule = {
  meta: {
    name: 'record-invalid',
    severity: 'warning',
    summary: 'A record leaves a required field empty, misspells a known value, or gives a day that does not exist.',
    why: 'Records are the evidence that the AIMS is run. A risk without an owner, a treatment that is none of the options and a date nobody can read are what an auditor picks first as a sample.',
    basis: ['42001:7.5.2', '42001:7.5.3'],
    doubt:
      'Registers may have columns and words of their own: only a slip next to a known word, a gap that other rows of the same list fill, and a list in the words of the schema are judged. Values that are not decided yet (`tbd`, `n/a`, `open`) are left alone, and a dash says that there is none.',
  },
  examples: {
    bad: [
      {
        text: '//- register.yaml\nrisks:\n  - id: R-01\n    description: Rare symptoms are ranked too low\n    treatment: mitigaet\n               ^^^^^^^^ Did you mean `mitigate`?\n  - id: R-02\n    description: The supplier changes the model\n    treatment: share\n    due: 2026-02-30\n         ^^^^^^^^^^ no day of the calendar',
      },
      {
        text: '//- suppliers.md\n# AI suppliers\n\n## Supplier register\n\n| ID | Supplier | Service | Owner |\n|---|---|---|---|\n| S-1 | Acme | Language model | Head of AI |\n| S-2 |  | Hosting | Head of IT |\n  ^^^ The name is missing here',
      },
      {
        text: '//- inventory.yaml\nsystems:\n^^^^^^^ says `purpose`, `owner`\n  - id: triage-bot\n    name: Triage bot\n    stage: testing',
        note: 'A list that leaves out a required field throughout is a finding of severity `info`, once.',
      },
    ],
    good: [
      {
        text: '//- register.yaml\nrisks:\n  - id: R-01\n    description: Rare symptoms are ranked too low\n    treatment: Mitigate (test set)\n    due: every release\n  - id: R-02\n    description: The supplier changes the model\n    treatment: tbd\n    due: 3 October 2026',
      },
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Risk | Likelihood | Impact | Strategy | Response |\n|---|---|---|---|---|---|\n| R-01 | Old data | Rare | Major | Retrain monthly | Data steward |\n| R-02 | Vendor lock-in | Likely | Minor | – | Purchasing |',
        note: 'Words of the organization in place of those of the schema are left alone.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const { record, kind, field, span, message, meant } of recordProblemsIn(aims, view)) {
        yield {
          span,
          message,
          severity: SEVERITIES[kind],
          subject: `record:${record.type.name}:${record.id?.text ?? record.name?.text ?? ''}:${field}`,
          fixes:
            meant === undefined
              ? []
              : [replace(`Change to \`${meant}\``, view.file.path, span, meant, { preferred: true })],
        };
      }
    },
  },
};

/** What may be the way of the house is information. */
const SEVERITIES: Readonly<Record<RecordProblem['kind'], Severity>> = {
  missing: 'warning',
  'missing-throughout': 'info',
  misspelt: 'warning',
  'unknown-value': 'info',
  'unreadable-date': 'warning',
};
