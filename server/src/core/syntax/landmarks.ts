import { ANY_PLACEHOLDER, ANY_STANDARD } from '../framework/synonyms';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

const SIGNS = {
  /** What every reference begins with, but lone numbers and those after the name of a standard. */
  reference: /[AB]\.\d|clause|cl\.|klausel|cl[áa]usula/gi,
  standard: new RegExp(ANY_STANDARD.source, 'gi'),
  placeholder: new RegExp(ANY_PLACEHOLDER.source, 'g'),
} as const;

export type Sign = keyof typeof SIGNS;

interface Landmark {
  readonly at: number;
  /** What was found there, in lower case. */
  readonly text: string;
}

/**
 * Where in a text a reference, the name of a standard or a placeholder may stand. One look over the whole text finds
 * them, so that blocks and cells without any, which are most, need no look of their own.
 */
export class Landmarks {
  private readonly found: Readonly<Record<Sign, readonly Landmark[]>>;

  constructor(text: string) {
    this.found = {
      reference: landmarksOf(text, SIGNS.reference),
      standard: landmarksOf(text, SIGNS.standard),
      placeholder: landmarksOf(text, SIGNS.placeholder),
    };
  }

  /** Whether one stands in this part of the text. */
  has(sign: Sign, { start, end }: Span): boolean {
    const landmarks = this.found[sign];
    return (landmarks[firstFrom(landmarks, start)]?.at ?? end) < end;
  }

  /** What stands in this part of the text. */
  within(sign: Sign, { start, end }: Span): readonly string[] {
    const landmarks = this.found[sign];
    const texts: string[] = [];
    for (let index = firstFrom(landmarks, start); (landmarks[index]?.at ?? end) < end; index++)
      texts.push(landmarks[index]?.text ?? '');
    return texts;
  }
}

const landmarksOf = (text: string, sign: RegExp): readonly Landmark[] =>
  matchesOf(sign, text).map((match) => ({ at: match.index, text: match[0].toLowerCase() }));

function firstFrom(landmarks: readonly Landmark[], start: number): number {
  let low = 0;
  for (let high = landmarks.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((landmarks[middle]?.at ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
