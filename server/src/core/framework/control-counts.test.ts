import { expect, test } from 'vitest';
import { z } from 'zod';
import counts from '../../../data/synonyms/control-counts.yaml';
import { claimsIn, countedBy, mayCountControls } from './control-counts';

const patterns = z.array(z.string().refine((text) => new RegExp(text, 'u') instanceof RegExp)).min(1);

test('the data has the shape the code takes for granted, and every pattern is one', () => {
  const { numbers, counted, ...others } = z.record(z.string(), z.unknown()).parse(counts);
  z.record(z.string().regex(/^\d+$/), patterns).parse(numbers);
  z.record(z.enum(['excluded', 'applicable', 'in-progress', 'not-started', 'implemented', 'planned']), patterns).parse(
    counted,
  );
  z.record(z.string(), patterns).parse(others);
});

test('a text is worth reading if it may count the controls of an annex or of a part of it', () => {
  const worth = [
    'Annex A has **39** controls',
    'all 37 of the Annex A controls',
    'A.6 (10 controls)',
    'Die Norm hat 38 Maßnahmen.',
  ];
  expect(worth.filter((text) => !mayCountControls(text))).toEqual([]);
  expect(
    ['Clause 6.1.3, 38 pages', '12 controls were sampled', 'no number of controls'].filter(mayCountControls),
  ).toEqual([]);
});

const saying = (sentence: string) => claimsIn(sentence).map(({ what, count }) => `${what} ${count}`);

test.each([
  ['36 of the 38 controls are applicable, 2 are excluded.', ['applicable 36', 'excluded 2', 'total 38']],
  ['All 38 controls are applicable', ['applicable 38']],
  ['Three controls are planned.', ['planned 3']],
  ['Von den 38 Maßnahmen sind 33 anwendbar.', ['total 38', 'applicable 33']],
  ['37 mesures sont applicables.', ['applicable 37']],
  ['37 controles son aplicables.', ['applicable 37']],
])('%s', (sentence, expected) => {
  expect(saying(sentence).sort()).toEqual([...expected].sort());
});

test.each([
  'All controls should be implemented.',
  'At least 30 controls are implemented.',
  'If 3 controls are excluded, say why.',
  'Version 2.38 controls are reviewed.',
  '38 % of the controls are implemented.',
  '12 implemented controls were sampled.',
  'Previously 39 controls were applicable.',
  'Nine control domains are covered.',
  'In 2025 30 controls were applicable.',
  'The first version listed 37 controls.',
  '12 implemented controls with findings were sampled.',
])('counts nothing: %s', (sentence) => {
  expect(saying(sentence)).toEqual([]);
});

const ofStandard = (sentence: string) =>
  claimsIn(sentence).flatMap((one) => (one.ofStandard ? [`${one.count}${one.ofWhole ? ' of the whole' : ''}`] : []));

test.each([
  ['ISO/IEC 42001:2023 Annex A has 37 controls.', ['37 of the whole']],
  ['Annex A (37 controls in nine domains)', ['37 of the whole']],
  ['It verifies all 37 Annex A controls, one by one.', ['37 of the whole']],
  ['Die Norm enthält 39 Maßnahmen.', ['39 of the whole']],
  ['36 Annex A controls apply to us.', ['36']],
  ['34 of the Annex A controls are relevant to deployers.', ['34']],
  ['We implemented 30 controls from Annex A.', ['30']],
  ['Annex A: 28 controls need evidence.', []],
  ['Annex A has 28 controls that need evidence.', ['28']],
])('said of the standard: %s', (sentence, expected) => {
  expect(ofStandard(sentence)).toEqual(expected);
});

test('labels of summaries are read', () => {
  expect(['Total controls', 'Not applicable', 'Met', 'Count', '% of total', 'Owner'].map(countedBy)).toEqual([
    'total',
    'excluded',
    'implemented',
    'count',
    'share',
    undefined,
  ]);
});
