import type { Aims } from '../../model/aims';
import { viewsOf } from '../../model/file-view';
import { aimsSoa } from '../../model/soa';
import { isEmptyAims } from '../../rules/document-missing';

/** What was recognized in a folder, as one sentence for its first opening. */
export function recognizedIn(aims: Aims): string {
  const views = viewsOf(aims).filter((view) => view.document.kind);
  if (isEmptyAims({ ...aims, mode: 'adopted' }) || views.length === 0)
    return 'No documents of an AI management system were recognized here yet.';
  const kinds = [...new Set(views.map((view) => view.document.kind?.title))].slice(0, 3).join(', ');
  const soa = aimsSoa(aims);
  const rows = soa
    ? `, a Statement of Applicability with ${soa.tables.reduce((sum, table) => sum + table.rows.length, 0)} rows`
    : '';
  return `${views.length} ${views.length === 1 ? 'document looks' : 'documents look'} like an AI management system: ${kinds}${views.length > 3 ? ' …' : ''}${rows}.`;
}
