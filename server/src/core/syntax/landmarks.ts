import { ANY_PLACEHOLDER, ANY_STANDARD } from '../framework/synonyms';
import type { Span } from '../text/span';

const SIGNS = {
  /** What every reference begins with, but lone numbers and those after the name of a standard. */
  reference: /[AB]\.\d|clause|cl\.|klausel|cl[áa]usula/gi,
  standard: new RegExp(ANY_STANDARD.source, 'gi'),
  placeholder: new RegExp(ANY_PLACEHOLDER.source, 'g'),
} as const;

export type Sign = keyof typeof SIGNS;

/**
 * Where in a text a reference, the name of a standard or a placeholder may stand. One look over the whole text finds them, so that
 * blocks and cells without any, which are most, need no look of their own.
 */
export class Landmarks {
  private readonly places: Readonly<Record<Sign, readonly number[]>>;

  constructor(text: string) {
    this.places = {
      reference: placesOf(text, SIGNS.reference),
      standard: placesOf(text, SIGNS.standard),
      placeholder: placesOf(text, SIGNS.placeholder),
    };
  }

  /** Whether one stands in this part of the text. */
  has(sign: Sign, { start, end }: Span): boolean {
    const places = this.places[sign];
    let low = 0;
    for (let high = places.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (places[low] ?? end) < end;
  }
}

function placesOf(text: string, sign: RegExp): readonly number[] {
  const places: number[] = [];
  for (const match of text.matchAll(sign)) places.push(match.index);
  return places;
}
