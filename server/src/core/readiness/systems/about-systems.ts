import type { Aims } from '../../model/aims';
import { type FileView, viewsOf } from '../../model/file-view';
import { type AimsRecord, recordsIn, typeOfDocument } from '../../model/records';
import { memo, memo2 } from '../../query/memo';
import { saysAll } from '../../records/record-words';
import { type SystemEntry, systemEntries, systemNamed } from './system-entries';

/** What is said of one system, wherever it stands. */
export interface AboutSystem {
  /** Records that name the system, or stand in a document that is about it; those of templates included. */
  readonly records: readonly AimsRecord[];
  /** Documents whose metadata name the system, and its cards. */
  readonly documents: readonly FileView[];
}

/** Which records and documents name each system. Names are taken from fields, never guessed from prose. */
export const aboutSystems = memo((aims: Aims): ReadonlyMap<SystemEntry, AboutSystem> => {
  const about = new Map(
    systemEntries(aims).map((entry) => [entry, { records: [] as AimsRecord[], documents: [] as FileView[] }]),
  );
  const meant = (names: readonly string[]): Iterable<SystemEntry> => {
    if (names.some(saysAll)) return about.keys();
    return new Set(names.flatMap((name) => systemNamed(aims)(name) ?? []));
  };
  for (const view of about.size > 0 ? viewsOf(aims) : []) {
    const { ofDocument, ofRecords } = NAMED(view, aims.frameworks);
    for (const entry of meant(ofDocument)) about.get(entry)?.documents.push(view);
    for (const { record, names } of ofRecords)
      for (const entry of meant(names ?? ofDocument)) about.get(entry)?.records.push(record);
  }
  return about;
});

interface Named {
  readonly ofDocument: readonly string[];
  /** Without names of its own a record is about what its document is about. */
  readonly ofRecords: readonly { readonly record: AimsRecord; readonly names?: readonly string[] }[];
}

const NAMED = memo2((view: FileView, frameworks: Aims['frameworks']): Named => {
  const records = recordsIn(view, frameworks).filter((record) => record.type.name !== 'ai-system');
  const ofRecords = records.map((record) => {
    const names = namesIn(record);
    return names.length > 0 ? { record, names } : { record };
  });
  return { ofDocument: namesOfDocument(view, frameworks), ofRecords };
});

/** The systems in the metadata of a document; a card is about the system it describes. */
function namesOfDocument(view: FileView, frameworks: Aims['frameworks']): readonly string[] {
  if (typeOfDocument(view)?.name === 'ai-system') {
    const card = recordsIn(view, frameworks).find((record) => record.reason === 'front matter');
    return card ? [card.id ?? card.name].flatMap((one) => (one ? [one.text] : [])) : [];
  }
  return (view.document.fields.get('systems')?.items ?? []).map((item) => item.text);
}

const namesIn = (record: AimsRecord): readonly string[] =>
  record.type.fields.flatMap(({ name, refersTo }) =>
    refersTo?.includes('ai-system') ? (record.fields.get(name)?.items ?? []).map((item) => item.text) : [],
  );
