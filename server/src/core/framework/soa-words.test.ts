import { expect, test } from 'vitest';
import soaWords from '../../../data/synonyms/soa-words.yaml';
import { wordForAnswer, wordForStatus } from './soa-words';
import { applicability, implementation } from './synonyms';

const meant = (meaning: string, word: string): string | undefined =>
  meaning === 'yes' || meaning === 'no' ? applicability(word) : implementation(word);

test('what fixes write is read back as what it means', () => {
  const wrong = Object.values(soaWords as Record<string, Record<string, string | string[]>>).flatMap((words) =>
    Object.entries(words).flatMap(([meaning, given]) =>
      [given].flat().filter((word) => meant(meaning, word) !== meaning),
    ),
  );
  expect(wrong).toEqual([]);
});

test('every "yes" has its "no", and every language every status', () => {
  const shapes = Object.values(soaWords as Record<string, Record<string, string | string[]>>).map(
    ({ yes, no, ...states }) => ({
      pairs: yes?.length === no?.length,
      states: Object.keys(states).sort().join(' '),
    }),
  );
  expect(new Set(shapes.map((shape) => JSON.stringify(shape)))).toEqual(
    new Set([JSON.stringify({ pairs: true, states: 'implemented in-progress not-applicable not-started planned' })]),
  );
});

test('a word is written in the language of its table and as the counterpart of what stands there', () => {
  expect(wordForAnswer('yes', 'Nein', ['Nein'])).toBe('Ja');
  expect(wordForAnswer('yes', 'N', ['N', 'Y'])).toBe('Y');
  expect(wordForAnswer('no', '✅', ['✅'])).toBe('❌');
  expect(wordForStatus('planned', ['Oui', 'En cours'])).toBe('Planifié');
  expect(wordForStatus('planned', [])).toBe('Planned');
});
