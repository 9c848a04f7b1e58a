import { distance } from 'fastest-levenshtein';
import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { type RecordProblem, recordProblems } from '../model/record-problems';
import { type AimsRecord, recordsIn, recordTablesIn } from '../model/records';
import { replace } from './fixes';
import type { Report, Rule } from './rule';

/** A record that lacks what its register asks for, or holds a value nobody can read. */
export const recordInvalid: Rule = {
  meta: {
    name: 'record-invalid',
    severity: 'warning',
    summary:
      'A record has an empty field that it needs, a value that is none of its vocabulary, or an impossible date.',
    why: 'Records are the proof that the system works. A risk without an owner or an action closed on the thirtieth of February is the first thing an auditor picks from a register.',
    basis: ['42001:7.5.2', '42001:7.5.3'],
    doubt:
      'A table may be taken for records that it does not hold: name them in the heading above it. Words of your own for a field with given values are understood where they are common; else use the value, with your word after it.',
  },
  examples: {
    bad: [
      {
        text: '//- risks.yaml\nrisks:\n  - id: R-01\n    description: Old data\n    owner: CTO\n    treatment: modfy\n               ^^^^^ none of the values of `treatment`',
      },
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Description | Owner | Due |\n|---|---|---|---|\n| R-01 | | CTO | 2026-05-04 |\n  ^^^^ description of `R-01` is missing\n| R-02 | Old data | CTO | 2026-02-30 |\n                          ^^^^^^^^^^ no day of the calendar',
      },
    ],
    good: [
      {
        text: '//- risks.yaml\nrisks:\n  - id: R-01\n    description: Old data\n    owner: CTO\n    treatment: Mitigate (two controls)\n    due: every release',
      },
      {
        text: '//- register.md\n# AI risk register\n\n| Risk ID | Description | Treatment |\n|---|---|---|\n| R-01 | Old data | stage 1 |\n| R-02 | Few cases | stage 2 |',
        note: 'A vocabulary of its own.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      if (view.document.template) return;
      const tables = recordTablesIn(view, aims.frameworks);
      for (const table of tables)
        for (const record of table.records) yield* reports(view, record, recordProblems(aims, record, table));
      const listed = new Set(tables.flatMap((table) => table.records));
      for (const record of recordsIn(view, aims.frameworks))
        if (!listed.has(record)) yield* reports(view, record, recordProblems(aims, record));
    },
  },
};

const reports = (view: FileView, record: AimsRecord, problems: readonly RecordProblem[]): readonly Report[] =>
  problems.map((problem) => ({
    span: problem.span,
    message: messageFor(record, problem),
    subject: `record:${record.id?.text ?? record.name?.text ?? record.type.name}`,
    fixes: fixesFor(view, problem),
  }));

function messageFor({ type, id, name }: AimsRecord, { kind, field, text }: RecordProblem): string {
  const label = field.name.replaceAll('_', ' ');
  switch (kind) {
    case 'missing':
      return `The ${label} of \`${id?.text ?? name?.text ?? type.title}\` is missing. ${field.description}`;
    case 'faulty-date':
      return `\`${text}\` is no day of the calendar, or one of two. Write YYYY-MM-DD.`;
    case 'unknown-value':
      return `\`${text}\` is none of the values of \`${field.name}\`: ${valuesOf(field.values).join(', ')}.`;
  }
}

const valuesOf = (values: object | undefined): readonly string[] =>
  Object.keys(values ?? {}).map((one) => `\`${one}\``);

/** A value of nearly the same letters is a slip of the pen. */
function fixesFor(view: FileView, { kind, field, span, text = '' }: RecordProblem): readonly Fix[] {
  if (kind !== 'unknown-value') return [];
  return Object.keys(field.values ?? {})
    .filter((value) => distance(value, text.toLowerCase()) <= 2)
    .map((value) => replace(`Change to \`${value}\``, view.file.path, span, value, { preferred: true }));
}
