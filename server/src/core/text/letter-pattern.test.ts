import { expect, test } from 'vitest';
import { letterPattern } from './letter-pattern';

const SOURCE = String.raw`(?<![\p{L}\p{N}])(?:form|forms|when to|größe)(?![\p{L}\p{N}])`;
const TEXTS = [
  '',
  'form',
  'Forms',
  'reform',
  'form2',
  '2form',
  'form_a',
  'éform',
  'formé',
  'form – é',
  'éform, form',
  'formκ',
  'GRÖẞE',
  'Größe',
  'when tomorrow',
  'when to,',
  '𝐀form',
  'form𝐀',
  'ﬁform',
];

test.each(TEXTS)('answers as the plain regular expression does: %j', (text) => {
  for (const flags of ['u', 'iu'])
    expect(letterPattern(SOURCE, flags).test(text), flags).toBe(new RegExp(SOURCE, flags).test(text));
});
