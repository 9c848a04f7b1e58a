import { ANY_PLACEHOLDER } from '../framework/synonyms';
import { Places } from '../text/places';
import type { Span } from '../text/span';
import { type Needle, needlesIn } from './references/standards';

/**
 * What every reference begins with, but lone numbers and those after the name of a standard. A sign is one character
 * with what follows it, so that a search need not make a match to tell where it stands.
 */
const REFERENCE = /[ab](?=\.\d)|c(?=l(?:ause|\.|[áa]usula))|k(?=lausel)/gi;
const PLACEHOLDER = new RegExp(ANY_PLACEHOLDER.source, 'g');

/**
 * Where in a text a reference, the name of a standard or a placeholder may stand. One look over the whole text finds
 * them, so that blocks and cells without any, which are most, need no look of their own.
 */
export class Landmarks {
  private readonly references: Places;
  private readonly placeholders: Places;
  private readonly needles: readonly Needle[];
  private readonly standards: Places;

  constructor(text: string) {
    this.references = new Places(referenceStarts(text));
    this.placeholders = new Places(placeholderStarts(text));
    this.needles = needlesIn(text);
    this.standards = new Places(this.needles.map(({ at }) => at));
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
  needlesWithin(span: Span): readonly Needle[] {
    if (!this.standards.anyWithin(span)) return NONE;
    const first = this.standards.firstFrom(span.start);
    return this.needles.slice(first, this.standards.firstFrom(span.end));
  }
}

const NONE: readonly Needle[] = [];

function referenceStarts(text: string): readonly number[] {
  const starts: number[] = [];
  REFERENCE.lastIndex = 0;
  while (REFERENCE.test(text)) starts.push(REFERENCE.lastIndex - 1);
  return starts;
}

function placeholderStarts(text: string): readonly number[] {
  const starts: number[] = [];
  PLACEHOLDER.lastIndex = 0;
  for (let match = PLACEHOLDER.exec(text); match; match = PLACEHOLDER.exec(text)) starts.push(match.index);
  return starts;
}
