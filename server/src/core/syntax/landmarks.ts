import { ANY_PLACEHOLDER, STANDARD_NEEDLES } from '../framework/synonyms';
import { Places } from '../text/places';
import type { Span } from '../text/span';
import { type FoundWord, WordFinder } from '../text/word-finder';

/** What every reference begins with, but lone numbers and those after the name of a standard. */
const REFERENCE_SIGNS: ReadonlySet<string> = new Set([
  ...['a', 'b'].flatMap((annex) => [...'0123456789'].map((digit) => `${annex}.${digit}`)),
  ...['clause', 'cl.', 'clausula', 'cláusula', 'klausel'],
]);
const SIGNS = new WordFinder([...REFERENCE_SIGNS, ...STANDARD_NEEDLES]);
const PLACEHOLDER = new RegExp(ANY_PLACEHOLDER.source, 'g');

/**
 * Where in a text a reference, the name of a standard or a placeholder may stand. One look over the whole text finds
 * them, so that blocks and cells without any, which are most, need no look of their own.
 */
export class Landmarks {
  private readonly references: Places;
  private readonly placeholders: Places;
  private readonly needles: readonly FoundWord[];
  private readonly standards: Places;

  constructor(text: string) {
    const references: number[] = [];
    const needles: FoundWord[] = [];
    for (const sign of SIGNS.find(text)) {
      if (REFERENCE_SIGNS.has(sign.word)) references.push(sign.at);
      else needles.push(sign);
    }
    this.references = new Places(references);
    this.needles = needles;
    this.standards = new Places(needles.map(({ at }) => at));
    this.placeholders = new Places(placeholderStarts(text));
  }

  hasReference(span: Span): boolean {
    return this.references.anyWithin(span);
  }

  hasPlaceholder(span: Span): boolean {
    return this.placeholders.anyWithin(span);
  }

  hasAny(span: Span): boolean {
    return this.references.anyWithin(span) || this.standards.anyWithin(span) || this.placeholders.anyWithin(span);
  }

  /** The parts of names of standards in this part of the text. */
  needlesWithin(span: Span): readonly FoundWord[] {
    if (!this.standards.anyWithin(span)) return NONE;
    const first = this.standards.firstFrom(span.start);
    return this.needles.slice(first, this.standards.firstFrom(span.end));
  }
}

const NONE: readonly FoundWord[] = [];

function placeholderStarts(text: string): readonly number[] {
  const starts: number[] = [];
  PLACEHOLDER.lastIndex = 0;
  for (let match = PLACEHOLDER.exec(text); match; match = PLACEHOLDER.exec(text)) starts.push(match.index);
  return starts;
}
