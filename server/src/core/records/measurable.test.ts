import { expect, test } from 'vitest';
import data from '../../../data/synonyms/measurable.yaml';
import { normalize } from '../text/words';
import { isVague, saysAmount, waivesMeasure } from './measurable';

test('the data have the shape that is read', () => {
  const lists = Object.entries(data as Record<string, readonly string[]>);
  expect(lists.map(([name]) => name)).toEqual(['measurable', 'numbers', 'vague', 'waived']);
  for (const [, words] of lists) expect(words.filter((word) => normalize(word) !== word)).toEqual([]);
});

test.each([
  'below 2 %',
  'by 31 December 2026',
  'every release is checked',
  'Zwei Schulungen im Jahr',
  'mindestens die Hälfte',
  'Taux de plaintes',
  'al menos una revisión',
  'Response time within a day',
])('%s can be measured', (text) => expect(saysAmount(text)).toBe(true));

test.each([
  'Use AI responsibly',
  'Meet ISO/IEC 42001:2023 and A.7.4',
  'Vertrauen in unsere KI stärken',
  "Améliorer la confiance dans l'IA",
  'Mejorar la confianza',
  'Move to GPT-4',
])('%s cannot', (text) => expect(saysAmount(text)).toBe(false));

test('vague targets, and waivers', () => {
  expect(['Better', 'as needed', '0.96', 'no worse than a nurse'].map(isVague)).toEqual([true, true, false, false]);
  expect([waivesMeasure('Not practicable: judged in the review'), waivesMeasure('quality')]).toEqual([true, false]);
});
