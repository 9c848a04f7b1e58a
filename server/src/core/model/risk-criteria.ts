import riskCriteria from '../../../data/synonyms/risk-criteria.yaml';
import { isInForce } from '../document/in-force';
import { speaksOfAi } from '../framework/document-words';
import { memo } from '../query/memo';
import { type PartData, type WordedPart, wordedParts } from '../records/worded-parts';
import { normalize } from '../text/words';
import type { Aims, SourceFile } from './aims';
import { type FileView, namesAims, viewsOf } from './file-view';
import { linkedDocuments, refersOutside } from './linked-documents';
import { riskScheme } from './risk-scheme';

/** The cast states the shape that the data test checks. */
const DATA = riskCriteria as Readonly<Record<string, PartData & { readonly from?: Words; readonly to?: Words }>>;

type Words = readonly string[];

let criteria: readonly WordedPart[] | undefined;

const allCriteria = (): readonly WordedPart[] => {
  criteria ??= wordedParts(DATA);
  return criteria;
};

/** The method of risk assessment of the AIMS, and what neither it nor what it refers to settles. */
export interface RiskMethod {
  readonly view: FileView;
  readonly missing: readonly WordedPart[];
}

/** Nothing where the AIMS has no document about its method that can be read and that is about AI. */
export function riskMethodOf(aims: Aims): RiskMethod | undefined {
  const views = viewsOf(aims).filter(isMethod);
  const [view] = views;
  if (!view || views.some(({ file }) => refersOutside(aims, file))) return undefined;
  const files = [...views.map(({ file }) => file), ...views.flatMap(({ file }) => linkedDocuments(aims, file))];
  const method = files.reduce((missing, file) => missing.filter(isMissingIn(proseOf(file))), unsettled(aims));
  const missing = registersOf(aims).reduce((left, text) => left.filter(isMissingIn(text)), method);
  return { view, missing: withoutConsequences(missing) };
}

/** What a text has to settle where nothing else does. */
const unsettled = (aims: Aims): readonly WordedPart[] =>
  allCriteria().filter(({ id }) => id !== 'scale' || riskScheme(aims) === undefined);

/** Looks at the text only if something is asked of it: registers are long, and a method mostly settles all. */
function isMissingIn(text: string): (part: WordedPart) => boolean {
  let words: string | undefined;
  return (part) => {
    words ??= ` ${normalize(text)} `;
    return part.id === 'scale' ? !hasSteps(text, words) : !part.words.test(words);
  };
}

/** Where nothing is rated there are no steps either, and consequences for nobody: one gap is told once. */
function withoutConsequences(missing: readonly WordedPart[]): readonly WordedPart[] {
  const ids = new Set(missing.map(({ id }) => id));
  return missing.filter(({ id }) => id !== 'scale' || !(ids.has('likelihood') && ids.has('consequence')));
}

const isMethod = (view: FileView): boolean =>
  view.document.kind?.id === 'risk-methodology' && isInForce(view) && isOfAims(view);

/** A method of information security or of the company is not read as that of the AIMS unless it says so. */
const isOfAims = ({ document, file }: FileView): boolean =>
  document.kindReason === 'front matter' ||
  document.kindReason === 'configuration' ||
  namesAims(file) ||
  speaksOfAi(document.title?.text ?? '');

/** Criteria are often kept beside the risks. */
const registersOf = (aims: Aims): readonly string[] =>
  viewsOf(aims).flatMap((view) =>
    view.document.kind?.id === 'risk-register' && isInForce(view) && view.file.facts.headings.length > 0
      ? [view.file.text]
      : [],
  );

/** What readers do not see does not count. */
const proseOf = memo((file: SourceFile): string => file.text.replace(/<!--.*?-->/gs, ' '));

const NUMBERS = /\b[01]\s*(?:-|–|—|to|through|bis|à|a|al|hasta)\s*(?:3|4|5|6|7|10|100)\b|\b([3-6])\s*[x×]\s*\1\b/i;

let ladder: RegExp | undefined;

/** `1 to 5`, `5 × 5`, `low, medium, high` and their like, in a sentence, a list or a table; `words` is the same text, normalized. */
function hasSteps(text: string, words: string): boolean {
  ladder ??= new RegExp(` (?:${(DATA.scale?.from ?? []).join('|')}) .{0,400}? (?:${(DATA.scale?.to ?? []).join('|')})`);
  return NUMBERS.test(text) || ladder.test(words);
}
