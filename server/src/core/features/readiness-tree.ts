import type { Aims } from '../model/aims';
import { viewsOf } from '../model/file-view';
import { aimsSoa } from '../model/soa';
import { assess } from '../readiness/assess';
import type { ClauseStanding, ControlStanding, Readiness, StageStanding } from '../readiness/readiness';
import { escapeMarkdown } from '../reports/markdown-text';
import { numbersOf } from '../reports/numbers';
import { isEmptyAims } from '../rules/document-missing';
import { displayDate } from '../text/civil-date';
import type { ReadinessNode, ReadinessView } from './feature';

/** The Readiness tree of one AIMS: what to do next, then every clause and control with state, reason and places. */
export function readinessTree(aims: Aims, view: ReadinessView): readonly ReadinessNode[] {
  if (aims.mode === 'quiet') return [];
  const readiness = assess(aims);
  const main = [clausesNode(aims, readiness, view === 'clause'), controlsNode(aims, readiness, view === 'domain')];
  return [
    ...(readiness.next.length > 0 ? [nextNode(readiness)] : []),
    ...(view === 'clause' ? main : main.reverse()),
    stageNode(readiness.stage1),
    stageNode(readiness.stage2),
  ];
}

const nextNode = ({ next }: Readiness): ReadinessNode => ({
  id: 'next',
  label: 'Next',
  description: String(next.length),
  state: 'info',
  expanded: true,
  children: next.map((step) => ({
    id: `next/${step.label}`,
    label: step.label,
    description: step.text,
    tooltip: escapeMarkdown(step.text),
    state: 'open',
    children: [],
    ...(step.place ? { place: step.place } : {}),
  })),
});

function clausesNode(aims: Aims, readiness: Readiness, expanded: boolean): ReadinessNode {
  const framework = aims.frameworks.get('42001');
  const chapters = [...(framework?.clauses.values() ?? [])].filter((clause) => !clause.id.includes('.'));
  const { clauses } = numbersOf(readiness);
  return {
    id: 'clauses',
    label: 'Clauses 4–10',
    description: `${clauses.current} of ${clauses.total} current`,
    state: clauses.current === clauses.total ? 'done' : 'partial',
    expanded,
    children: chapters.map((chapter) =>
      chapterNode(
        chapter,
        readiness.clauses.filter((one) => one.id.startsWith(`${chapter.id}.`)),
      ),
    ),
  };
}

function chapterNode(
  chapter: { readonly id: string; readonly title: string },
  leaves: readonly ClauseStanding[],
): ReadinessNode {
  const current = leaves.filter((leaf) => leaf.state === 'current').length;
  return {
    id: `clause/${chapter.id}`,
    label: `${chapter.id}  ${chapter.title}`,
    description: `${current} of ${leaves.length}`,
    state: summary(leaves.map((leaf) => CLAUSE_STATES[leaf.state])),
    children: leaves.map((leaf) => standingNode(`clause/${leaf.id}`, leaf, CLAUSE_STATES[leaf.state])),
  };
}

const CLAUSE_STATES: Record<ClauseStanding['state'], ReadinessNode['state']> = {
  missing: 'open',
  mentioned: 'open',
  documented: 'partial',
  approved: 'partial',
  current: 'done',
};

const CONTROL_STATES: Record<ControlStanding['state'], ReadinessNode['state']> = {
  unaddressed: 'open',
  undecided: 'open',
  excluded: 'excluded',
  planned: 'partial',
  'in-progress': 'partial',
  implemented: 'partial',
  evidenced: 'partial',
  current: 'done',
};

function controlsNode(aims: Aims, readiness: Readiness, expanded: boolean): ReadinessNode {
  const framework = aims.frameworks.get('42001');
  const domains = [...(framework?.objectives.values() ?? [])].filter((objective) => objective.level === 'domain');
  const { controls } = numbersOf(readiness);
  const excluded = controls.byState.excluded ?? 0;
  const open = controls.total - controls.addressed;
  return {
    id: 'controls',
    label: 'Annex A',
    description: `${controls.addressed} of ${controls.total} addressed · ${excluded} excluded · ${open} open`,
    state: open === 0 ? 'done' : 'partial',
    expanded,
    children: domains.map((domain) =>
      domainNode(
        domain,
        readiness.controls.filter((control) => control.domain === domain.id),
      ),
    ),
  };
}

function domainNode(
  domain: { readonly id: string; readonly title: string },
  controls: readonly ControlStanding[],
): ReadinessNode {
  const open = controls.filter((control) => CONTROL_STATES[control.state] === 'open').length;
  return {
    id: `domain/${domain.id}`,
    label: `${domain.id}  ${domain.title}`,
    description: `${controls.length - open} of ${controls.length}`,
    state: summary(controls.map((control) => CONTROL_STATES[control.state])),
    children: controls.map((control) => standingNode(`control/${control.id}`, control, CONTROL_STATES[control.state])),
  };
}

function summary(states: readonly ReadinessNode['state'][]): ReadinessNode['state'] {
  if (states.every((state) => state === 'done' || state === 'excluded')) return 'done';
  return states.every((state) => state === 'open') ? 'open' : 'partial';
}

/** A clause or control with its places as children; the first place opens on a click. */
function standingNode(id: string, one: ClauseStanding | ControlStanding, state: ReadinessNode['state']): ReadinessNode {
  const due = one.due === undefined ? '' : ` · review due ${displayDate(one.due)}`;
  const first = one.places[0];
  const next = one.next === undefined ? [] : [`**Next** ${escapeMarkdown(one.next)}`];
  return {
    id,
    label: `${one.id}  ${one.title}`,
    description: `${one.state.replace('-', ' ')}${due}`,
    tooltip: [`**${one.id} ${one.title}** · ${one.state}`, escapeMarkdown(one.why), ...next].join('\n\n'),
    state,
    children: one.places.map((place, index) => ({
      id: `${id}/place/${index}`,
      label: place.label,
      description: place.file,
      state: 'info',
      children: [],
      place: { file: place.file, span: place.span },
    })),
    ...(first ? { place: { file: first.file, span: first.span } } : {}),
  };
}

const stageNode = (stage: StageStanding): ReadinessNode => ({
  id: stage.id,
  label: stage.title,
  description: `${stage.id === 'stage1' ? 'documents' : 'records'} ${stage.met} of ${stage.total}`,
  state: stage.met === stage.total ? 'done' : 'partial',
  children: stage.items.map((item) => ({
    id: `${stage.id}/${item.kind}`,
    label: item.title,
    description: item.why,
    state: item.met ? 'done' : 'open',
    children: [],
    ...(item.place ? { place: item.place } : {}),
  })),
});

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
