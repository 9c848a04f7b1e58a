import { distance } from 'fastest-levenshtein';
import { memo } from '../query/memo';
import type { Referent } from '../records/field';
import { looksLikePath } from '../syntax/path-like';
import type { Span } from '../text/span';
import type { Aims } from './aims';
import type { FileView } from './file-view';
import { type Declaration, fieldReferencesIn, keyOf, type SymbolType, symbolsOf } from './symbols';

/** A field that names a record which nobody declares. */
export interface UnknownReference {
  readonly text: string;
  readonly span: Span;
  /** What should be of that id, the likeliest first. */
  readonly type: SymbolType;
  /** The declared id that is probably meant. */
  readonly nearest?: Declaration;
}

/** Controls and clauses are looked after elsewhere; people need not be listed. */
const UNJUDGED = new Set<Referent>(['control', 'clause', 'person']);

/**
 * References of fields and of rows of the SoA to ids that are written like the declared ones and are none of them. An id of
 * another form may come from a system the AIMS knows nothing of.
 */
export function unknownReferencesIn(aims: Aims, view: FileView): readonly UnknownReference[] {
  if (view.document.template) return [];
  return fieldReferencesIn(view, aims.frameworks).flatMap(({ text, span, referents }) => {
    const types = referents.filter((one): one is SymbolType => one !== 'path' && !UNJUDGED.has(one));
    const [type] = types;
    if (type === undefined || types.length + 1 < referents.length || !LIKE_AN_ID.test(text)) return [];
    if (looksLikePath(text) || symbolsOf(aims).has(keyOf(text))) return [];
    const nearest = nearestTo(text, idsOf(aims, type));
    const isAlike =
      nearest !== undefined || (/\d/.test(text) && idsOf(aims, type).some((one) => formOf(one.id) === formOf(text)));
    return isAlike ? [{ text, span, type, ...(nearest ? { nearest } : {}) }] : [];
  });
}

const LIKE_AN_ID = /^(?=.*[\d-])\p{L}[\p{L}\p{N}_.-]{2,40}$/u;

function idsOf(aims: Aims, type: SymbolType): readonly Declaration[] {
  const known = IDS(aims);
  const ids =
    known.get(type) ??
    symbolsOf(aims)
      .declaredAs(type)
      .filter((one) => !one.byName && LIKE_AN_ID.test(one.id));
  known.set(type, ids);
  return ids;
}

/** Asked for at every lost id. */
const IDS = memo((_aims: Aims) => new Map<SymbolType, readonly Declaration[]>());

/** `R-9` and `R-01` are of one form. */
const formOf = (id: string): string => id.replace(/\d+/g, '0');

function nearestTo(text: string, ids: readonly Declaration[]): Declaration | undefined {
  const bare = (id: string): string =>
    id
      .toLowerCase()
      .replace(/[_. -]+/g, '')
      .replace(/0+(?=\d)/g, '');
  const same = ids.filter((one) => bare(one.id) === bare(text));
  if (same.length > 0) return same[0];
  if (/\d/.test(text)) return undefined;
  const near = ids.filter((one) => distance(one.id.toLowerCase(), text.toLowerCase()) <= (text.length < 7 ? 1 : 2));
  return near.length === 1 ? near[0] : undefined;
}
