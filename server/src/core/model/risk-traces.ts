import { isInForce } from '../document/in-force';
import { memo } from '../query/memo';
import { readRow, rowsByControl, type SoaRow } from '../readiness/controls';
import { fieldNamed } from '../records/record-type';
import { valueMeant } from '../records/vocabulary';
import { matchesOf } from '../text/matches';
import type { Aims } from './aims';
import type { Text } from './facts';
import { type FileView, referencesWithin, viewOf } from './file-view';
import { lostIdsIn } from './organization-ids';
import { isForm } from './record-gaps';
import { type AimsRecord, type RecordTable, recordsIn, recordTablesIn } from './records';
import { hasMeasure } from './risk-acceptance';
import { isClosed, treatedRisks } from './risk-gaps';
import { aimsSoa, cellOf, soaTablesIn } from './soa';
import { type Declaration, keyOf, symbolsOf } from './symbols';

/** A control that a risk or a measure is treated by, and that the Statement of Applicability leaves out. */
export interface ExcludedControl {
  readonly record: AimsRecord;
  readonly control: Text;
  readonly row: SoaRow;
}

/** Controls of Annex A that risks and treatments of a file name against the decision of the SoA. */
export function excludedControlsIn(aims: Aims, view: FileView): readonly ExcludedControl[] {
  if (!isInForce(view)) return [];
  const excluded = excludedRows(aims);
  if (excluded.size === 0) return [];
  return recordsIn(view, aims.frameworks).flatMap((record) => {
    const isTreatment = record.type.name === 'risk' || record.type.name === 'treatment';
    const value = isTreatment && !isClosed(record) ? record.fields.get('controls') : undefined;
    return value ? controlsAt(view, value).flatMap((control) => withRow(record, control, excluded)) : [];
  });
}

const withRow = (
  record: AimsRecord,
  control: Text,
  excluded: ReadonlyMap<string, SoaRow>,
): readonly ExcludedControl[] => {
  const row = excluded.get(control.text);
  return row ? [{ record, control, row }] : [];
};

/** The controls of ISO/IEC 42001 that stand in a value. */
const controlsAt = (view: FileView, { span }: Text): readonly Text[] =>
  referencesWithin(view, span).flatMap(({ raw, framework, subject }) =>
    framework === '42001' && subject === 'control' ? [{ text: raw.id, span: raw.span }] : [],
  );

/** The rows of the SoA that exclude a control, where no other row includes it. */
const excludedRows = memo((aims: Aims): ReadonlyMap<string, SoaRow> => {
  const soa = aimsSoa(aims);
  if (!soa || soa.template || !soa.tables.every(({ file }) => isInForce(viewOf(aims, file)))) return new Map();
  return new Map(
    [...rowsByControl(soa)].flatMap(([id, rows]): (readonly [string, SoaRow])[] => {
      const [first] = rows;
      return first && rows.every((row) => readRow(row).applicable === 'no') ? [[id, first]] : [];
    }),
  );
});

/** A risk that is to be modified, with nothing that would modify it. */
export interface UntreatedRisk {
  readonly table: RecordTable;
  readonly record: AimsRecord;
}

export function risksWithoutMeasure(aims: Aims, view: FileView): readonly UntreatedRisk[] {
  if (!isInForce(view)) return [];
  const tables = recordTablesIn(view, aims.frameworks).filter(
    ({ type, columns, reason }) => type.name === 'risk' && reason !== 'columns' && columns.has('controls'),
  );
  return tables.flatMap((table) =>
    table.records.some(({ fields }) => fields.has('controls'))
      ? table.records.flatMap((record) =>
          isModified(record) && !isForm(record, table) && !isClosed(record) && !hasAnswer(aims, record)
            ? [{ table, record }]
            : [],
        )
      : [],
  );
}

const hasAnswer = (aims: Aims, record: AimsRecord): boolean =>
  hasMeasure(aims, record) || treatedRisks(aims).has(keyOf(record.id?.text ?? ''));

function isModified({ type, fields }: AimsRecord): boolean {
  const field = fieldNamed(type, 'treatment');
  return field !== undefined && valueMeant(type, field, fields.get('treatment')?.text ?? '') === 'modify';
}

/** The reason of a row of the SoA that is a risk nobody declares. */
export interface UnknownRisk extends Text {
  /** The id of the control. */
  readonly control: string;
  /** The declared risk that is probably meant. */
  readonly nearest?: Declaration;
}

const ID = /(?<![\p{L}\p{N}_./-])\p{Lu}[\p{L}_-]{0,12}\d{1,4}(?![\p{L}\p{N}_-]|\.\d)/gu;

/** Ids of risks in the reasons of the SoA; those in a column for risks are references that are looked after as such. */
export function unknownRisksIn(aims: Aims, view: FileView): readonly UnknownRisk[] {
  const tables = soaTablesIn(view, aims.frameworks);
  if (tables.length === 0 || !isInForce(view)) return [];
  const forms = formsOfRisks(aims);
  const lost = new Set(lostIdsIn(view, aims).map(({ span }) => span.start));
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const cell = cellOf(table, row, 'justification');
      if (!cell) return [];
      return idsIn(view, cell)
        .filter(({ text, span }) => forms.has(formOf(text)) && !isDeclared(aims, text) && !lost.has(span.start))
        .map((id) => ({ ...id, control: row.id, ...nearestTo(forms.get(formOf(id.text)) ?? [], id.text) }));
    }),
  );
}

const idsIn = ({ file }: FileView, { span }: Text): readonly Text[] =>
  matchesOf(ID, file.text.slice(span.start, span.end)).map(({ 0: text, index }) => ({
    text,
    span: { start: span.start + index, end: span.start + index + text.length },
  }));

const isDeclared = (aims: Aims, id: string): boolean => symbolsOf(aims).has(keyOf(id));

/** `R-01` and `R-9` are of one form. */
const formOf = (id: string): string => id.replace(/\d+/g, '0');

const formsOfRisks = memo((aims: Aims): ReadonlyMap<string, readonly Declaration[]> => {
  const forms = new Map<string, Declaration[]>();
  for (const risk of symbolsOf(aims).declaredAs('risk')) {
    if (risk.byName) continue;
    const form = formOf(risk.id);
    const alike = forms.get(form);
    if (alike) alike.push(risk);
    else forms.set(form, [risk]);
  }
  return forms;
});

function nearestTo(risks: readonly Declaration[], id: string): { readonly nearest?: Declaration } {
  const number = (text: string): number => Number(/\d+$/.exec(text)?.[0] ?? Number.NaN);
  const nearest = risks.find((risk) => number(risk.id) === number(id));
  return nearest ? { nearest } : {};
}
