import type { RatingConflict } from '../model/risk-rating';
import { ratingConflictsIn } from '../model/risk-ratings';
import { replace } from './fixes';
import type { Rule } from './rule';

/** A rating of a risk that contradicts the other ratings of the register, or the declared scheme. */
export const riskLevelInconsistent: Rule = {
  meta: {
    name: 'risk-level-inconsistent',
    severity: 'warning',
    summary: 'The score or level of a risk contradicts its likelihood and impact, or the declared scheme.',
    why: 'Risk assessments have to give consistent and comparable results. An auditor recalculates a sample; a level that is not what the methodology gives for its score puts the whole register in doubt.',
    basis: ['42001:6.1.2', '42001:8.2'],
    doubt:
      'A score is compared only where at least three risks of the list, and three in four of them, are rated by one formula, or where the highest score of the scheme is that of a matrix. A level set by hand against the matrix needs its reason beside it: accept the finding with that reason.',
  },
  examples: {
    bad: [
      {
        text: '//- methodology.md\n---\nkind: risk-methodology\n---\n# AI risk methodology\n\n| Level | Score | What follows |\n|---|---|---|\n| low | 1–5 | Accepted |\n| medium | 6–11 | Treated |\n| high | 12–25 | Treated first |\n//- register.yaml\nkind: risk-register\nrisks:\n  - id: R-01\n    description: Rare symptoms are ranked too low\n    likelihood: 4\n    impact: 4\n    level: medium\n           ^^^^^^ A score of 16 is `high`',
      },
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Risk | Likelihood | Impact | Score |\n|---|---|---|---|---|\n| R-01 | Old data | 2 | 3 | 6 |\n| R-02 | Drift | 3 | 4 | 12 |\n| R-03 | Bias | 2 | 5 | 10 |\n| R-04 | Vendor | 3 | 5 | 12 |\n                          ^^ 3 × 5 is 15',
      },
    ],
    good: [
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Risk | Likelihood | Impact | Score | Level |\n|---|---|---|---|---|---|\n| R-01 | Old data | 2 | 3 | 5 | Medium |\n| R-02 | Drift | 3 | 4 | 7 | High |\n| R-03 | Bias | 2 | 5 | 7 | High |',
        note: 'A register may add likelihood and impact, as long as it does so throughout.',
      },
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Risk | Likelihood | Impact | Score |\n|---|---|---|---|---|\n| R-01 | Old data | 2 | 3 | 40 |\n| R-02 | Drift | 3 | 4 | 70 |\n| R-03 | Bias | 2 | 5 | 65 |',
        note: 'Scores by a formula that cannot be seen are left alone.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const conflict of ratingConflictsIn(aims, view)) {
        const { record, value, message } = conflict;
        yield {
          span: value.span,
          message,
          subject: `record:risk:${record.id?.text ?? record.name?.text ?? ''}:${value.key.text}`,
          fixes: fixesFor(conflict, view.file.path),
        };
      }
    },
  },
};

/** Which of the numbers is wrong only its author knows. */
const fixesFor = ({ expected }: RatingConflict, file: string) =>
  expected ? [replace(`Change to \`${expected.text}\``, file, expected.span, expected.text)] : [];
