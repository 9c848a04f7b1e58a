import type { Framework } from '../framework/framework';
import type { Readiness, StageStanding } from '../readiness/readiness';
import { displayDate } from '../text/civil-date';
import { numbersLine, numbersOf } from './numbers';
import type { Palette } from './text';
import { visible } from './visible';

export type ReadinessTextView = 'clause' | 'domain' | 'all';

/** Symbols carry the state, colour only supports. */
const MARKS: Readonly<Record<string, string>> = {
  current: '✓',
  evidenced: '◕',
  approved: '◕',
  implemented: '◑',
  documented: '◑',
  'in-progress': '◔',
  planned: '◔',
  mentioned: '◔',
  excluded: '–',
  undecided: '○',
  unaddressed: '○',
  missing: '○',
};

/** Readiness as people read it in a terminal. */
export function readinessText(
  name: string,
  readiness: Readiness,
  framework: Framework,
  view: ReadinessTextView,
  palette: Palette,
): string {
  const parts = [`${palette.bold(`Readiness of ${visible(name)}`)}  ${numbersLine(numbersOf(readiness))}`, ''];
  if (readiness.next.length > 0) {
    parts.push(palette.bold('Next'), ...readiness.next.map((step) => `  ${step.label}: ${visible(step.text)}`), '');
  }
  if (view !== 'domain') parts.push(...clauseLines(readiness, framework, palette));
  if (view !== 'clause') parts.push(...controlLines(readiness, framework, palette));
  parts.push(...stageLines(readiness.stage1, palette), '', ...stageLines(readiness.stage2, palette), '');
  return parts.join('\n');
}

function clauseLines(readiness: Readiness, framework: Framework, palette: Palette): readonly string[] {
  const chapters = [...framework.clauses.values()].filter((clause) => !clause.id.includes('.'));
  return chapters.flatMap((chapter) => {
    const leaves = readiness.clauses.filter((clause) => clause.id.startsWith(`${chapter.id}.`));
    const current = leaves.filter((clause) => clause.state === 'current').length;
    return [
      palette.bold(`${chapter.id} ${chapter.title}`) + palette.dim(`  ${current} of ${leaves.length} current`),
      ...leaves.map((one) => line(one, palette)),
      '',
    ];
  });
}

function controlLines(readiness: Readiness, framework: Framework, palette: Palette): readonly string[] {
  const domains = [...framework.objectives.values()].filter((objective) => objective.level === 'domain');
  return domains.flatMap((domain) => {
    const controls = readiness.controls.filter((control) => control.domain === domain.id);
    const open = controls.filter((control) => control.state === 'unaddressed' || control.state === 'undecided').length;
    return [
      palette.bold(`${domain.id} ${domain.title}`) +
        palette.dim(`  ${controls.length - open} of ${controls.length} addressed`),
      ...controls.map((one) => line(one, palette)),
      '',
    ];
  });
}

function line(one: Readiness['clauses'][number] | Readiness['controls'][number], palette: Palette): string {
  const due = one.due === undefined ? '' : ` · review due ${displayDate(one.due)}`;
  const why = one.state === 'current' ? '' : palette.dim(`  ${visible(one.why)}`);
  return `  ${MARKS[one.state] ?? ' '} ${one.id.padEnd(8)} ${one.title}  ${one.state}${due}${why}`;
}

function stageLines(stage: StageStanding, palette: Palette): readonly string[] {
  const open = stage.items.filter((item) => !item.met);
  return [
    palette.bold(stage.title) + palette.dim(`  ${stage.met} of ${stage.total}`),
    ...open.map((item) => `  ○ ${item.title}: ${item.why}`),
  ];
}
