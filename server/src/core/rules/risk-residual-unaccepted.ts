import { type UnansweredRisk, unansweredRisksIn } from '../model/risk-acceptance';
import { unreachable } from '../text/unreachable';
import type { Rule } from './rule';

/** A risk above the accepted level that nobody treats or accepts. */
export const riskResidualUnaccepted: Rule = {
  meta: {
    name: 'risk-residual-unaccepted',
    severity: 'warning',
    summary: 'A risk is above the declared acceptance level, and nobody treats it or has accepted what remains.',
    why: 'The organization said up to where it accepts risks. A risk above that line needs a treatment, and what remains above it needs the approval of whoever may give it.',
    basis: ['42001:6.1.2', '42001:6.1.3', '42001:8.3'],
    doubt:
      'The rule is silent unless the methodology or the register declares levels with their scores and an acceptance level (`acceptance: low` in the metadata). A treatment, a measure, a control, a date, a mention in the treatment plan or the SoA, or an acceptance in a document of kind `residual-risk-acceptance` all count as answers.',
  },
  examples: {
    bad: [
      {
        text: '//- register.yaml\nkind: risk-register\nrisk:\n  levels:\n    low: 1-5\n    medium: 6-11\n    high: 12-25\n  acceptance: low\nrisks:\n  - id: R-01\n    description: Rare symptoms are ranked too low\n    likelihood: 3\n    impact: 5\n    level: high\n           ^^^^ above the accepted level `low`, and nothing says how it is treated\n  - id: R-02\n    description: The supplier changes the model\n    likelihood: 3\n    impact: 3\n    level: medium\n           ^^^^^^ it is kept, and nobody has accepted it\n    treatment: retain\n  - id: R-03\n    description: Reasons are not understood\n    likelihood: 4\n    impact: 3\n    level: high\n    treatment: modify\n    residual: 8\n              ^ what remains is above the accepted level `low`',
      },
    ],
    good: [
      {
        text: '//- register.yaml\nkind: risk-register\nrisk:\n  levels:\n    low: 1-5\n    medium: 6-11\n    high: 12-25\n  acceptance: up to low\nrisks:\n  - id: R-01\n    description: Rare symptoms are ranked too low\n    likelihood: 3\n    impact: 5\n    level: high\n    treatment: modify\n    residual: 8\n    accepted_by: Managing Director\n  - id: R-02\n    description: The supplier changes the model\n    likelihood: 1\n    impact: 5\n    level: low\n  - id: R-03\n    description: The feature is gone\n    likelihood: 3\n    impact: 4\n    level: high\n    status: closed',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const risk of unansweredRisksIn(aims, view)) {
        const { record, value, scheme } = risk;
        yield {
          span: value.span,
          message: messageFor(risk),
          subject: `record:risk:${record.id?.text ?? record.name?.text ?? ''}:acceptance`,
          ...(scheme.acceptance
            ? {
                related: [
                  {
                    file: scheme.file.path,
                    span: scheme.acceptance.span,
                    message: 'The acceptance level is declared here',
                  },
                ],
              }
            : {}),
        };
      }
    },
  },
};

function messageFor({ record, value, reason, scheme }: UnansweredRisk): string {
  const id = record.id ? `\`${record.id.text}\`` : 'This risk';
  const limit = `the accepted level \`${scheme.acceptance?.text ?? ''}\``;
  switch (reason) {
    case 'untreated':
      return `${id} (${value.text}) is above ${limit}, and nothing says how it is treated.`;
    case 'retained':
      return `${id} (${value.text}) is above ${limit}: it is kept, and nobody has accepted it.`;
    case 'residual':
      return `${id}: what remains is above ${limit} (${value.text}), and nobody has accepted it.`;
    default:
      return unreachable(reason);
  }
}
