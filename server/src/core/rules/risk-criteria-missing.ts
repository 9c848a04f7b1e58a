import { type RiskMethod, riskMethodOf } from '../model/risk-criteria';
import { titlePlace } from '../model/title-place';
import { insert } from './fixes';
import type { Rule } from './rule';

/** A method of risk assessment that leaves open how risks are rated, or for whom. */
export const riskCriteriaMissing: Rule = {
  meta: {
    name: 'risk-criteria-missing',
    severity: 'warning',
    summary:
      'The method of risk assessment has no scale, no acceptance level, or does not look at individuals, groups and society.',
    why: 'Two people who apply the method have to come to the same result, and it has to say when a risk is acceptable. An AI risk is more than a loss for the company: an auditor looks for a consequence scale that sees the people a system touches, and society.',
    basis: ['42001:6.1.1', '42001:6.1.2'],
    doubt:
      'Words for each criterion are looked for in four languages, in the methodology, in the documents it links to and in the risk register. Scales kept in another system are not seen: name them in a sentence.',
  },
  examples: {
    bad: [
      {
        text: '//- methodology.md\n# AI risk methodology\n  ^^^^^^^^^^^^^^^^^^^ says nothing about up to which level risks are accepted; consequences for individuals and groups; consequences for society\n\nLikelihood and impact are rated from 1 to 5 in euro lost. The level is the product.',
      },
      {
        text: '//- methodik.md\n---\nkind: risk-methodology\n---\n# Risikomethodik\n  ^^^^^^^^^^^^^^ says nothing about how likely a risk is; the steps by which likelihood and consequence are rated\n\nDie Folgen für Betroffene und die Gesellschaft werden beschrieben. Was nicht tragbar ist, wird behandelt.',
      },
      {
        text: '//- method.yaml\nkind: risk-methodology\ntitle: AI risk methodology\n       ^^^^^^^^^^^^^^^^^^^ consequences for society\nrisk:\n  likelihood: [rare, possible, likely]\n  impact: [annoyance to a patient, harm, death]\n  levels:\n    low: 1-3\n    high: 4-9\n  acceptance: low',
      },
    ],
    good: [
      {
        text: '//- methodology.md\n# AI risk methodology\n\nHow often a risk may occur (its likelihood) and how severe it would be for us, for individuals and for society is rated from 1 to 5. Risks up to 5 are accepted.',
      },
      {
        text: '//- methodology.md\n# AI risk methodology\n\nSee the [scales](scales.md).\n//- scales.md\n# Scales\n\n| Likelihood | Consequence for people | Consequence for society | Accepted |\n|---|---|---|---|\n| 1, rare | annoyance | none | yes |\n| 2, likely | harm | loss of trust | no |',
      },
      {
        text: '//- methodologie.md\n# Méthodologie des risques IA\n\nLa vraisemblance et la gravité pour les personnes et la société vont de 1 à 4. Un risque de niveau 2 est acceptable.',
      },
      {
        text: '//- policy.md\n# Risk management policy\n\nRisks of the company are rated in euro.',
        note: 'A method that is not that of AI is not judged.',
      },
    ],
  },
  *aims(aims) {
    const method = riskMethodOf(aims);
    if (!method || method.missing.length === 0) return;
    yield {
      ...titlePlace(method.view),
      message: `This method of risk assessment says nothing about ${method.missing.map(({ title }) => title).join('; ')}. Clause 6.1.2 asks for criteria that give comparable results and see people and society.`,
      framework: '42001',
      subject: `document:risk-methodology:criteria`,
      fixes: fixesFor(method),
    };
  },
};

/** A sentence for each criterion, to be filled in, at the end of the document. */
function fixesFor({ view: { file }, missing }: RiskMethod) {
  if (file.facts.format !== 'markdown') return [];
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const end = file.text.trimEnd().length;
  const text = ['', '## Risk criteria', ...missing.map(({ line }) => line)].join(newline + newline);
  const title = missing.length === 1 ? 'Insert a sentence about it, to be filled in' : 'Insert sentences about them';
  return [insert(title, file.path, end, text)];
}
