import type { Control, Framework } from '../framework/framework';
import { applicability, exclusionReason, implementation } from '../framework/synonyms';
import { type WeakReason, weakReason } from '../framework/weak-reasons';
import type { Aims } from '../model/aims';
import type { ControlRow } from '../model/control-table';
import { type CitedEvidence, evidenceIn } from '../model/evidence';
import type { Cell } from '../model/facts';
import { viewOf } from '../model/file-view';
import { aimsSoa, cellOf, isBlankCell, type Soa, type SoaTable } from '../model/soa';
import { followLink } from '../model/targets';
import { memo } from '../query/memo';
import { addMonths, type CivilDate, displayDate, parseDate } from '../text/civil-date';
import { shorten } from '../text/shorten';
import { normalize } from '../text/words';
import { dueOf } from './documents';
import { datedEvidence } from './evidence-dates';
import type { ControlStanding, ControlState } from './readiness';

/** One row of the SoA with the table it stands in. */
export interface SoaRow {
  readonly table: SoaTable;
  readonly row: ControlRow;
}

/** What a row says, read through the synonyms. */
export interface RowReading {
  readonly applicable: 'yes' | 'no' | 'undecided';
  readonly status?: 'implemented' | 'in-progress' | 'planned' | 'not-started' | 'not-applicable';
  readonly reason: string;
  readonly reasonRejected: boolean;
}

/** The rows of a Statement of Applicability by control, in order of appearance. */
export const rowsByControl = memo((soa: Soa): ReadonlyMap<string, readonly SoaRow[]> => {
  const rows = new Map<string, SoaRow[]>();
  for (const table of soa.tables) {
    for (const row of table.rows) {
      const list = rows.get(row.id);
      if (list) list.push({ table, row });
      else rows.set(row.id, [{ table, row }]);
    }
  }
  return rows;
});

export function readRow({ table, row }: SoaRow): RowReading {
  const statusCell = cellOf(table, row, 'status');
  const status = statusOf(table, statusCell?.text ?? '');
  const stated = applicability(cellOf(table, row, 'applicable')?.text ?? '');
  const inferred = table.columns.has('applicable')
    ? undefined
    : status === 'not-applicable'
      ? 'no'
      : isSaid(table, row)
        ? 'yes'
        : undefined;
  const applicable = stated ?? inferred ?? (status === 'not-applicable' ? 'no' : 'undecided');
  const reason = reasonCell({ table, row })?.text ?? '';
  const verdict = exclusionReason(reason);
  return {
    applicable,
    reason,
    reasonRejected: reason === '' || verdict?.verdict === 'rejected',
    ...(status === undefined ? {} : { status }),
  };
}

/** Where a row says why: a column for exclusions before the common one. */
export const reasonCell = ({ table, row }: SoaRow): Cell | undefined =>
  [cellOf(table, row, 'exclusion'), cellOf(table, row, 'justification')].find((cell) => !isBlankCell(cell));

/** Why the reason of an exclusion is none that auditors accept. */
export function weakExclusion(row: SoaRow, reading: RowReading): WeakReason | undefined {
  if (reading.applicable !== 'no' || reading.reasonRejected) return undefined;
  return weakReason(reading.reason, isCited(row));
}

/** Whether the reason of a row names a document, a record or an id. */
export function isCited(row: SoaRow): boolean {
  const cell = reasonCell(row);
  return cell !== undefined && (cell.targets.length > 0 || CITATION.test(cell.text));
}

/** `S-2`, `REG-AI-004`, `A.5.9`, `clause 8.1`; the name of a standard cites nothing in it. */
const CITATION =
  /(?<![\p{L}\p{N}-])(?!(?:ISO|SOC|IEC)-)\p{Lu}[\p{L}-]{0,12}-\d|(?<!\p{L})[AB]\.\d|\bcl(?:ause|\.)\s*\d/u;

/** A column `Implemented (Yes/No)` answers yes or no, and some count in percent. */
function statusOf(table: SoaTable, text: string): RowReading['status'] {
  const known = implementation(text);
  if (known !== undefined) return known;
  const percent = PERCENT.exec(text);
  if (percent) return percent[1] === '100' ? 'implemented' : percent[1] === '0' ? 'not-started' : 'in-progress';
  const header = table.grid.header[table.columns.get('status') ?? -1]?.text ?? '';
  if (!normalize(header).includes('implement')) return undefined;
  const answer = applicability(text);
  return answer === 'yes' ? 'implemented' : answer === 'no' ? 'not-started' : undefined;
}

const PERCENT = /^\s*(\d{1,3})\s*%/;

const isSaid = (table: SoaTable, row: ControlRow): boolean =>
  (['status', 'justification', 'evidence'] as const).some((column) => !isBlankCell(cellOf(table, row, column)));

/** The standing of every control, in the order of Annex A. */
export function controlStandings(aims: Aims, framework: Framework): readonly ControlStanding[] {
  const soa = aimsSoa(aims);
  const rows = soa ? rowsByControl(soa) : new Map<string, readonly SoaRow[]>();
  return [...framework.controls.values()].map((control) => standingOf(aims, control, soa, rows.get(control.id)?.[0]));
}

interface Judgement {
  readonly state: ControlState;
  readonly why: string;
  readonly next?: string;
  readonly due?: CivilDate;
}

function standingOf(aims: Aims, control: Control, soa: Soa | undefined, row: SoaRow | undefined): ControlStanding {
  const judgement = row && soa ? judge(aims, soa, row) : unaddressed(soa);
  const places = row
    ? [{ file: row.table.file.path, span: row.row.span, label: 'SoA row' }, ...evidencePlaces(aims, row)]
    : [];
  return { framework: '42001', id: control.id, title: control.title, domain: control.domain, ...judgement, places };
}

const unaddressed = (soa: Soa | undefined): Judgement => ({
  state: 'unaddressed',
  why: soa ? 'The Statement of Applicability has no row for it.' : 'There is no Statement of Applicability.',
  next: soa ? 'Add a row that says whether it is necessary, and why.' : 'Write the Statement of Applicability.',
});

function judge(aims: Aims, soa: Soa, row: SoaRow): Judgement {
  const reading = readRow(row);
  if (soa.template)
    return {
      state: 'undecided',
      why: 'The Statement of Applicability is a template.',
      next: 'Fill it in and have it approved.',
    };
  if (reading.applicable === 'no') return judgeExclusion(row, reading);
  if (reading.applicable === 'undecided')
    return {
      state: 'undecided',
      why: 'The row does not say whether it is applicable.',
      next: 'Decide: Yes or No, and why.',
    };
  switch (reading.status) {
    case 'implemented':
      return judgeEvidence(aims, row);
    case 'in-progress':
      return {
        state: 'in-progress',
        why: 'Its implementation is under way.',
        next: 'Finish it and cite the evidence.',
      };
    default:
      return {
        state: 'planned',
        why: 'It is applicable and not implemented yet.',
        next: 'Implement it and cite the evidence.',
      };
  }
}

function judgeExclusion(row: SoaRow, reading: RowReading): Judgement {
  const weak = weakExclusion(row, reading);
  if (!weak && !reading.reasonRejected)
    return { state: 'excluded', why: `Excluded: ${shorten(reading.reason, LONGEST_REASON)}` };
  return {
    state: 'undecided',
    why: weak ? `All the reason for its exclusion says is ${weak.says}.` : 'It is excluded without a reason.',
    next: 'Say why it is not necessary: risk, role, or no external requirement.',
  };
}

function judgeEvidence(aims: Aims, row: SoaRow): Judgement {
  const cited = citedEvidence(aims, row).filter(({ leads }) => leads !== 'nowhere');
  if (cited.length === 0)
    return {
      state: 'implemented',
      why: whyNotShown(aims, row),
      next: 'Cite evidence that can be opened: a link, a path, or the id of a document or record.',
    };
  const is = cited.some(({ leads }) => leads === 'here')
    ? 'Evidence is cited'
    : 'Evidence is cited that lies elsewhere';
  const review = reviewDue(aims, row);
  if (review === undefined)
    return {
      state: 'evidenced',
      why: `${is}; no review date says how fresh it is.`,
      next: 'State when the row was last reviewed.',
    };
  const [oldest] = [...datedEvidence(aims, row)].sort((a, b) => (a.due < b.due ? -1 : 1));
  const due = oldest && oldest.due < review ? oldest.due : review;
  if (due >= aims.today) return { state: 'current', why: `${is}; it and its review are in date.`, due };
  return review < aims.today
    ? {
        state: 'evidenced',
        why: `${is}; its review was due on ${displayDate(review)}.`,
        next: 'Review the control and its evidence.',
      }
    : {
        state: 'evidenced',
        why: `The evidence \`${oldest?.name}\` counted until ${displayDate(due)}.`,
        next: 'Bring the evidence up to date.',
      };
}

/** What the evidence cell of a row cites. */
export const citedEvidence = (aims: Aims, { table, row }: SoaRow): readonly CitedEvidence[] =>
  evidenceIn(aims, table.file, cellOf(table, row, 'evidence'));

/** What `dead-reference` reports, lines and headings included, shows nothing; words alone lead nowhere. */
function whyNotShown(aims: Aims, { table, row }: SoaRow): string {
  if (citedEvidence(aims, { table, row }).length > 0) return 'Implemented, but the evidence cited does not exist here.';
  const cell = cellOf(table, row, 'evidence');
  return cell && !isBlankCell(cell)
    ? `Implemented, but nothing leads to the evidence named: ${shorten(cell.text, LONGEST_REASON)}`
    : 'Implemented, but no evidence is cited.';
}

/** The row's own review date plus the validity of evidence, else the review of the SoA itself. */
function reviewDue(aims: Aims, { table, row }: SoaRow): CivilDate | undefined {
  const last = parseDate(cellOf(table, row, 'last_review')?.text ?? '');
  return last === undefined ? dueOf(viewOf(aims, table.file)) : addMonths(last, aims.config.evidenceMonths);
}

function evidencePlaces(aims: Aims, row: SoaRow): ControlStanding['places'] {
  return citedEvidence(aims, row).flatMap(({ link, declaration }) => {
    if (declaration) return [{ file: declaration.file, span: declaration.span, label: declaration.id }];
    if (!link) return [];
    const target = followLink(aims, row.table.file, link);
    const file = target.kind === 'file' ? target.path : target.kind === 'files' ? target.paths[0] : undefined;
    return file === undefined ? [] : [{ file, span: { start: 0, end: 0 }, label: link.target }];
  });
}

const LONGEST_REASON = 120;
