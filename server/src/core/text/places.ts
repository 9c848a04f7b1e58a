import type { Span } from './span';

/** Offsets in order. They are asked for in the order of the text, nearly: the answer is near the one before. */
export class Places {
  private last = 0;

  constructor(private readonly starts: readonly number[]) {}

  anyWithin({ start, end }: Span): boolean {
    return (this.starts[this.firstFrom(start)] ?? end) < end;
  }

  /** Index of the first that is not before an offset. */
  firstFrom(start: number): number {
    let index = this.last;
    while (index > 0 && (this.starts[index - 1] ?? start) >= start) index--;
    while ((this.starts[index] ?? start) < start) index++;
    this.last = index;
    return index;
  }
}

/** Where spans start, whatever their order. */
export const placesOf = (spans: readonly Span[]): Places =>
  new Places(spans.map(({ start }) => start).sort((a, b) => a - b));
