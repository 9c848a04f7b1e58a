import { calledOf, headerOf, placeOf } from '../model/record-gaps';
import { type RiskGap, riskGapsIn } from '../model/risk-gaps';
import { fillFields } from './fill-fields';
import { listed } from './listed';
import type { Report, Rule } from './rule';

/** A risk that is not rated, has no owner, or of which nobody says how it is treated. */
export const riskIncomplete: Rule = {
  meta: {
    name: 'risk-incomplete',
    severity: 'warning',
    summary: 'A risk of the register has no likelihood, impact, level, owner or treatment.',
    why: 'Analysis and treatment have to be done for every risk, not for most of them. An auditor who samples the register takes the rows with empty cells first, and asks who decided that the risk need not be looked at.',
    basis: ['42001:6.1.2', '42001:6.1.3', '42001:8.2'],
    doubt:
      'Only what the register has a column or key for is asked of a risk, and of the whole register an analysis and a treatment. What another table, the treatment plan or the acceptance of the risk says counts as well; closed risks and rows that are mostly empty are left alone, and low risks need no treatment.',
  },
  examples: {
    bad: [
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Risk | Likelihood | Impact | Level | Owner | Treatment |\n|---|---|---|---|---|---|---|\n| R-01 | Old data | 2 | 3 | medium | Head of AI | modify |\n| R-02 | Drift | 3 |  | high |  | modify |\n  ^^^^ has no impact and no owner\n| R-03 | Bias | 4 | 3 | high | Head of AI | – |\n  ^^^^ has no treatment',
      },
      {
        text: '//- register.yaml\nkind: risk-register\nrisks:\n  - id: R-01\n    description: Rare symptoms are ranked too low\n    likelihood: 2\n    impact: 5\n    owner: Clinical safety officer\n    treatment: modify\n  - id: R-02\n        ^^^^ has no likelihood and no owner\n    description: The supplier changes the model\n    impact: 4\n    treatment: share',
      },
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Risk | Category | Owner |\n  ^^^^^^^ No risk of this list has a likelihood, impact or level or a treatment\n|---|---|---|---|\n| R-01 | Old data | data | Head of AI |\n| R-02 | Drift | model | Head of AI |',
      },
    ],
    good: [
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Risk | Likelihood | Impact | Level | Owner | Treatment |\n|---|---|---|---|---|---|---|\n| R-01 | Old data | 2 | 3 | medium | Head of AI | modify |\n| R-02 | Drift | 1 | 1 | low | Head of AI | |\n| R-03 | Bias | 4 | 4 | high | Head of AI | |\n| R-04 | | | | | | |\n//- plan.md\n# Risk treatment plan\n\n| Risk | Measure | Owner | Due |\n|---|---|---|---|\n| R-03 | Test set per group | Head of AI | 2026-12-31 |',
      },
      {
        text: '//- register.yaml\nkind: risk-register\nrisks:\n  - id: R-01\n    description: Rare symptoms are ranked too low\n    level: high\n    treatment: modify\n  - id: R-02\n    description: The feature is gone\n    level: medium\n    status: closed',
        note: 'Owners are not kept in this register.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const gap of riskGapsIn(aims, view)) yield report(gap);
    },
  },
};

function report(gap: RiskGap): Report {
  const { table, record, missing } = gap;
  if (record)
    return {
      span: placeOf(record),
      message: `${calledOf(record)} has ${listed(
        missing.map(({ title }) => `no ${title}`),
        'and',
      )}. ${OTHERS}`,
      subject: `record:risk:${record.id?.text ?? record.name?.text ?? ''}:incomplete`,
      fixes: fillFields(
        table,
        record,
        missing.map(({ fields }) => fields),
      ),
    };
  const [first] = missing;
  const header = first?.fields.map((field) => headerOf(table, field)).find(Boolean) ?? table.grid.header[0];
  return {
    span: table.grid.key?.span ?? header?.span ?? table.grid.span,
    message: `No risk of this list has ${listed(
      missing.map(({ title }) => `${articleOf(title)} ${title}`),
      'or',
    )}. Clauses 6.1.2 and 6.1.3 ask for an analysis and a treatment of every risk.`,
    subject: 'record:risk:incomplete',
  };
}

const OTHERS = 'The list asks for it, and nothing else in the AIMS says it.';

const articleOf = (title: string): string => (/^[aeiou]/.test(title) ? 'an' : 'a');
