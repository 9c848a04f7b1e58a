import type { Aims } from '../../model/aims';
import { viewsOf } from '../../model/file-view';
import { type AimsRecord, type RecordValue, recordsIn } from '../../model/records';
import { memo } from '../../query/memo';
import { normalize } from '../../text/words';

/** One AI system with all that its entries say: a list may name it and a card beside its code describe it. */
export interface SystemEntry {
  readonly id: string;
  readonly name: string;
  /** The entry that says most, then the others. */
  readonly records: readonly [AimsRecord, ...AimsRecord[]];
  /** What is filled in; of several entries the one that says more decides. */
  readonly fields: ReadonlyMap<string, SystemField>;
}

/** A value with the entry it stands in. */
export interface SystemField extends RecordValue {
  readonly record: AimsRecord;
}

/** The AI systems of the AIMS, in the order of appearance, those without an id last. A template is no inventory, and an id alone no entry. */
export const systemEntries = memo((aims: Aims): readonly SystemEntry[] => {
  const records = viewsOf(aims)
    .filter((view) => !view.document.template)
    .flatMap((view) => recordsIn(view, aims.frameworks))
    .filter((record) => record.type.name === 'ai-system' && record.fields.size > 1);
  return groups(records).flatMap(entryOf);
});

/** Entries with the same id are one system; one without an id belongs to the system of its name. */
function groups(records: readonly AimsRecord[]): readonly (readonly AimsRecord[])[] {
  const byKey = new Map<string, AimsRecord[]>();
  const ordered = [...records.filter(({ id }) => id), ...records.filter(({ id }) => !id)];
  for (const record of ordered) {
    const key = idOf(record) || nameOf(record);
    const group = byKey.get(key) ?? [];
    group.push(record);
    for (const one of [key, nameOf(record)]) if (one !== '' && !byKey.has(one)) byKey.set(one, group);
  }
  return [...new Set(byKey.values())];
}

const idOf = ({ id }: AimsRecord): string => normalize(id?.text ?? '');
const nameOf = ({ name }: AimsRecord): string => normalize(name?.text ?? '');

function entryOf(group: readonly AimsRecord[]): readonly SystemEntry[] {
  const [first, ...rest] = [...group].sort((a, b) => b.fields.size - a.fields.size);
  if (!first) return [];
  const records = [first, ...rest] as const;
  const fields = new Map<string, SystemField>();
  for (const record of records)
    for (const [field, { text, span, key, items }] of record.fields)
      if (!fields.has(field)) fields.set(field, { text, span, key, items, record });
  const id = records.find((record) => record.id)?.id?.text;
  const name = records.find((record) => record.name)?.name?.text;
  return [{ id: id ?? name ?? '', name: name ?? id ?? '', records, fields }];
}

/** Finds the systems that a text names, by id or name, with dashes, blanks and case put aside. */
export const systemNamed = memo((aims: Aims): ((text: string) => SystemEntry | undefined) => {
  const byId = new Map<string, SystemEntry>();
  const byName = new Map<string, SystemEntry>();
  for (const entry of systemEntries(aims)) {
    for (const record of entry.records) {
      if (record.id) byId.set(idOf(record), entry);
      if (record.name && !byName.has(nameOf(record))) byName.set(nameOf(record), entry);
    }
  }
  return (text) => byId.get(normalize(text)) ?? byName.get(normalize(text));
});
