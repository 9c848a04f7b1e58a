import { expect, test } from 'vitest';
import { z } from 'zod';
import inclusionRules from '../../../data/synonyms/inclusion-rules.yaml';
import { saysWhyIncluded } from './inclusion-rules';

const patterns = z.array(z.string().refine((text) => new RegExp(text, 'u') instanceof RegExp)).min(1);

test('the data speaks four languages, and every pattern is one', () => {
  z.record(z.enum(['en', 'de', 'fr', 'es']), patterns).parse(inclusionRules);
});

test('a rule for all inclusions is told from a sentence about them', () => {
  const rules = [
    'All controls are included because we develop and use AI systems.',
    'Controls marked as applicable have been selected as a result of the AI risk assessment.',
    'The rationale for each control is given in the risk treatment plan (RTP-01).',
    'Determinations are driven by the risk register.',
    'Die Auswahl der Maßnahmen beruht auf der Risikobeurteilung.',
    'Toutes les mesures sont retenues en raison de notre rôle.',
    'Todos los controles son aplicables porque desarrollamos sistemas.',
  ];
  expect(rules.filter((sentence) => !saysWhyIncluded(sentence))).toEqual([]);
  const others = [
    'The reason for each control is given in the table below.',
    'The reasons for exclusions are documented in the scope.',
    'All controls are implemented.',
    'The justification stands in the third column.',
    'Controls are listed below.',
  ];
  expect(others.filter(saysWhyIncluded)).toEqual([]);
});
