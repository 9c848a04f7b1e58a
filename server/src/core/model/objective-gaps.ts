import { isInForce } from '../document/in-force';
import { isVague, saysAmount, waivesMeasure } from '../records/measurable';
import { saysNone } from '../records/record-words';
import type { Aims } from './aims';
import type { FileView } from './file-view';
import { isForm } from './record-gaps';
import { type AimsRecord, type RecordTable, recordsIn, recordTablesIn } from './records';
import { keyOf, symbolsOf } from './symbols';

/** An objective of which nobody could say whether it was reached. */
export interface UnmeasuredObjective {
  readonly table: RecordTable;
  readonly record: AimsRecord;
  /** The target that can never be missed, where there is one. */
  readonly vague?: string;
}

/** The objectives of a file that name no amount, date, measure or target; others that tell of them may. */
export function unmeasuredObjectivesIn(aims: Aims, view: FileView): readonly UnmeasuredObjective[] {
  if (!isInForce(view)) return [];
  return recordTablesIn(view, aims.frameworks)
    .filter(({ type, reason }) => type.name === 'objective' && reason !== 'columns')
    .flatMap((table) =>
      table.records.flatMap((record) => {
        const isJudged = record.fields.has('objective') && !isForm(record, table);
        if (!isJudged || sameObjectives(aims, record).some(isMeasured)) return [];
        const target = record.fields.get('target')?.text;
        return [{ table, record, ...(target !== undefined && isVague(target) ? { vague: target } : {}) }];
      }),
    );
}

/** The objective, and what other places tell of it under its id or name. */
const sameObjectives = (aims: Aims, record: AimsRecord): readonly AimsRecord[] => [
  record,
  ...[record.id, record.name].flatMap((text) =>
    (text ? symbolsOf(aims).get(keyOf(text.text)) : []).flatMap((one) =>
      one.type === 'objective' && one.record && one.record !== record ? [one.record] : [],
    ),
  ),
];

const MEASURES = ['measure', 'target'] as const;
const AMOUNTS = ['objective', 'measure', 'target', 'baseline', 'result', 'actions', 'frequency', 'status'] as const;

function isMeasured({ fields }: AimsRecord): boolean {
  const texts = AMOUNTS.flatMap((field) => fields.get(field)?.text ?? []);
  if (texts.some((text) => saysAmount(text) || waivesMeasure(text))) return true;
  const says = (field: string): boolean => {
    const text = fields.get(field)?.text;
    return text !== undefined && !isVague(text) && !saysNone(text);
  };
  // What is to be there by a day can be looked for on that day; a target that says nothing is worse than none.
  const isVagueTarget = isVague(fields.get('target')?.text ?? '');
  return MEASURES.some(says) || (fields.has('due') && !isVagueTarget);
}

const ENOUGH = 200;

/** A document of objectives without lists of them, in whose sentences nothing can be measured. */
export function hasUnmeasuredProse(aims: Aims, view: FileView): boolean {
  const { file, document } = view;
  if (document.kind?.id !== 'objectives' || !isInForce(view) || file.facts.format !== 'markdown') return false;
  if (recordsIn(view, aims.frameworks).length > 0 || file.facts.grids.length > 0) return false;
  if (file.facts.links.some(({ kind }) => kind === 'link')) return false;
  const text = bodyOf(view);
  return text.length >= ENOUGH && !saysAmount(text) && !waivesMeasure(text);
}

/** What the document says of its objectives: not of itself, and without numbers of headings and lists. */
function bodyOf({ file, references }: FileView): string {
  const { facts, text } = file;
  const spans = [
    ...facts.headings.map(({ span }) => span),
    ...references.map(({ raw }) => raw.span),
    ...facts.placeholders.map(({ span }) => span),
    ...facts.metadata.map(({ keySpan, valueSpan }) => ({
      start: keySpan.start,
      end: Math.max(keySpan.end, valueSpan.end),
    })),
    ...(facts.frontMatter ? [facts.frontMatter] : []),
  ].sort((a, b) => a.start - b.start);
  let body = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) body += `${text.slice(at, start)} `;
    at = Math.max(at, end);
  }
  return (body + text.slice(at)).replace(/^\s*\d+[.)]/gm, ' ').trim();
}
