import type { Aims } from '../model/aims';
import { citedPaths } from '../model/cited-paths';
import { viewAt } from '../model/file-view';
import { followLink } from '../model/targets';
import { isPathPattern } from '../syntax/path-like';
import { filesBehind } from './definition';
import type { DocumentLink } from './feature';

/** The links and paths of a file that lead to a file, at the heading or line they name. A dead one is a finding instead. */
export function documentLinks(aims: Aims, path: string): readonly DocumentLink[] {
  const view = viewAt(aims, path);
  if (!view) return [];
  const links = new Map([...view.file.facts.links, ...citedPaths(view, aims)].map((link) => [link.span.start, link]));
  return [...links.values()].flatMap((link) => {
    // A pattern leads to many files, and going to its definition lists them.
    if (isPathPattern(link.target)) return [];
    const [target] = filesBehind(aims, followLink(aims, view.file, link));
    return target ? [{ span: link.span, target }] : [];
  });
}
