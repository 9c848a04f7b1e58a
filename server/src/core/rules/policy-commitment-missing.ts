import policy from '../../../data/phrases/ai-policy.yaml';
import { topicsIn, unspokenTopics } from '../model/phrases';
import type { Rule } from './rule';
import { reportUnspoken } from './unspoken';

const unspokenIn = unspokenTopics({ kind: 'ai-policy', topics: topicsIn(policy), linked: false });

/** An AI policy that leaves out what top management has to promise. */
export const policyCommitmentMissing: Rule = {
  meta: {
    name: 'policy-commitment-missing',
    severity: 'warning',
    summary: 'The AI policy lacks a commitment that the standard asks for.',
    why: 'A policy that names principles alone is written up, however good they are: it has to be a frame for objectives, and promise to meet applicable requirements and to improve the management system continually.',
    basis: ['42001:5.2', '42001:A.2.2', '42001:A.2.3'],
    doubt:
      'A commitment may stand there in words nobody thought of: the message says what was looked for, in English, German, French and Spanish. How the policy is made known and what other policies it goes with are often told elsewhere, so that their absence is information only.',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n# AI policy\n  ^^^^^^^^^ says nothing about the commitment to continual improvement\n\nWe keep to the law and to our contracts. The policy is the frame for our AI objectives, goes with our other policies and is on the intranet.',
      },
      {
        text: '//- richtlinie.md\n---\nkind: ai-policy\n---\n# KI-Richtlinie\n  ^^^^^^^^^^^^^ says nothing about a frame for AI objectives or the commitment to continual improvement\n\n## Selbstverpflichtung\n\nWir halten die geltenden gesetzlichen Anforderungen ein.\n\n## Bekanntgabe\n\nDie Richtlinie steht neben den anderen Richtlinien im Intranet.',
      },
      {
        text: '//- policy.md\n# AI policy\n  ^^^^^^^^^ nothing about the commitment to meet applicable requirements. Words like\n\nThe AI objectives follow from this policy, which is on the intranet. It goes with our other policies. We keep improving.\n\n<!-- We comply with laws and regulations. -->\n\n```text\nApplicable requirements\n```',
      },
      {
        text: '//- policy.md\n# AI policy\n  ^^^^^^^^^ nothing about how it is made known or how it goes together with other policies\n\nWe comply with applicable law, improve continually, and derive our AI objectives from this policy.',
      },
    ],
    good: [
      {
        text: '//- policy.md\n# AI policy\n\nWe meet the requirements that apply to our AI systems. What we learn makes the management system better. AI objectives are derived from this policy. It is available to interested parties, as our other policies are.',
      },
      {
        text: "//- politique.md\n---\nkind: ai-policy\n---\n# Politique d'IA\n\nNous respectons les exigences légales applicables et améliorons en continu notre système. La politique donne un cadre à nos objectifs. Elle est diffusée à tous avec nos autres politiques.",
      },
      {
        text: '//- politica.md\n---\nkind: ai-policy\n---\n# Política de IA\n\nCumplimos los requisitos legales aplicables. Nos comprometemos con la mejora continua. La política es el marco de los objetivos de IA y está publicada en la intranet con las demás políticas.',
      },
      {
        text: '//- policy.md\n# AI policy\n\nThe [policy of the group](https://example.com/ai-policy) applies.',
        note: 'What stands outside the AIMS is not judged.',
      },
      { text: '//- policy.md\n---\nkind: ai-policy\nstatus: template\n---\n# AI policy\n\nOur principles are these.' },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      yield* reportUnspoken(view, unspokenIn(aims, view), {
        document: 'This AI policy',
        asks: 'Say it in your own words (clause 5.2).',
        subject: 'ai-policy:commitments',
      });
    },
  },
};
