import { isInForce } from '../document/in-force';
import { memo } from '../query/memo';
import { saysLow } from '../records/record-words';
import type { Aims } from './aims';
import { type FileView, viewsOf } from './file-view';
import { answers, asksFor, isForm, isUnderstood } from './record-gaps';
import { type AimsRecord, type RecordTable, recordsIn, recordTablesIn } from './records';
import { CLOSED, isTreated, isWithinAcceptance, recordsOfRisk, unansweredRisksIn } from './risk-acceptance';
import { keyOf } from './symbols';

/** Something an assessed risk has: any of the fields says it. */
export interface RiskPart {
  readonly title: string;
  readonly fields: readonly string[];
}

const RATING: RiskPart = { title: 'level', fields: ['level', 'score'] };
const TREATMENT: RiskPart = { title: 'treatment', fields: ['treatment', 'measures', 'controls'] };
const PARTS: readonly RiskPart[] = [
  { title: 'likelihood', fields: ['likelihood'] },
  { title: 'impact', fields: ['impact'] },
  RATING,
  { title: 'owner', fields: ['owner'] },
  TREATMENT,
];
/** What clause 6.1.2 asks of every risk, whatever the register looks like. */
const ANALYSIS: RiskPart = { title: 'likelihood, impact or level', fields: ['likelihood', 'impact', 'level', 'score'] };

/** What a risk leaves out that its list asks for; without a record what the list as a whole does not say. */
export interface RiskGap {
  readonly table: RecordTable;
  readonly record?: AimsRecord;
  readonly missing: readonly RiskPart[];
}

/** The risks of a register that are not assessed or not answered in full. Other places that tell of a risk count as well. */
export function riskGapsIn(aims: Aims, view: FileView): readonly RiskGap[] {
  if (!isInForce(view)) return [];
  const tables = recordTablesIn(view, aims.frameworks).filter(
    ({ type, reason }) => type.name === 'risk' && reason !== 'columns',
  );
  if (tables.length === 0) return [];
  const told = new Set(unansweredRisksIn(aims, view).map(({ record }) => record));
  return tables.flatMap((table) => gapsOf(aims, view, table, told));
}

function gapsOf(aims: Aims, view: FileView, table: RecordTable, told: ReadonlySet<AimsRecord>): readonly RiskGap[] {
  const risks = table.records.filter((record) => !isForm(record, table) && !isClosed(record));
  if (risks.length === 0) return [];
  const isOpen = (record: AimsRecord, part: RiskPart): boolean =>
    part === TREATMENT
      ? !told.has(record) && needsTreatment(aims, record)
      : !recordsOfRisk(aims, record).some((one) => answers(one, part.fields));
  const throughout = partsOf(view, table).filter(
    (part) => !table.records.some((one) => answers(one, part.fields)) && risks.every((one) => isOpen(one, part)),
  );
  const asked = PARTS.filter((part) => asksFor(table, part.fields) && !throughout.includes(part));
  const single = risks.flatMap((record) => {
    const missing = asked.filter((part) => !answers(record, part.fields) && isOpen(record, part));
    return missing.length > 0 ? [{ table, record, missing }] : [];
  });
  return throughout.length > 0 ? [{ table, missing: throughout }, ...single] : single;
}

/** What the columns ask for; in a register whose columns are all understood also what the standard does. */
function partsOf(view: FileView, table: RecordTable): readonly RiskPart[] {
  const asked = PARTS.filter((part) => asksFor(table, part.fields));
  const isRegister = view.document.kind?.id === 'risk-register' && isUnderstood(table);
  const needed = isRegister ? [ANALYSIS, TREATMENT].filter((part) => !asksFor(table, part.fields)) : [];
  return [...asked, ...needed];
}

export const isClosed = ({ fields }: AimsRecord): boolean => CLOSED.test(fields.get('status')?.text ?? '');

/** What is low is mostly accepted without a word. */
const needsTreatment = (aims: Aims, record: AimsRecord): boolean =>
  !isTreated(aims, record) &&
  !isWithinAcceptance(aims, record) &&
  !saysLow(record.fields.get('level')?.text ?? '') &&
  !treatedRisks(aims).has(keyOf(record.id?.text ?? ''));

/** Ids of the risks that some line of a treatment plan is for. */
export const treatedRisks = memo(
  (aims: Aims): ReadonlySet<string> =>
    new Set(
      viewsOf(aims)
        .flatMap((view) => recordsIn(view, aims.frameworks))
        .flatMap(({ type, fields }) => (type.name === 'treatment' ? (fields.get('risk')?.items ?? []) : []))
        .map(({ text }) => keyOf(text)),
    ),
);
