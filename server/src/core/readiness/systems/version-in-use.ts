import type { Aims } from '../../model/aims';
import { viewOf } from '../../model/file-view';
import type { AimsRecord } from '../../model/records';
import type { SystemEntry } from './system-entries';

/** The version of the system that a record is about; that of a controlled document is the version of the document. */
function versionOf(aims: Aims, record: AimsRecord): string | undefined {
  const isDocument = record.reason === 'front matter' && viewOf(aims, record.file).document.kind !== undefined;
  return isDocument ? undefined : bare(record.fields.get('version')?.text);
}

const bare = (text: string | undefined): string | undefined =>
  text
    ?.trim()
    .toLowerCase()
    .replace(/^(?:version|v)\.?\s*(?=\d)/, '');

/** The records of the version in use; those that state none count. `other` is the version that all others are about. */
export function ofVersionInUse(
  aims: Aims,
  entry: SystemEntry,
  records: readonly AimsRecord[],
): { readonly fitting: readonly AimsRecord[]; readonly other?: string } {
  const inUse = bare(entry.fields.get('version')?.text);
  if (inUse === undefined) return { fitting: records };
  const fitting = records.filter((record) => (versionOf(aims, record) ?? inUse) === inUse);
  const other = records.map((record) => versionOf(aims, record)).find((version) => version !== undefined);
  return fitting.length === 0 && other !== undefined ? { fitting, other } : { fitting };
}
