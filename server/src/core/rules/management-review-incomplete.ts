import managementReview from '../../../data/phrases/management-review.yaml';
import { saysWhen } from '../model/audit-gaps';
import type { FileView } from '../model/file-view';
import { topicsIn, unspokenTopics } from '../model/phrases';
import type { Rule } from './rule';
import { reportUnspoken } from './unspoken';

const unspokenIn = unspokenTopics({ kind: 'management-review', topics: topicsIn(managementReview), linked: true });

/** Minutes of a management review that leave out who was there, what was presented or what came of it. */
export const managementReviewIncomplete: Rule = {
  meta: {
    name: 'management-review-incomplete',
    severity: 'warning',
    summary:
      'The minutes of a management review lack a topic that a review has to take up, who took part, or a decision.',
    why: 'The standard lists what top management has to look at, and asks for evidence of what came of it. Minutes without one of the topics mean that nobody can show that it was looked at.',
    basis: ['42001:9.3.1', '42001:9.3.2', '42001:9.3.3'],
    doubt:
      'Topics are looked for in four languages, in the minutes and in the documents of the AIMS they link to. Minutes that speak of slides or of papers that were attached are not asked for what was presented. A topic on which there was nothing to say has to be named with that.',
  },
  examples: {
    bad: [
      {
        text: '//- minutes.md\n# Management review minutes, AIMS, 4 May 2026\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ says nothing about changes in external and internal issues or changes in what interested parties need and expect\n\nParticipants: the managing director, the head of AI.\n\nThe actions of the last review are closed. Audit results, indicators and nonconformities were presented, with three ideas for improvement. The AIMS is suitable, adequate and effective.\n\nDecided: a second auditor is trained.',
      },
      {
        text: '//- protokoll.md\n---\nkind: management-review\n---\n# Managementbewertung\n  ^^^^^^^^^^^^^^^^^^^ says nothing about when it was held, who of top management took part or what was decided\n\nStand der Maßnahmen aus dem Vorjahr, Änderungen im Umfeld, Erwartungen der Kunden, Abweichungen, Kennzahlen, Ergebnisse der Audits und Verbesserungen wurden besprochen. Das System ist geeignet und wirksam.',
      },
      {
        text: '//- minutes.md\n---\nkind: management-review\ndate: 2026-05-04\nattendees: Managing Director\ninputs: audit results, indicators, nonconformities, feedback of customers, new laws, ideas for improvement\ndecisions: none\nconclusion: effective\n---\n# Minutes\n  ^^^^^^^ says nothing about the state of actions from earlier reviews',
      },
    ],
    good: [
      {
        text: '//- minutes.md\n# Management review of the AIMS, 4 May 2026\n\nPresent: the managing director and the head of AI. The papers with the inputs are attached.\n\nDecided: a second auditor is trained. The AIMS is effective.',
      },
      {
        text: '//- minutes.md\n# Management review of the AIMS, 4 May 2026\n\nChair: the managing director. See what was [presented](inputs.md). It was agreed that nothing has to change: the AIMS is effective.\n//- inputs.md\n# For the management\n\nOpen actions: none. The AI Act was amended. Customers complain less. Nonconformities: none. All indicators are green. Audits: one. Ideas for improvement: two.',
      },
      {
        text: '//- review.md\n# Management review procedure for AI\n\nThe board meets once a year.',
        note: 'How reviews are held is no review.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      const topics = unspokenIn(aims, view).filter(({ id }) => id !== 'date' || !isDated(view));
      yield* reportUnspoken(view, topics, {
        document: 'This management review',
        asks: 'Say for each what was presented or decided, if only that there was nothing (clause 9.3).',
        subject: 'management-review:topics',
      });
    },
  },
};

/** `date: …` in front matter is read as the day of approval. */
const isDated = (view: FileView): boolean => saysWhen(view) || view.document.approvedOn !== undefined;
