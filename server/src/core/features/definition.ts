import { type Cursor, cursorAt } from '../cursor/cursor';
import type { Aims } from '../model/aims';
import { anchoredHeadings } from '../model/anchors';
import { coverageOf } from '../model/coverage';
import type { MetadataEntry } from '../model/facts';
import type { Reference } from '../model/file-view';
import { aimsSoa } from '../model/soa';
import { type Declaration, declarationsOf } from '../model/symbols';
import { followLink, type Target as LinkTarget } from '../model/targets';
import { rowsByControl } from '../readiness/controls';
import { unreachable } from '../text/unreachable';
import type { Target } from './feature';

/** Where the thing at an offset is defined: the SoA row of a control, the document of a clause, a record, the target of a link. */
export function definition(aims: Aims, path: string, offset: number): readonly Target[] {
  const cursor = cursorAt(aims, path, offset);
  switch (cursor.kind) {
    case 'reference':
      return referenceTargets(aims, cursor.reference);
    case 'link':
      return linkTargets(aims, path, cursor);
    case 'symbol':
      return cursor.symbol.declarations.map(targetOf);
    case 'metadata-value':
      return namedIn(aims, cursor.entry);
    case 'record-key':
    case 'record-value':
    case 'metadata-key':
    case 'heading':
    case 'nothing':
      return [];
    default:
      return unreachable(cursor);
  }
}

export function referenceTargets(aims: Aims, { framework, raw }: Reference): readonly Target[] {
  const own = framework === undefined ? undefined : aims.frameworks.get(framework)?.own;
  const defined = own?.places.get(raw.id);
  if (own && defined) return [{ file: own.file, span: defined, selection: defined }];
  if (framework !== '42001') return [];
  if (raw.form === 'clause') return clauseTargets(aims, raw.id);
  const soa = aimsSoa(aims);
  const rows = soa ? (rowsByControl(soa).get(raw.id.replace(/^B\./, 'A.')) ?? []) : [];
  return rows.map(({ table, row }) => ({ file: table.file.path, span: row.row.span, selection: row.span }));
}

/** The documents that cover a clause by their kind or front matter. */
function clauseTargets(aims: Aims, id: string): readonly Target[] {
  const claims = [...coverageOf(aims)]
    .filter(([clause]) => clause === id || clause.startsWith(`${id}.`))
    .flatMap(([, list]) => list);
  const strong = claims.filter((claim) => claim.how !== 'mention');
  const files = new Map((strong.length > 0 ? strong : claims).map((claim) => [claim.view.file.path, claim]));
  return [...files.values()].map(({ view, place }) => {
    const selection = view.document.title?.span ?? place.span;
    return { file: view.file.path, span: selection, selection };
  });
}

function linkTargets(aims: Aims, path: string, { link }: Cursor & { kind: 'link' }): readonly Target[] {
  const file = aims.files.get(path);
  return file ? filesBehind(aims, followLink(aims, file, link)) : [];
}

const WHOLE = { start: 0, end: 0 };

/** The files a link leads to, at the heading or the lines it names. */
export function filesBehind(aims: Aims, target: LinkTarget): readonly Target[] {
  if (target.kind === 'files') return target.paths.map((file) => ({ file, span: WHOLE, selection: WHOLE }));
  if (target.kind !== 'file') return [];
  if (target.lines) return [{ file: target.path, span: WHOLE, selection: WHOLE, lines: target.lines }];
  const targetFile = aims.files.get(target.path);
  const headings = targetFile ? anchoredHeadings(targetFile) : [];
  const heading =
    target.fragment === undefined ? undefined : headings.find((one) => one.slug === target.fragment?.toLowerCase());
  const selection = heading?.span ?? WHOLE;
  return [{ file: target.path, span: heading?.section ?? selection, selection }];
}

/** Metadata values that name something declared: `supersedes: policy`. */
const namedIn = (aims: Aims, entry: MetadataEntry): readonly Target[] =>
  entry.items.flatMap((item) => declarationsOf(aims, item.text).map(targetOf));

/** A declaration as a place to go to. */
export const targetOf = ({ file, span, whole }: Declaration): Target => ({
  file,
  span: whole.start <= span.start && span.end <= whole.end ? whole : span,
  selection: span,
});
