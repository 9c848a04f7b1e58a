import { type Cursor, cursorAt } from '../cursor/cursor';
import type { Aims } from '../model/aims';
import { anchoredHeadings } from '../model/anchors';
import { coverageOf } from '../model/coverage';
import type { MetadataEntry } from '../model/facts';
import { type Reference, viewAt, viewsOf } from '../model/file-view';
import { aimsSoa } from '../model/soa';
import { followLink } from '../model/targets';
import { rowsByControl } from '../readiness/controls';
import type { Target } from './feature';

/** Where the thing at an offset is defined: the SoA row of a control, the document of a clause, the target of a link. */
export function definition(aims: Aims, path: string, offset: number): readonly Target[] {
  const cursor = cursorAt(aims, path, offset);
  switch (cursor.kind) {
    case 'reference':
      return referenceTargets(aims, cursor.reference);
    case 'link':
      return linkTargets(aims, path, cursor);
    case 'metadata-value':
      return documentById(aims, cursor.entry);
    default:
      return documentIdAt(aims, path, offset);
  }
}

export function referenceTargets(aims: Aims, { framework, raw }: Reference): readonly Target[] {
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
  const target = file && followLink(aims, file, link);
  if (target?.kind !== 'file') return [];
  const targetFile = aims.files.get(target.path);
  const headings = targetFile ? anchoredHeadings(targetFile) : [];
  const heading =
    target.fragment === undefined ? undefined : headings.find((one) => one.slug === target.fragment?.toLowerCase());
  const selection = heading?.span ?? { start: 0, end: 0 };
  return [{ file: target.path, span: heading?.section ?? selection, selection }];
}

/** Metadata values that name a document: `supersedes: POL-001`. */
const documentById = (aims: Aims, entry: MetadataEntry): readonly Target[] =>
  entry.items.flatMap((item) => declarationsOf(aims, item.text));

/** A document id as a word in prose. */
function documentIdAt(aims: Aims, path: string, offset: number): readonly Target[] {
  const word = documentWordAt(aims, path, offset);
  return word === undefined ? [] : declarationsOf(aims, word.text);
}

export function documentWordAt(
  aims: Aims,
  path: string,
  offset: number,
): { readonly text: string; readonly start: number } | undefined {
  const text = viewAt(aims, path)?.file.text ?? '';
  let start = offset;
  while (start > 0 && /[\p{L}\p{N}_-]/u.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (/[\p{L}\p{N}_-]/u.test(text.charAt(end))) end++;
  const word = text.slice(start, end);
  return /\d/.test(word) && word.includes('-') ? { text: word, start } : undefined;
}

/** Where a document id is declared. */
export function declarationsOf(aims: Aims, id: string): readonly Target[] {
  return viewsOf(aims).flatMap(({ document, file }) => {
    const entry = document.fields.get('id');
    return entry && entry.value === id ? [{ file: file.path, span: entry.valueSpan, selection: entry.valueSpan }] : [];
  });
}
