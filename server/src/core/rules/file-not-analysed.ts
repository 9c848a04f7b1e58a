import type { Aims } from '../model/aims';
import type { FileView } from '../model/file-view';
import { recordTablesIn } from '../model/records';
import { soaTablesIn } from '../model/soa';
import type { Report, Rule } from './rule';

/** A file of which something was not read. */
export const fileNotAnalysed: Rule = {
  meta: {
    name: 'file-not-analysed',
    severity: 'error',
    summary: 'A file, or a part of it, could not be read.',
    why: 'What was not read was not checked. Silence about it would look like a clean result.',
    basis: ['42001:7.5.3'],
    doubt: 'A file that does not belong to the AIMS can be left out with `exclude` in aims.yaml.',
  },
  examples: {
    bad: [
      { text: '//- register.yaml\nrisks:\n  - id: "R-01\n            ^ cannot be read from here on' },
      {
        text: '//- risks.yaml\nkind: risk-register\nrisks:\n  - id: R-01\n    description: Wrong rank\n    owner: Head of AI\n    owner: Head of IT\n    ^^^^^ stands here a second time',
      },
      { text: '//- policy.md\n---\n^^^ is never closed\ntitle: AI policy\n\n# AI policy' },
    ],
    good: [
      { text: '//- register.yaml\nrisks:\n  - id: "R-01"' },
      { text: '//- deploy.yaml\napiVersion: v1\nname: a\nname: b' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      // Faults of aims.yaml have a rule of their own.
      if (view.file.path === aims.config.path) return;
      for (const problem of view.file.facts.problems) yield { span: problem.span, message: problem.message };
      if (view.file.facts.repeatedKeys?.length && isOurs(view, aims)) yield* repeated(view);
    },
  },
};

/** A YAML file of something else in the repository is for its own tools to judge. */
const isOurs = (view: FileView, { frameworks }: Aims): boolean =>
  view.document.kind !== undefined ||
  recordTablesIn(view, frameworks).length > 0 ||
  soaTablesIn(view, frameworks).length > 0;

const repeated = ({ file }: FileView): readonly Report[] =>
  (file.facts.repeatedKeys ?? []).map(({ text, span }) => ({
    span,
    message: `\`${text}\` stands here a second time. YAML allows each key once, and only one of the two is read: remove one.`,
  }));
