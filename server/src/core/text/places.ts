import type { Span } from './span';

/** Spans of which it is asked whether any starts inside another. */
export class Places {
  private readonly spans: readonly Span[];

  constructor(spans: readonly Span[]) {
    this.spans = [...spans].sort((a, b) => a.start - b.start);
  }

  anyWithin({ start, end }: Span): boolean {
    let low = 0;
    for (let high = this.spans.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.start ?? start) < start) low = middle + 1;
      else high = middle;
    }
    return (this.spans[low]?.start ?? end) < end;
  }
}
