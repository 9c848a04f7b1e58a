import { expect, test } from 'vitest';
import { Intervals } from './intervals';

test('an offset is found in spans of any order, apart or over one another', () => {
  const spans = [
    { start: 20, end: 30 },
    { start: 0, end: 4 },
    { start: 22, end: 24 },
    { start: 28, end: 33 },
    { start: 4, end: 6 },
  ];
  const intervals = new Intervals(spans);
  for (let offset = 0; offset < 40; offset++)
    expect(intervals.hold(offset)).toBe(spans.some(({ start, end }) => start <= offset && offset < end));
  for (let start = 0; start < 40; start++)
    for (const end of [start + 1, start + 5])
      expect(intervals.meet({ start, end }), `${start}-${end}`).toBe(
        spans.some((span) => start < span.end && span.start < end),
      );
  expect(new Intervals([]).hold(0)).toBe(false);
});
