/** A half-open range of UTF-16 offsets into one file's text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const spanContains = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end;

export const spansOverlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
