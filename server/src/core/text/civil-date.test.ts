import { expect, test } from 'vitest';
import { dateWithin, parseDate } from './civil-date';
import { dateFault } from './date-fault';
import { parseCycle } from './review-cycle';

test.each([
  '2026-03-14',
  '2026/03/14',
  '2026-03-14T10:00:00Z',
  '2026-03-14 10:00',
  '20260314',
  '14.03.2026',
  '14. 3. 2026',
  '14/03/2026',
  '03/14/2026',
  '14-03-2026',
  '14-Mar-2026',
  '14‑Mar‑2026',
  '14/Mar/2026',
  '14 March 2026',
  '14th of March 2026',
  'the 14th of March, 2026',
  'March 14, 2026',
  'Monday, 14 March 2026',
  '14. März 2026',
  'am 14. März 2026',
  'Samstag, den 14. Mrz. 2026',
  'le 14 mars 2026',
  'samedi 14 mars 2026',
  '14 de marzo de 2026',
  'el 14 de marzo del 2026',
])('%s is a day', (text) => {
  expect(parseDate(text)).toBe('2026-03-14');
  expect(dateFault(text)).toBeUndefined();
});

test.each([
  ['1er janvier 2026', '2026-01-01'],
  ['1º de enero de 2026', '2026-01-01'],
  ['05/05/2026', '2026-05-05'],
  ['24 déc. 2026', '2026-12-24'],
  ['January 2027', '2027-01-31'],
  ['février 2027', '2027-02-28'],
  ['2027-02', '2027-02-28'],
])('%s is %s', (text, day) => {
  expect(parseDate(text)).toBe(day);
});

test.each([
  ['3/4/2026', 'ambiguous'],
  ['12-11-2026', 'ambiguous'],
  ['2026-02-30', 'impossible'],
  ['30/02/2026', 'impossible'],
  ['31.04.2026', 'impossible'],
  ['31 June 2026', 'impossible'],
  ['14.03.26', 'short-year'],
  ['3/4/26', 'short-year'],
  ['14 marca 2026', 'unread'],
  ['14-Xyz-2026', 'unread'],
  ['', undefined],
  ['after each change', undefined],
  ['12 months', undefined],
  ['[YYYY-MM-DD]', undefined],
  ['version 3.1', undefined],
  ['Q3 2026', undefined],
])('%s is found to be %s', (text, fault) => {
  expect(parseDate(text)).toBeUndefined();
  expect(dateFault(text)).toBe(fault);
});

test.each([
  ['planned (30 June 2026)', '2026-06-30'],
  ['planned for 30/06/2026', '2026-06-30'],
  ['done 30-Jun-2026.', '2026-06-30'],
  ['Q3 2026', '2026-09-30'],
])('within “%s” stands %s', (text, day) => {
  expect(dateWithin(text)).toBe(day);
});

test.each([
  ['annual', 12],
  ['Annually, or on change', 12],
  ['at least once a year', 12],
  ['once every two years', 24],
  ['every six months', 6],
  ['every 6 months', 6],
  ['6-monthly', 6],
  ['six-monthly', 6],
  ['twice a year', 6],
  ['2 times per year', 6],
  ['every three years', 36],
  ['every other year', 24],
  ['every second year', 24],
  ['biennial', 24],
  ['18 months', 18],
  ['eighteen months', 18],
  ['P1Y', 12],
  ['P6M', 6],
  ['P1Y6M', 18],
  ['quarterly', 3],
  ['every quarter', 3],
  ['jährlich', 12],
  ['einmal im Jahr', 12],
  ['jedes Jahr', 12],
  ['alle sechs Monate', 6],
  ['alle zwei Jahre', 24],
  ['zweimal jährlich', 6],
  ['halbjährlich', 6],
  ['vierteljährlich', 3],
  ['alle 18 Monate', 18],
  ['annuel', 12],
  ['annuelle', 12],
  ['tous les ans', 12],
  ['chaque année', 12],
  ['tous les deux ans', 24],
  ['tous les six mois', 6],
  ['deux fois par an', 6],
  ['semestrielle', 6],
  ['anual', 12],
  ['cada año', 12],
  ['cada seis meses', 6],
  ['cada dos años', 24],
  ['dos veces al año', 6],
  ['bienal', 24],
  ['trienal', 36],
  ['after each change', undefined],
  ['as needed', undefined],
  ['on request', undefined],
  ['every 90 days', 3],
  ['alle 4 Wochen', 1],
  ['365 jours', 12],
  ['at each management review', undefined],
  ['0 months', undefined],
])('“%s” is a cycle of %s months', (text, months) => {
  expect(parseCycle(text)).toBe(months);
});
