import type { CertificationStage, DocumentKind, Framework } from '../framework/framework';
import type { Aims } from '../model/aims';
import { type FileView, viewsOf } from '../model/file-view';
import { groupBy } from '../query/group';
import type { CivilDate } from '../text/civil-date';
import { ownerOf } from './document-standings';
import { type DocumentState, documentState, dueOf, isHigher, isRecord } from './documents';
import type { StageItem, StageStanding } from './readiness';
import { undated } from './unapproved';

/** Stage 1 looks for documents that exist and are approved, Stage 2 for records that show the system at work. */
export function stageStanding(aims: Aims, framework: Framework, stage: 'stage1' | 'stage2'): StageStanding {
  const data = framework.stages.find((candidate) => candidate.id === stage);
  const byKind = groupBy(
    viewsOf(aims).filter((view) => view.document.kind),
    (view) => view.document.kind?.id ?? '',
  );
  const items = kindsOf(framework, data, stage).map((kind) =>
    itemOf(kind, byKind.get(kind.id) ?? [], aims.today, stage),
  );
  return {
    id: stage,
    title: data?.title ?? stage,
    total: items.length,
    met: items.filter((item) => item.met).length,
    items,
  };
}

/** Stage 2 also examines the documents of Stage 1; what it adds are the records. */
function kindsOf(framework: Framework, data: CertificationStage | undefined, stage: string): readonly DocumentKind[] {
  const kinds = (data?.kinds ?? []).flatMap((id) => framework.kinds.get(id) ?? []);
  return stage === 'stage2' ? kinds.filter((kind) => kind.nature === 'record') : kinds;
}

function itemOf(
  kind: DocumentKind,
  views: readonly FileView[],
  today: CivilDate,
  stage: 'stage1' | 'stage2',
): StageItem {
  const records = views.filter(isRecord);
  const asked = stage === 'stage2' ? records : views;
  const states = asked.map((view) => ({ view, state: documentState(view, today) }));
  const best = states.reduce<(typeof states)[number] | undefined>(
    (top, one) => (!top || isHigher(one.state, top.state) ? one : top),
    undefined,
  );
  const place = best && { file: best.view.file.path, span: best.view.document.title?.span ?? { start: 0, end: 0 } };
  const met = best !== undefined && isHigher(best.state, 'documented');
  const owner = best && ownerOf(best.view);
  const due = best && dueOf(best.view);
  return {
    kind: kind.id,
    title: kind.title,
    met,
    why:
      asked.length === 0 && views.length > 0
        ? 'A procedure is there, and no record that it was followed.'
        : whyOf(best, met),
    ...(place ? { place } : {}),
    ...(owner === undefined ? {} : { owner }),
    ...(due === undefined ? {} : { due }),
  };
}

function whyOf(best: { readonly view: FileView; readonly state: DocumentState } | undefined, met: boolean): string {
  if (!best) return 'There is none.';
  const { state, view } = best;
  if (met) return state === 'current' ? 'Approved and in date.' : 'Approved; its review is overdue or undated.';
  if (state === 'mentioned') return 'It is a template or no longer in force.';
  return `It ${undated(view).says}.`;
}
