import type { Counted } from '../framework/control-counts';
import type { Framework } from '../framework/framework';
import type { Soa } from '../model/soa';
import { cellOf } from '../model/soa';
import { normalize } from '../text/words';
import { type Decision, decisionsOf } from './soa-decisions';

/** How often something occurs in a Statement of Applicability. */
export interface Count {
  /** The number a reader would write down. */
  readonly main: number;
  /** Whether a number is right in one reading: with rows of one's own or without, with what is left open or without. */
  readonly allows: (said: number) => boolean;
}

/** The count of one state, of all controls or of those below a domain. */
export function countIn(soa: Soa, framework: Framework, what: Counted, domain?: string, label = ''): Count {
  const isIn = (id: string): boolean => domain === undefined || id.startsWith(`${domain}.`);
  const all = decisionsOf(soa).filter(({ row }) => isIn(row.id));
  const known = [
    ...new Map(all.filter(({ row }) => framework.controls.has(row.id)).map((one) => [one.row.id, one])).values(),
  ];
  // A row that is missing is a finding of its own, and nobody knows what it would say.
  const official = [...framework.controls.keys()].filter(isIn).length;
  if (what !== 'total') return countOfState(what, [all, known], official - known.length, label);
  const own = domain === undefined ? soa.tables.reduce((sum, { grid }) => sum + grid.rows.length, 0) : all.length;
  return { main: known.length, allows: (said) => [known.length, all.length, official, own].includes(said) };
}

function countOfState(
  what: State,
  readings: readonly [readonly Decision[], readonly Decision[]],
  missing: number,
  label: string,
): Count {
  const word = normalize(label);
  const kin = KIN[what];
  const ranges = readings.map((rows) => {
    const sure = countIf(rows, (one) => isCounted(one, what));
    const open = countIf(rows, (one) => isUnclear(one, what) || (kin !== undefined && isCounted(one, kin)));
    return { least: sure, most: sure + open + missing };
  });
  const byWord = word === '' ? [] : readings.map((rows) => countIf(rows, (one) => saysWord(one, word)));
  return {
    main: countIf(readings[1], (one) => isCounted(one, what)),
    allows: (said) => byWord.includes(said) || ranges.some(({ least, most }) => least <= said && said <= most),
  };
}

type State = Exclude<Counted, 'total'>;

const countIf = (rows: readonly Decision[], test: (one: Decision) => boolean): number => rows.filter(test).length;

/** Where a document knows one word for both. */
const KIN: Partial<Record<Counted, State>> = { planned: 'not-started', 'not-started': 'planned' };

function isCounted({ reading }: Decision, what: State): boolean {
  switch (what) {
    case 'applicable':
      return reading.applicable === 'yes';
    case 'excluded':
      return reading.applicable === 'no';
    default:
      return reading.applicable !== 'no' && reading.status === what;
  }
}

/** A row that does not say what it is may be meant. */
const isUnclear = ({ reading }: Decision, what: State): boolean =>
  what === 'applicable' || what === 'excluded'
    ? reading.applicable === 'undecided'
    : reading.applicable !== 'no' && reading.status === undefined;

const saysWord = ({ table, row }: Decision, word: string): boolean =>
  (['applicable', 'status'] as const).some((column) => normalize(cellOf(table, row, column)?.text ?? '') === word);
