import type { Aims } from '../model/aims';
import { type FileView, viewsOf } from '../model/file-view';
import type { Place } from '../model/place';
import { aimsSoa } from '../model/soa';
import { titlePlace } from '../model/title-place';
import { lineSpanAt } from '../text/line-index';

/**
 * Where a finding about something absent is placed: line 1 of `aims.yaml`; without one the title of the document that
 * should have held it; with neither the root itself, which only a terminal can show.
 */
export function absencePlace(aims: Aims, holders: readonly string[]): Place {
  const config = aims.config.path === undefined ? undefined : aims.files.get(aims.config.path);
  if (config) return { file: config.path, span: lineSpanAt(config.text, 0) };
  const holder = holders.flatMap((kind) => viewOfKind(aims, kind) ?? [])[0];
  return holder ? titlePlace(holder) : { file: '.', span: { start: 0, end: 0 } };
}

/** The document of a kind that is in use, a template only where there is no other. */
export function viewOfKind(aims: Aims, kind: string): FileView | undefined {
  if (kind === 'soa') {
    const file = aimsSoa(aims)?.tables[0]?.file;
    if (file) return viewsOf(aims).find((view) => view.file === file);
  }
  const views = viewsOf(aims).filter((view) => view.document.kind?.id === kind);
  return views.find((view) => !view.document.template) ?? views[0];
}
