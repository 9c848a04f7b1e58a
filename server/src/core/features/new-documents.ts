import { withTabStops } from '../document/tab-stops';
import type { DocumentKind } from '../framework/framework';
import type { Aims } from '../model/aims';
import { draftOf } from '../model/draft';
import { viewsOf } from '../model/file-view';
import { aimsSoa } from '../model/soa';

/** A kind of document somebody may want to write next. */
export interface KindOffer {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly clauses: readonly string[];
  readonly controls: readonly string[];
  readonly mandatory: boolean;
  /** Documents of this kind that are there. */
  readonly present: number;
}

/** All kinds: first those the standard asks for and that are missing, then the others as the framework lists them. */
export function kindOffers(aims: Aims): readonly KindOffer[] {
  const offers = [...(aims.frameworks.get('42001')?.kinds.values() ?? [])].map((kind) => offerOf(aims, kind));
  const isMissing = (offer: KindOffer): boolean => offer.mandatory && offer.present === 0;
  return [...offers.filter(isMissing), ...offers.filter((offer) => !isMissing(offer))];
}

function offerOf(aims: Aims, { id, title, about, clauses, controls, mandatory }: DocumentKind): KindOffer {
  const documents = viewsOf(aims).filter(({ document }) => document.kind?.id === id && !document.template).length;
  const present = id === 'soa' && documents === 0 && aimsSoa(aims) ? 1 : documents;
  return { id, title, about, clauses, controls, mandatory, present };
}

/** A new document of a kind: its path in the AIMS, its text, and the text as a snippet. Nothing for a kind that is none. */
export function newDocumentOf(
  aims: Aims,
  kindId: string,
): { readonly path: string; readonly text: string; readonly snippet: string } | undefined {
  const framework = aims.frameworks.get('42001');
  const kind = framework?.kinds.get(kindId);
  if (!framework || !kind) return undefined;
  const draft = draftOf(aims, framework, kind);
  return { ...draft, snippet: withTabStops(draft.text) };
}
