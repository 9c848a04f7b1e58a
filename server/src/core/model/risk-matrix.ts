import { meaningsOf } from '../records/vocabulary';
import { normalize } from '../text/words';
import type { Grid } from './facts';

/** A table that gives a level for each pair of likelihood and impact. */
export interface RiskMatrix {
  readonly likelihood: readonly Step[];
  readonly impact: readonly Step[];
  /** Levels as written, by place of the likelihood, then of the impact. */
  readonly levels: readonly (readonly string[])[];
}

/** `4 – Likely`: a number, a name, or both. */
interface Step {
  readonly number?: number;
  /** Normalized; may be empty. */
  readonly name: string;
}

const FEWEST_STEPS = 3;
const MOST_LEVELS = 6;

/** The matrix that a table is; nothing where it is another table, or where the axes cannot be told apart. */
export function matrixIn({ header, rows }: Grid): RiskMatrix | undefined {
  const [corner, ...across] = header.map((cell) => cell.text);
  const down = rows.map((row) => row.cells[0]?.text ?? '');
  const levels = rows.map((row) => across.map((_, column) => row.cells[column + 1]?.text ?? ''));
  const axes = axesOf(corner ?? '', levels);
  if (!axes || across.length < FEWEST_STEPS || down.length < FEWEST_STEPS || !areLevels(levels)) return undefined;
  const [rowSteps, columnSteps] = [stepsOf(down), stepsOf(across)];
  if (!rowSteps || !columnSteps) return undefined;
  return axes === 'likelihood down'
    ? { likelihood: rowSteps, impact: columnSteps, levels }
    : { likelihood: columnSteps, impact: rowSteps, levels: turned(levels) };
}

/** The level of a pair of ratings, each a number or a name of its scale. */
export function levelInMatrix(matrix: RiskMatrix, likelihood: string, impact: string): string | undefined {
  const row = placeOf(matrix.likelihood, likelihood);
  const column = placeOf(matrix.impact, impact);
  return row < 0 || column < 0 ? undefined : matrix.levels[row]?.[column];
}

/** What a cell calls a level, without numbers and marks: `🔴 High (15)`. */
export const levelName = (text: string): string => normalize(text.replace(/[\d()]/g, ' '));

export const isLevelOf = (matrix: RiskMatrix, text: string): boolean =>
  matrix.levels.some((row) => row.some((level) => levelName(level) === levelName(text)));

/**
 * The levels of a matrix from the lowest up, by name: each is first met nearer to the corner of the lowest steps than those above it.
 * Nothing where the steps have no numbers to tell which corner that is, or two levels are met at the same distance.
 */
export function ranksOf({ likelihood, impact, levels }: RiskMatrix): ReadonlyMap<string, number> | undefined {
  const [rows, columns] = [ascending(likelihood), ascending(impact)];
  if (!rows || !columns) return undefined;
  const nearest = new Map<string, number>();
  for (const [i, row] of rows.entries())
    for (const [j, column] of columns.entries()) {
      const name = levelName(levels[row]?.[column] ?? '');
      nearest.set(name, Math.min(nearest.get(name) ?? Number.POSITIVE_INFINITY, i + j));
    }
  const ordered = [...nearest].sort(([, a], [, b]) => a - b);
  const isClear = ordered.every(([, near], index) => index === 0 || near > (ordered[index - 1]?.[1] ?? near));
  return isClear ? new Map(ordered.map(([name], rank) => [name, rank])) : undefined;
}

/** Places of steps from the lowest number up. */
function ascending(steps: readonly Step[]): readonly number[] | undefined {
  if (steps.some(({ number }) => number === undefined)) return undefined;
  return [...steps.keys()].sort((a, b) => (steps[a]?.number ?? 0) - (steps[b]?.number ?? 0));
}

function placeOf(steps: readonly Step[], text: string): number {
  const step = stepOf(text);
  const named = step.name === '' ? -1 : steps.findIndex(({ name }) => name === step.name);
  return named >= 0 || step.name !== '' ? named : steps.findIndex(({ number }) => number === step.number);
}

function stepOf(text: string): Step {
  const digits = /\d{1,2}/.exec(text)?.[0];
  const name = normalize(text.replace(/\d{1,2}/, ' '));
  return digits === undefined ? { name } : { name, number: Number(digits) };
}

/** Steps that can be told apart. */
function stepsOf(texts: readonly string[]): readonly Step[] | undefined {
  const steps = texts.map(stepOf);
  const names = new Set(steps.map(({ name, number }) => `${name} ${number ?? ''}`.trim()));
  return names.size === steps.length && !names.has('') ? steps : undefined;
}

/** A few words that come back; scores alone are for the table of levels. */
function areLevels(cells: readonly (readonly string[])[]): boolean {
  const names = new Set(cells.flat().map(levelName));
  return names.size >= 2 && names.size <= MOST_LEVELS && !names.has('');
}

type Axes = 'likelihood down' | 'likelihood across';

/** By the arrows in the corner, by its only word, or either way where the matrix is the same both ways. */
function axesOf(corner: string, levels: readonly (readonly string[])[]): Axes | undefined {
  const parts = corner.split(/[\\/|×]|\s-\s|(?<=[↓→])/).map((part) => ({ part, axis: axisOf(part) }));
  const named = parts.filter(({ axis }) => axis !== undefined);
  const [first] = named;
  if (!first) return undefined;
  const pointed = named.find(({ part }) => /[↓→]/.test(part));
  if (pointed)
    return pointed.part.includes('↓') === (pointed.axis === 'likelihood') ? 'likelihood down' : 'likelihood across';
  if (named.length === 1) return first.axis === 'likelihood' ? 'likelihood down' : 'likelihood across';
  return isSymmetric(levels) ? 'likelihood down' : undefined;
}

const axisOf = (part: string): 'likelihood' | 'impact' | undefined => {
  const field = meaningsOf(part.replace(/[↓→]/g, ' ').trim()).get('risk')?.field;
  return field === 'likelihood' || field === 'impact' ? field : undefined;
};

const isSymmetric = (levels: readonly (readonly string[])[]): boolean =>
  levels.every((row, i) => row.every((level, j) => levelName(level) === levelName(levels[j]?.[i] ?? '')));

const turned = (levels: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  (levels[0] ?? []).map((_, column) => levels.map((row) => row[column] ?? ''));
