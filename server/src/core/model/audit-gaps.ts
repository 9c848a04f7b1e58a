import auditParts from '../../../data/synonyms/audit-parts.yaml';
import { isInForce } from '../document/in-force';
import { memo } from '../query/memo';
import { saysDone } from '../records/record-words';
import { type PartData, type WordedPart, wordedParts } from '../records/worded-parts';
import { parseDate } from '../text/civil-date';
import { letterPattern } from '../text/letter-pattern';
import { normalize } from '../text/words';
import type { Aims, SourceFile } from './aims';
import { type FileView, namesAims, viewsOf } from './file-view';
import { answers, asksFor, isForm } from './record-gaps';
import { type AimsRecord, type RecordTable, recordsIn, recordTablesIn } from './records';
import { mentionsOf } from './symbols';

/** The cast states the shape that the data test checks. */
const DATA = auditParts as Readonly<Record<string, PartData>>;

let parts: readonly WordedPart[] | undefined;

const allParts = (): readonly WordedPart[] => {
  parts ??= wordedParts(DATA);
  return parts;
};

/** What the report of an audit does not say, in the order of the data. */
export function missingInReport(aims: Aims, view: FileView): readonly WordedPart[] {
  if (!isReport(aims, view)) return [];
  const text = ` ${normalize(bodyOf(view.file))} `;
  const record = recordsIn(view, aims.frameworks).find(({ type }) => type.name === 'audit-report');
  return allParts().filter(
    ({ id, words }) =>
      !words.test(text) && !(record?.fields.has(id) ?? false) && !(SAID_OTHERWISE[id]?.(view) ?? false),
  );
}

/** A report on one audit: a log of many is a register, a summary points at reports. */
const isReport = (aims: Aims, view: FileView): boolean =>
  view.document.kind?.id === 'audit-report' &&
  isInForce(view) &&
  view.file.facts.format === 'markdown' &&
  !view.document.procedural &&
  !OTHER_REPORTS.test(view.document.title?.text ?? '') &&
  !recordTablesIn(view, aims.frameworks).some(({ type }) => type.name === 'audit' || type.name === 'audit-report');

const OTHER_REPORTS = letterPattern(
  String.raw`(?<![\p{L}])(?:summary|consolidated|overview|log|index|dashboard|plan|übersicht|zusammenfassung|synthèse|resumen)(?![\p{L}])`,
  'iu',
);

/** What is as good as the words: the standard is a criterion, metadata say who and when. */
const SAID_OTHERWISE: Readonly<Record<string, (view: FileView) => boolean>> = {
  criteria: ({ file }) => namesAims(file),
  // Without an owner `metadata-missing` asks who answers for the report.
  auditor: ({ document }) => document.fields.has('conducted_by') || !document.fields.has('owner'),
  date: saysWhen,
};

/** Whether a record says when what it shows took place, if only the year. */
export function saysWhen({ document, file }: FileView): boolean {
  return document.heldOn !== undefined || YEAR.test(bodyOf(file));
}

/** Not that of a standard: `42001:2023`. */
const YEAR = /(?<![\d:])(?:19|20)\d\d(?!\d)/;

const bodyOf = memo((file: SourceFile): string =>
  file.text.slice(file.facts.frontMatter?.end ?? 0).replace(/<!--.*?-->/gs, ' '),
);

/** Something an audit of the programme has: any of the fields says it. */
interface AuditPart {
  readonly title: string;
  readonly fields: readonly string[];
  /** Asked only of audits that took place. */
  readonly after: boolean;
}

const CRITERIA: AuditPart = { title: 'criteria', fields: ['criteria'], after: false };
const AUDITOR: AuditPart = { title: 'auditor', fields: ['auditor'], after: true };
const REPORT: AuditPart = { title: 'report', fields: ['report'], after: true };
const PARTS = [CRITERIA, AUDITOR, REPORT];

/** What an audit leaves out that its list asks for; without a record what no audit of a programme says. */
export interface AuditGap {
  readonly table: RecordTable;
  readonly record?: AimsRecord;
  readonly missing: readonly AuditPart[];
}

export function auditGapsIn(aims: Aims, view: FileView): readonly AuditGap[] {
  if (!isInForce(view)) return [];
  return recordTablesIn(view, aims.frameworks)
    .filter(({ type, reason }) => type.name === 'audit' && reason !== 'columns')
    .flatMap((table) => [...withoutCriteria(view, table), ...table.records.flatMap((one) => gapOf(aims, table, one))]);
}

function gapOf(aims: Aims, table: RecordTable, record: AimsRecord): readonly AuditGap[] {
  if (isForm(record, table)) return [];
  const missing = PARTS.filter(
    (part) =>
      asksFor(table, part.fields) &&
      !answers(record, part.fields) &&
      table.records.some((one) => answers(one, part.fields)) &&
      (!part.after || isOver(aims, record)) &&
      !(part === REPORT && isReported(aims, record)),
  );
  return missing.length > 0 ? [{ table, record, missing }] : [];
}

/** The day is past, or it is said to be done. */
export function isOver({ today }: Aims, { fields }: AimsRecord): boolean {
  if (fields.has('status')) return saysDone(fields.get('status')?.text ?? '');
  const day = parseDate(fields.get('done_on')?.text ?? fields.get('planned')?.text ?? '');
  return day !== undefined && day < today;
}

const isReported = (aims: Aims, { id }: AimsRecord): boolean =>
  id !== undefined && mentionsOf(aims, id.text).some(({ file }) => reportsOf(aims).has(file));

const reportsOf = memo(
  (aims: Aims): ReadonlySet<string> =>
    new Set(
      viewsOf(aims)
        .filter(({ document }) => document.kind?.id === 'audit-report')
        .map(({ file }) => file.path),
    ),
);

/** A programme that says nowhere what is audited against what. */
function withoutCriteria(view: FileView, table: RecordTable): readonly AuditGap[] {
  const isProgramme = view.document.kind?.id === 'audit-programme';
  const criteria = allParts().find(({ id }) => id === 'criteria');
  if (!isProgramme || table.records.length === 0 || table.records.some((one) => answers(one, CRITERIA.fields)))
    return [];
  const isSaid = namesAims(view.file) || (criteria?.words.test(` ${normalize(wordsBeside(view, table))} `) ?? true);
  return isSaid ? [] : [{ table, missing: [CRITERIA] }];
}

/** The header of an empty column is no answer. */
function wordsBeside({ file }: FileView, { grid, columns }: RecordTable): string {
  const header = grid.header[columns.get('criteria') ?? -1];
  const body = bodyOf(file);
  return header ? body.replace(header.text, ' ') : body;
}
