import type { Aims } from '../model/aims';
import { type AimsRecord, type RecordTable, type RecordValue, recordTablesIn } from '../model/records';
import { levelOf, type RiskScheme, riskScheme } from '../model/risk-scheme';
import { normalize } from '../text/words';
import type { Report, Rule } from './rule';

/** A risk whose score or level does not follow from what it is rated with. */
export const riskLevelInconsistent: Rule = {
  meta: {
    name: 'risk-level-inconsistent',
    severity: 'warning',
    summary:
      'The score of a risk is not the product of its ratings, or its level is not the one the declared matrix gives.',
    why: 'Clause 6.1.2 asks for assessments that give consistent and comparable results. An auditor recalculates two or three rows, and one that does not fit puts all of them in doubt.',
    basis: ['42001:6.1.2'],
    doubt:
      'A level may have been set by judgement: say so beside it. A register is only recalculated where most of its rows follow the same arithmetic.',
  },
  examples: {
    bad: [
      {
        text: '//- risk-methodology.md\n---\nkind: risk-methodology\n---\n# AI risk management methodology\n\n| Level | Score |\n|---|---|\n| low | 1–5 |\n| medium | 6–11 |\n| high | 12–25 |\n//- risk-register.md\n# AI risk register\n\n| Risk ID | Description | Likelihood | Impact | Level |\n|---|---|---|---|---|\n| R-01 | Old data | 2 | 4 | medium |\n| R-02 | Few cases | 1 | 3 | low |\n| R-03 | Drift | 4 | 5 | high |\n| R-04 | Misuse | 3 | 5 | medium |\n                          ^^^^^^ 15 is `high`',
      },
      {
        text: '//- risk-register.md\n# AI risk register\n\n| Risk ID | Description | Likelihood | Impact | Score |\n|---|---|---|---|---|\n| R-01 | Old data | 2 | 4 | 8 |\n| R-02 | Few cases | 1 | 3 | 3 |\n| R-03 | Drift | 4 | 5 | 20 |\n| R-04 | Misuse | 3 | 5 | 12 |\n                          ^^ 3 × 5 is 15',
      },
    ],
    good: [
      {
        text: '//- risk-register.md\n# AI risk register\n\n| Risk ID | Description | Likelihood | Impact | Score |\n|---|---|---|---|---|\n| R-01 | Old data | 2 | 4 | 6 |\n| R-02 | Few cases | 1 | 3 | 4 |\n| R-03 | Drift | 4 | 5 | 9 |\n| R-04 | Misuse | 2 | 2 | 4 |',
        note: 'An organization that adds.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      if (view.document.template) return;
      for (const table of recordTablesIn(view, aims.frameworks))
        if (table.type.name === 'risk') yield* inRegister(table, aims);
    },
  },
};

/** So many rows have to follow an arithmetic before one that does not is wrong. */
const ENOUGH = { rows: 3, share: 0.7 } as const;

function* inRegister(table: RecordTable, aims: Aims): Iterable<Report> {
  const rows = table.records.map(ratingOf);
  yield* outliers(
    rows,
    ({ product, score }) => (product && score ? product.value === score.value : undefined),
    scoreReport,
  );
  const scheme = riskScheme(aims);
  if (!scheme || scheme.levels.length < 2) return;
  yield* outliers(
    rows,
    (row) => {
      const expected = levelFor(scheme, row);
      return expected !== undefined && row.level ? normalize(row.level.text) === normalize(expected) : undefined;
    },
    (row) => levelReport(scheme, row),
  );
}

interface Rating {
  readonly record: AimsRecord;
  /** Likelihood times impact. */
  readonly product?: { readonly value: number; readonly text: string };
  readonly score?: { readonly value: number; readonly written: RecordValue };
  readonly level?: RecordValue;
}

function ratingOf(record: AimsRecord): Rating {
  const numberIn = (field: string): number | undefined => leadingNumber(record.fields.get(field)?.text);
  const [likelihood, impact] = [numberIn('likelihood'), numberIn('impact')];
  const written = record.fields.get('score');
  const score = leadingNumber(written?.text);
  const level = record.fields.get('level');
  return {
    record,
    ...(likelihood === undefined || impact === undefined
      ? {}
      : { product: { value: likelihood * impact, text: `${likelihood} × ${impact}` } }),
    ...(written && score !== undefined ? { score: { value: score, written } } : {}),
    ...(level ? { level } : {}),
  };
}

/** `4`, `4 – likely`, `4/5`; a formula or two numbers are none. */
function leadingNumber(text: string | undefined): number | undefined {
  const digits = /^\s*\**(\d{1,3})(?![\d.,%]|\s*[x×*]\s*\d)/.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The level of a row by its own score, else by its ratings; only where the word it uses is one of the scheme. */
function levelFor(scheme: RiskScheme, { score, product, level }: Rating): string | undefined {
  const value = score?.value ?? product?.value;
  const known = level && scheme.levels.some(({ name }) => normalize(name) === normalize(level.text));
  return known && value !== undefined ? levelOf(scheme, value)?.name : undefined;
}

function* outliers(
  rows: readonly Rating[],
  fits: (row: Rating) => boolean | undefined,
  report: (row: Rating) => Report | undefined,
): Iterable<Report> {
  const judged = rows.flatMap((row) => {
    const answer = fits(row);
    return answer === undefined ? [] : [{ row, answer }];
  });
  const good = judged.filter(({ answer }) => answer).length;
  if (good < ENOUGH.rows || good / judged.length < ENOUGH.share) return;
  for (const { row, answer } of judged) {
    const found = answer ? undefined : report(row);
    if (found) yield found;
  }
}

const scoreReport = ({ record, product, score }: Rating): Report | undefined =>
  product && score
    ? {
        span: score.written.span,
        message: `${product.text} is ${product.value}, not ${score.value}. Correct the score or the ratings.`,
        subject: subjectOf(record),
      }
    : undefined;

function levelReport(scheme: RiskScheme, row: Rating): Report | undefined {
  const expected = levelFor(scheme, row);
  const value = row.score?.value ?? row.product?.value;
  if (!row.level || expected === undefined || value === undefined) return undefined;
  return {
    span: row.level.span,
    message: `A score of ${value} is \`${expected}\` by \`${scheme.file.path}\`, not \`${row.level.text}\`. Correct one of them, or say why the level differs.`,
    subject: subjectOf(row.record),
    fixes: [],
  };
}

const subjectOf = ({ id, name }: AimsRecord): string => `record:${id?.text ?? name?.text ?? 'risk'}`;
