import type { Rule } from './rule';

/** A file that could not be read, or not to its end. */
export const fileNotAnalysed: Rule = {
  meta: {
    name: 'file-not-analysed',
    severity: 'error',
    summary: 'A file could not be read, or not to its end.',
    why: 'What was not read was not checked. Silence about it would look like a clean result.',
    basis: ['42001:7.5.3'],
    doubt: 'A file that does not belong to the AIMS can be left out with `exclude` in aims.yaml.',
  },
  examples: {
    bad: [
      { text: '//- register.yaml\nrisks:\n  - id: "R-01\n            ^ cannot be read from here on' },
      { text: '//- policy.md\n---\n^^^ is never closed\ntitle: AI policy\n\n# AI policy' },
    ],
    good: [{ text: '//- register.yaml\nrisks:\n  - id: "R-01"' }],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      // Faults of aims.yaml have a rule of their own.
      if (view.file.path === aims.config.path) return;
      for (const problem of view.file.facts.problems) yield { span: problem.span, message: problem.message };
    },
  },
};
