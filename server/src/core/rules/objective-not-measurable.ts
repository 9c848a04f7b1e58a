import { hasUnmeasuredProse, type UnmeasuredObjective, unmeasuredObjectivesIn } from '../model/objective-gaps';
import { calledOf, placeOf } from '../model/record-gaps';
import { titlePlace } from '../model/title-place';
import { fillFields } from './fill-fields';
import type { Report, Rule } from './rule';

/** An objective that nobody can say was missed. */
export const objectiveNotMeasurable: Rule = {
  meta: {
    name: 'objective-not-measurable',
    severity: 'warning',
    summary: 'An AI objective names no number, date, measure or target.',
    why: 'Objectives are measurable where that is practicable, and it is planned how results are judged. "We use AI responsibly" can be neither reached nor missed, and a management review has nothing to say about it.',
    basis: ['42001:6.2', '42001:A.6.1.2', '42001:A.9.3'],
    doubt:
      'Amounts, dates and words of measuring are looked for in four languages. Where measuring is not practicable, say so in the row ("qualitative", "not practicable: …").',
  },
  examples: {
    bad: [
      {
        text: '//- objectives.md\n# AI objectives\n\n| No | Objective | Measure | Target | By | Owner |\n|---|---|---|---|---|---|\n| Z-1 | Urgent cases are found | Sensitivity | at least 0.96 | 31 December 2026 | Head of AI |\n| Z-2 | Trust in our AI grows |  |  |  | Head of AI |\n  ^^^ cannot be measured\n| Z-3 | Explanations get clearer |  | better | 31 December 2026 | Head of AI |\n  ^^^ `better` can never be missed',
      },
      {
        text: '//- objectives.yaml\nobjectives:\n  - id: Z-1\n        ^^^ cannot be measured\n    objective: Vertrauen in unsere KI stärken\n    owner: Leitung KI\n  - id: Z-2\n    objective: Jede Empfehlung wird begründet\n    owner: Leitung KI',
      },
      {
        text: "//- objectifs.md\n---\nkind: objectives\n---\n# Objectifs d'IA\n  ^^^^^^^^^^^^^^ Nothing in this document\n\n1. Nous voulons renforcer la confiance dans nos systèmes d'IA et les rendre compréhensibles pour tous.\n2. Nous voulons que nos collègues utilisent l'IA de façon responsable, et que nos clients soient contents de ce que nous faisons avec elle.",
      },
    ],
    good: [
      {
        text: '//- objectives.md\n# AI objectives\n\n| No | Objective | Measure | Target | By |\n|---|---|---|---|---|\n| Z-1 | Clinicians decide | overruled recommendations that were read | all of them | 2026-12-31 |\n| Z-2 | Half of the letters need no change | | | |\n| Z-3 | Colleagues like to use it | qualitative: interviews | | |',
      },
      {
        text: '//- objectives.yaml\nobjectives:\n  - id: Z-1\n    objective: The register of AI systems is introduced\n    due: 2026-12-31\n  - id: Z-2\n    objective: Trust in our AI grows\n    target: two thirds of patients',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const one of unmeasuredObjectivesIn(aims, view)) yield report(one);
      if (hasUnmeasuredProse(aims, view))
        yield {
          ...titlePlace(view),
          message:
            'Nothing in this document says how an objective is measured: no number, date, measure or target. Say for each which value is to be reached until when (clause 6.2).',
          subject: 'document:objectives:measure',
        };
    },
  },
};

const report = ({ table, record, vague }: UnmeasuredObjective): Report => ({
  span: placeOf(record),
  message:
    vague === undefined
      ? `${calledOf(record)} cannot be measured: it names no number, date, measure or target. Say how it is measured and which value is to be reached.`
      : `${calledOf(record)} cannot be measured: the target \`${vague}\` can never be missed. Say which value is to be reached, and until when.`,
  subject: `record:objective:${record.id?.text ?? record.name?.text ?? ''}:measure`,
  fixes: vague === undefined ? fillFields(table, record, [['measure'], ['target']]) : [],
});
