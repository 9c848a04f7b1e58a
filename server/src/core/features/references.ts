import { cursorAt } from '../cursor/cursor';
import type { Aims } from '../model/aims';
import { type Reference, viewsOf } from '../model/file-view';
import { keyOf, mentionsOf, type SymbolPlace } from '../model/symbols';
import { followLink } from '../model/targets';
import { isPathPattern } from '../syntax/path-like';
import { unreachable } from '../text/unreachable';
import { referenceTargets } from './definition';
import type { Target } from './feature';

/** Every mention of the thing at an offset: a control, a clause, a declared id, or the file a link leads to. */
export function references(aims: Aims, path: string, offset: number, includeDeclaration: boolean): readonly Target[] {
  const cursor = cursorAt(aims, path, offset);
  switch (cursor.kind) {
    case 'reference':
      return mentionsOfReference(aims, cursor.reference, includeDeclaration);
    case 'link': {
      const file = aims.files.get(path);
      const target = file && followLink(aims, file, cursor.link);
      return target?.kind === 'file' ? linksTo(aims, target.path) : [];
    }
    case 'symbol':
      return mentionsOfSymbol(aims, cursor.symbol, includeDeclaration);
    case 'heading':
      return linksTo(aims, path);
    case 'record-key':
    case 'record-value':
    case 'metadata-key':
    case 'metadata-value':
    case 'nothing':
      return [];
    default:
      return unreachable(cursor);
  }
}

/** The mentions of an id; what it is called stands for it in the fields that name it. */
function mentionsOfSymbol(aims: Aims, symbol: SymbolPlace, includeDeclaration: boolean): readonly Target[] {
  const own = new Set(symbol.declarations.map(({ file, span }) => `${file}:${span.start}`));
  const ids = new Set(
    [symbol.id, ...symbol.declarations.flatMap(({ record, id }) => record?.id?.text ?? id)].map(keyOf),
  );
  return [...ids]
    .flatMap((id) => mentionsOf(aims, id))
    .filter(({ file, span }) => includeDeclaration || !own.has(`${file}:${span.start}`))
    .map(({ file, span }) => ({ file, span, selection: span }));
}

function mentionsOfReference(aims: Aims, wanted: Reference, includeDeclaration: boolean): readonly Target[] {
  const declared = referenceTargets(aims, wanted);
  return viewsOf(aims).flatMap((view) =>
    view.references
      .filter(
        (one) => one.raw.id === wanted.raw.id && one.raw.form === wanted.raw.form && one.framework === wanted.framework,
      )
      .map((one) => ({ file: view.file.path, span: one.raw.span, selection: one.raw.span }))
      .filter(
        (target) =>
          includeDeclaration ||
          !declared.some(
            (own) => own.file === target.file && own.span.start <= target.span.start && target.span.end <= own.span.end,
          ),
      ),
  );
}

/** Links that lead to a file, wherever they stand. */
const linksTo = (aims: Aims, path: string): readonly Target[] =>
  viewsOf(aims).flatMap((view) =>
    view.file.facts.links.flatMap((link) => {
      if (isPathPattern(link.target)) return [];
      const target = followLink(aims, view.file, link);
      return target.kind === 'file' && target.path === path
        ? [{ file: view.file.path, span: link.span, selection: link.span }]
        : [];
    }),
  );
