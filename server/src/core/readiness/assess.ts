import type { Aims } from '../model/aims';
import { memo } from '../query/memo';
import { clauseStandings } from './clauses';
import { controlStandings } from './controls';
import { documentStandings } from './document-standings';
import { dueItems } from './due-items';
import type { ClauseStanding, ControlStanding, Readiness, StageStanding } from './readiness';
import { stageStanding } from './stages';
import { systemStandings } from './systems/system-standings';

const NEXT = 3;

/** Where the AIMS stands: computed once per state of the workspace. */
export const assess = memo((aims: Aims): Readiness => {
  const framework = aims.frameworks.get('42001');
  if (!framework)
    return { controls: [], clauses: [], stage1: EMPTY, stage2: EMPTY, documents: [], systems: [], due: [], next: [] };
  const controls = controlStandings(aims, framework);
  const clauses = clauseStandings(aims, framework);
  // Only views and reports ask for these, and each edit asks for the rest.
  const documents = lazy(() => documentStandings(aims));
  const systems = lazy(() => systemStandings(aims, controls));
  const due = lazy(() => dueItems(aims, framework, documents()));
  const documented = new Set([...framework.clauses.values()].filter((c) => c.documented.length > 0).map((c) => c.id));
  return {
    controls,
    clauses,
    stage1: stageStanding(aims, framework, 'stage1'),
    stage2: stageStanding(aims, framework, 'stage2'),
    get documents() {
      return documents();
    },
    get systems() {
      return systems();
    },
    get due() {
      return due();
    },
    next: nextSteps(controls, clauses, documented),
  };
});

/** Worked out when it is first asked for, once. */
function lazy<T>(derive: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: derive() };
    return known.value;
  };
}

const EMPTY: StageStanding = { id: '', title: '', total: 0, met: 0, items: [] };

/** What certification asks for first: documents that are missing, then open controls, then what is out of date. */
function nextSteps(
  controls: readonly ControlStanding[],
  clauses: readonly ClauseStanding[],
  documented: ReadonlySet<string>,
): Readiness['next'] {
  const open = [
    ...clauses.filter(
      (clause) => documented.has(clause.id) && (clause.state === 'missing' || clause.state === 'mentioned'),
    ),
    ...controls.filter((control) => control.state === 'unaddressed' || control.state === 'undecided'),
    ...clauses.filter((clause) => clause.state === 'documented' || clause.state === 'approved'),
    ...controls.filter((control) => control.state === 'implemented' || control.state === 'evidenced'),
    ...controls.filter((control) => control.state === 'planned' || control.state === 'in-progress'),
  ];
  return open.slice(0, NEXT).map((standing) => {
    const place = standing.places[0];
    const text = standing.next === undefined ? standing.why : `${standing.why} ${standing.next}`;
    return {
      label: `${standing.id} ${standing.title}`,
      text,
      ...(place ? { place: { file: place.file, span: place.span } } : {}),
    };
  });
}
