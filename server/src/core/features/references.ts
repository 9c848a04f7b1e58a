import { cursorAt } from '../cursor/cursor';
import type { Aims } from '../model/aims';
import { type Reference, viewsOf } from '../model/file-view';
import { followLink } from '../model/targets';
import { declarationsOf, documentWordAt, referenceTargets } from './definition';
import type { Target } from './feature';

/** Every mention of the thing at an offset: a control, clause, document id, or the file a link leads to. */
export function references(aims: Aims, path: string, offset: number, includeDeclaration: boolean): readonly Target[] {
  const cursor = cursorAt(aims, path, offset);
  switch (cursor.kind) {
    case 'reference':
      return mentionsOf(aims, cursor.reference, includeDeclaration);
    case 'link': {
      const file = aims.files.get(path);
      const target = file && followLink(aims, file, cursor.link);
      return target?.kind === 'file' ? linksTo(aims, target.path) : [];
    }
    case 'metadata-value':
      return cursor.field === 'id' ? documentMentions(aims, cursor.entry.value, includeDeclaration) : [];
    case 'heading':
      return linksTo(aims, path);
    default: {
      const word = documentWordAt(aims, path, offset);
      return word && declarationsOf(aims, word.text).length > 0
        ? documentMentions(aims, word.text, includeDeclaration)
        : [];
    }
  }
}

function mentionsOf(aims: Aims, wanted: Reference, includeDeclaration: boolean): readonly Target[] {
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
      const target = followLink(aims, view.file, link);
      return target.kind === 'file' && target.path === path
        ? [{ file: view.file.path, span: link.span, selection: link.span }]
        : [];
    }),
  );

/** Whole-word mentions of a document id in any file. */
function documentMentions(aims: Aims, id: string, includeDeclaration: boolean): readonly Target[] {
  if (id === '') return [];
  const declared = declarationsOf(aims, id);
  return viewsOf(aims).flatMap(({ file }) => {
    const found: Target[] = [];
    for (let at = file.text.indexOf(id); at >= 0; at = file.text.indexOf(id, at + id.length)) {
      const isWord =
        !/[\p{L}\p{N}_-]/u.test(file.text.charAt(at - 1)) && !/[\p{L}\p{N}_-]/u.test(file.text.charAt(at + id.length));
      const span = { start: at, end: at + id.length };
      const isOwn = declared.some((own) => own.file === file.path && own.span.start === at);
      if (isWord && (includeDeclaration || !isOwn)) found.push({ file: file.path, span, selection: span });
    }
    return found;
  });
}
