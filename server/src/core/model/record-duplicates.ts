import { groupBy } from '../query/group';
import { memo } from '../query/memo';
import { RECORD_TYPES } from '../records/record-types';
import { folderOf } from '../text/path';
import { contentWords, normalize } from '../text/words';
import type { Aims } from './aims';
import type { Text } from './facts';
import { type FileView, viewAt } from './file-view';
import { type AimsRecord, recordsIn, recordTablesOf } from './records';
import { type Declaration, isComplete, keyOf, symbolsOf } from './symbols';

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
    const same = sameIds(aims).get(groupOf(record.type.name, record.id.text)) ?? [];
    const isOne = same.some((one) => one.record === record);
    const others = isOne ? same.filter((one) => one.record && isAnother(aims, record, one.record)) : [];
    return others.length > 0 ? [{ record, id: record.id, others }] : [];
  });
}

const groupOf = (type: string, id: string): string => `${type} ${keyOf(id)}`;

/** Declarations of records that say more than an id, by type and id, where they have more than one name. */
const sameIds = memo((aims: Aims): ReadonlyMap<string, readonly Declaration[]> => {
  const several = symbolsOf(aims)
    .shared()
    .filter((one) => !one.byName && one.record?.reason !== 'columns' && isComplete(one));
  const groups = [...groupBy(several, (one) => groupOf(one.type, one.id))];
  return new Map(groups.filter(([, group]) => new Set(group.map((one) => one.record && nameOf(one.record))).size > 1));
});

function isAnother(aims: Aims, record: AimsRecord, other: AimsRecord): boolean {
  if (isSameName(record, other)) return false;
  if (record.file.path === other.file.path) return areOfOneList(aims, record, other) || !shareWords(record, other);
  const isOneFolder = folderOf(record.file.path) === folderOf(other.file.path);
  return isOneFolder && isRegister(aims, record) && isRegister(aims, other) && !shareWords(record, other);
}

const isSameName = (a: AimsRecord, b: AimsRecord): boolean => nameOf(a) === nameOf(b);

/** Each is compared with every other one of its id. */
const nameOf = memo((record: AimsRecord): string => normalize(record.name?.text ?? ''));

const areOfOneList = (aims: Aims, a: AimsRecord, b: AimsRecord): boolean =>
  recordTablesOf(aims, a.file).some(({ records }) => records.includes(a) && records.includes(b));

/**
 * A kind of document of which a folder holds one: every audit report numbers its own findings, every system its risks. An
 * older edition keeps its ids.
 */
function isRegister(aims: Aims, { file, type }: AimsRecord): boolean {
  const { kind: { id: kind } = {}, status } = viewAt(aims, file.path)?.document ?? {};
  if (status === 'superseded' || status === 'obsolete') return false;
  return kind !== undefined && type.registers.includes(kind) && !RECORD_TYPES.some((one) => one.singles.includes(kind));
}

/** Another document may tell of a record in other words; without a single word in common it tells of another one. */
function shareWords(record: AimsRecord, other: AimsRecord): boolean {
  const words = new Set(contentWords(record.name?.text ?? ''));
  return contentWords(other.name?.text ?? '').some((word) => words.has(word));
}
