import { basename } from 'node:path';
import type { Place } from '../../core/model/place';
import { assess } from '../../core/readiness/assess';
import { countsOf, creditsOf } from '../../core/readiness/credit';
import type { Readiness, SystemStanding } from '../../core/readiness/readiness';
import { readinessValue } from '../../core/reports/json';
import { READINESS_TEXT_VIEWS, type ReadinessTextView, readinessText } from '../../core/reports/readiness-text';
import { type LoadedAims, loadAll } from '../analyse';
import { EXIT, Failure } from '../failure';
import { output } from '../output';
import { paletteFor } from '../palette';
import { dateOf, placeOf, slashed } from '../places';

export interface ReadinessOptions {
  readonly format: string;
  readonly view: string;
  readonly asOf?: string;
  readonly color: boolean;
}

/** `aims readiness [DIR]`: where every clause and control stands, and why. */
export async function readinessCommand(directory: string, options: ReadinessOptions): Promise<number> {
  const view = READINESS_TEXT_VIEWS.find((known) => known === options.view);
  if (!view) throw new Failure(`\`${options.view}\` is no view. There are: ${READINESS_TEXT_VIEWS.join(', ')}.`);
  if (options.format !== 'text' && options.format !== 'json')
    throw new Failure(`\`${options.format}\` is no format. There are: text, json.`);
  const { root, loaded } = await loadAll(placeOf(directory), dateOf(options.asOf));
  if (loaded.every((one) => one.aims.files.size === 0)) {
    output.say(`Nothing was read: \`${directory}\` holds no Markdown, YAML or CSV files.`);
    return EXIT.nothing;
  }
  if (options.format === 'json') output.out(jsonText(root, loaded));
  else for (const one of loaded) output.out(`${textOf(one, view, options.color)}\n`);
  return EXIT.clean;
}

const textOf = ({ aims, located }: LoadedAims, view: ReadinessTextView, color: boolean): string =>
  readinessText(aims.config.organization ?? basename(located.root), aims, view, paletteFor(color));

function jsonText(root: string, loaded: readonly LoadedAims[]): string {
  const values = loaded.map((one) => ({
    root: one.folder || '.',
    ...fullValue(assess(one.aims)),
    ...creditValue(one.aims),
  }));
  return `${JSON.stringify({ version: 1, root: slashed(root), aims: values }, null, 2)}\n`;
}

/** Only where there is more than one framework. */
function creditValue(aims: LoadedAims['aims']) {
  const frameworks = creditsOf(aims).map((credit) => ({
    framework: credit.framework,
    name: credit.name,
    ...countsOf(credit),
    clauses: credit.clauses,
  }));
  return frameworks.length === 0 ? {} : { frameworks };
}

const fullValue = (readiness: Readiness) => ({
  readiness: readinessValue(readiness),
  controls: readiness.controls.map(({ id, title, state, why, next, due }) => ({ id, title, state, why, next, due })),
  clauses: readiness.clauses.map(({ id, title, state, why, next, due }) => ({ id, title, state, why, next, due })),
  stage1: readiness.stage1.items.map(withoutSpan),
  stage2: readiness.stage2.items.map(withoutSpan),
  documents: readiness.documents.map(withoutSpan),
  systems: readiness.systems.map(systemValue),
  due: readiness.due.map(withoutSpan),
});

const systemValue = ({ aspects, ...system }: SystemStanding) => ({
  ...withoutSpan(system),
  aspects: aspects.map(({ id, title, basis, state, why, next, due, places }) => ({
    id,
    title,
    basis,
    state,
    why,
    next,
    due,
    files: [...new Set(places.map(({ file }) => file))],
  })),
});

/** Readers of JSON get the file; offsets mean nothing to them. */
const withoutSpan = <T extends { readonly place?: Place }>({ place, ...rest }: T) => ({
  ...rest,
  ...(place ? { file: place.file } : {}),
});
