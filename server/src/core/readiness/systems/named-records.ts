import type { Aims } from '../../model/aims';
import type { Text } from '../../model/facts';
import { type FileView, viewAt } from '../../model/file-view';
import { type AimsRecord, recordsIn } from '../../model/records';
import { keyOf, symbolsOf } from '../../model/symbols';
import { followLink } from '../../model/targets';
import type { RecordName } from '../../records/record-type';
import { saysNone } from '../../records/record-words';
import { looksLikePath } from '../../syntax/path-like';
import type { SystemEntry, SystemField } from './system-entries';

/** What a field of an entry names: records and documents that were found, and what is declared nowhere. */
export interface NamedRecords {
  readonly records: readonly AimsRecord[];
  readonly documents: readonly FileView[];
  readonly unknown: readonly Text[];
}

const NOTHING: NamedRecords = { records: [], documents: [], unknown: [] };

/** Follows the ids and links in a field of an entry to records of a type and to documents. */
export function namedRecords(aims: Aims, entry: SystemEntry, field: string, type: RecordName): NamedRecords {
  const value = entry.fields.get(field);
  if (!value || saysNone(value.text)) return NOTHING;
  const found = value.items.map((item) => ({ item, ...behind(aims, value, item, type) }));
  const documents = found.flatMap((one) => one.documents);
  const inDocuments = documents.flatMap((view) =>
    recordsIn(view, aims.frameworks).filter((one) => one.type.name === type),
  );
  return {
    records: [...new Set([...found.flatMap((one) => one.records), ...inDocuments])],
    documents,
    unknown: found.flatMap((one) => (one.records.length + one.documents.length === 0 ? [one.item] : [])),
  };
}

function behind(aims: Aims, value: SystemField, item: Text, type: RecordName): Omit<NamedRecords, 'unknown'> {
  const declared = symbolsOf(aims).get(keyOf(item.text));
  const records = declared.flatMap((one) => (one.type === type && one.record ? [one.record] : []));
  if (records.length > 0) return { records, documents: [] };
  const named = declared.flatMap((one) => (one.type === 'document' ? (viewAt(aims, one.file) ?? []) : []));
  return { records: [], documents: named.length > 0 ? named : linkedDocuments(aims, value, item) };
}

/** A link around the item, or the item itself where it is a path. */
function linkedDocuments(aims: Aims, { record }: SystemField, item: Text): readonly FileView[] {
  const { file } = record;
  const around = file.facts.links.filter(
    ({ kind, span }) => kind === 'link' && item.span.end <= span.start && span.start - item.span.end <= 2,
  );
  const links = looksLikePath(item.text)
    ? [...around, { target: item.text, span: item.span, kind: 'value' as const }]
    : around;
  return links.flatMap((link) => {
    const target = followLink(aims, file, link);
    const view = target.kind === 'file' || target.kind === 'missing-anchor' ? viewAt(aims, target.path) : undefined;
    return view ? [view] : [];
  });
}
