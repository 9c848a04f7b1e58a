import { memo2 } from '../query/memo';
import { recordTypeNamed } from '../records/record-types';
import { looksLikePath } from '../syntax/path-like';
import { matchesOf } from '../text/matches';
import { spansOverlap } from '../text/span';
import type { Aims, SourceFile } from './aims';
import type { Cell, Link } from './facts';
import { itemsIn } from './record-items';
import { type Declaration, declarationsOf, keyOf, symbolsOf } from './symbols';
import { followLink } from './targets';

/**
 * What the evidence of a row leads to. The running example: `reports/q3.md, EV-7, https://example.org/tickets/12`.
 * `elsewhere` is a place nobody can look at from here, as another site.
 */
export interface CitedEvidence {
  readonly leads: 'here' | 'elsewhere' | 'nowhere';
  readonly link?: Link;
  readonly declaration?: Declaration;
}

/** Links, paths and addresses, in whatever form, and ids of what is declared. */
export const evidenceIn = (aims: Aims, file: SourceFile, cell: Cell | undefined): readonly CitedEvidence[] =>
  cell === undefined || cell.text === ''
    ? []
    : [
        ...cell.targets.map((link) => ({ link, leads: whereTo(aims, file, link) })),
        ...plainLinks(file, cell)
          .map((link) => ({ link, leads: whereTo(aims, file, link) }))
          .filter(({ link, leads }) => leads !== 'nowhere' || isClearPath(link)),
        ...declaredIn(aims, file, cell).map((declaration) => ({ declaration, leads: whereKept(aims, declaration) })),
      ];

/** The links of a cell, and what is plainly written in it and is a path or an address for sure. */
export const evidenceLinks = (file: SourceFile, cell: Cell): readonly Link[] => {
  const plain = plainLinks(file, cell).filter(isClearPath);
  return plain.length === 0 ? cell.targets : [...cell.targets, ...plain];
};

/** In running text `Node.js` is a product and `www.example.org/x.html` a site: a path names a folder, and no host. */
const isClearPath = ({ target }: Link): boolean => /[^/]\/[^/]/.test(target) && !HOST.test(target);

const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\//u;

function whereTo(aims: Aims, file: SourceFile, link: Link): CitedEvidence['leads'] {
  const { kind } = followLink(aims, file, link);
  if (kind === 'external') return 'elsewhere';
  return kind === 'file' || kind === 'directory' || kind === 'files' ? 'here' : 'nowhere';
}

const ADDRESS = /\bhttps?:\/\/[^\s<>()|"'`\]]*[^\s<>()|"'`\].,;:!?]/giu;
const WORD = /[^\s,;<>()|"'`[\]]+/gu;

/** What is written in a cell without any marks: `docs/report.md`, `https://example.org/x`. */
const plainLinks = memo2((file: SourceFile, cell: Cell): readonly Link[] => {
  if (!/[./]/.test(cell.text)) return [];
  const known = new Set(cell.targets.map(({ target }) => target));
  const source = withoutMarks(file, cell);
  const found: Link[] = [];
  const keep = (target: string, index: number): void => {
    const start = cell.span.start + index;
    const span = { start, end: start + target.length };
    if (!known.has(target) && !found.some((one) => spansOverlap(one.span, span)))
      found.push({ target, span, kind: 'value' });
  };
  for (const match of matchesOf(ADDRESS, source)) keep(match[0], match.index);
  for (const match of matchesOf(WORD, source)) {
    const path = match[0].replace(/[.:!?]+$/, '');
    if (looksLikePath(path)) keep(path, match.index);
  }
  return found;
});

/** Links, code and comments are blanked, so that places stay; they are read elsewhere, or say nothing. */
function withoutMarks({ text, facts }: SourceFile, { span }: Cell): string {
  const marks = facts.format === 'yaml' ? YAML_COMMENT : MARKDOWN_MARKS;
  return text.slice(span.start, span.end).replace(marks, (mark) => ' '.repeat(mark.length));
}

const YAML_COMMENT = /(?<=^|\s)#.*$/gm;
const MARKDOWN_MARKS = /!?\[[^\]\n]*\]\([^)\n]*\)|`+[^`\n]*`+|<!--.*?-->/g;

function declaredIn(aims: Aims, file: SourceFile, cell: Cell): readonly Declaration[] {
  const items = itemsIn(file.text, cell.span).filter(({ text }) => /\d|-/.test(text));
  if (items.length === 0) return [];
  const index = symbolsOf(aims);
  return items.flatMap(({ text }) => {
    if (!index.has(keyOf(text))) return [];
    return declarationsOf(aims, text).find((one) => !one.byName && shows(one)) ?? [];
  });
}

/** Documents, items of an evidence register, and records that may be documents of their own; a risk shows nothing. */
const shows = ({ type }: Declaration): boolean =>
  type === 'document' || type === 'evidence' || (recordTypeNamed(type)?.singles.length ?? 0) > 0;

/** An item of the evidence register is where it says; everything else is where it is declared. */
function whereKept(aims: Aims, { type, record }: Declaration): CitedEvidence['leads'] {
  if (type !== 'evidence' || !record) return 'here';
  const location = record.fields.get('location');
  if (!location) return 'nowhere';
  if (symbolsOf(aims).has(keyOf(location.text))) return 'here';
  const isPlace = looksLikePath(location.text) || /^https?:/i.test(location.text);
  return isPlace
    ? whereTo(aims, record.file, { target: location.text, span: location.span, kind: 'value' })
    : 'elsewhere';
}
