import type { Span } from './span';

/** Spans of one text, in which an offset is found without looking at all of them. */
export class Intervals {
  private readonly spans: readonly Span[];

  /** Spans may overlap: what one holds of another is held once. */
  constructor(spans: readonly Span[]) {
    const joined: { start: number; end: number }[] = [];
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
      const last = joined.at(-1);
      if (last && start <= last.end) last.end = Math.max(last.end, end);
      else joined.push({ start, end });
    }
    this.spans = joined;
  }

  /** Whether an offset lies in one of them; the end of a span does not. */
  hold(offset: number): boolean {
    return this.meet({ start: offset, end: offset + 1 });
  }

  /** Whether a span that is not empty has a character in common with one of them. */
  meet({ start, end }: Span): boolean {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.start ?? end) < end) low = middle + 1;
      else high = middle;
    }
    const last = this.spans[low - 1];
    return last !== undefined && start < last.end;
  }
}
