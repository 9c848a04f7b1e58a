import { RECORD_TYPES } from '../records/record-types';
import { contentWords, normalize } from '../text/words';
import type { Aims } from './aims';
import type { Text } from './facts';
import { type FileView, viewAt } from './file-view';
import { type AimsRecord, recordsIn, recordTablesOf } from './records';
import { type Declaration, declarationsOf, isComplete } from './symbols';

/** A record whose id another record has that is called otherwise. */
export interface DuplicateId {
  readonly record: AimsRecord;
  readonly id: Text;
  readonly others: readonly Declaration[];
}

/** Records of one type with one id and two names. */
export function duplicateIdsIn(aims: Aims, view: FileView): readonly DuplicateId[] {
  if (view.document.template) return [];
  return recordsIn(view, aims.frameworks).flatMap((record) => {
    if (!record.id || !record.name || record.reason === 'columns') return [];
    const same = declarationsOf(aims, record.id.text, [record.type.name]).filter(
      (one) => !one.byName && isComplete(one) && one.record?.reason !== 'columns',
    );
    const isOne = same.some((one) => one.record === record);
    const others = isOne ? same.filter((one) => one.record && isAnother(aims, record, one.record)) : [];
    return others.length > 0 ? [{ record, id: record.id, others }] : [];
  });
}

function isAnother(aims: Aims, record: AimsRecord, other: AimsRecord): boolean {
  if (isSameName(record, other)) return false;
  if (record.file.path === other.file.path) return areOfOneList(aims, record, other) || !shareWords(record, other);
  return isRegister(aims, record) && isRegister(aims, other) && !shareWords(record, other);
}

const isSameName = (a: AimsRecord, b: AimsRecord): boolean =>
  normalize(a.name?.text ?? '') === normalize(b.name?.text ?? '');

const areOfOneList = (aims: Aims, a: AimsRecord, b: AimsRecord): boolean =>
  recordTablesOf(aims, a.file).some(({ records }) => records.includes(a) && records.includes(b));

/** A kind of document of which there is one: every audit report numbers its own findings. */
function isRegister(aims: Aims, { file, type }: AimsRecord): boolean {
  const kind = viewAt(aims, file.path)?.document.kind?.id;
  return kind !== undefined && type.registers.includes(kind) && !RECORD_TYPES.some((one) => one.singles.includes(kind));
}

/** Another document may tell of a record in other words; without a single word in common it tells of another one. */
function shareWords(record: AimsRecord, other: AimsRecord): boolean {
  const words = new Set(contentWords(record.name?.text ?? ''));
  return contentWords(other.name?.text ?? '').some((word) => words.has(word));
}
