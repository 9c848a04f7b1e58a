import { viewOf } from '../../model/file-view';
import type { AimsRecord } from '../../model/records';
import { remarkIn, saysNone } from '../../records/record-words';
import { type Aspect, atMost, entryPlace, type Judged, listed, missing, notNeeded, standsOn } from './aspect';
import { footingOfDocument, footingOfRecord, weakest } from './footing';
import { earlierThan } from './life-stage';
import { namedRecords } from './named-records';

/** The data a system is made or run with are described: where they come from, how they were prepared, how good they are. */
export const dataDocumented: Aspect = {
  id: 'data',
  title: 'Data documented',
  basis: ['A.4.3', 'A.7.2', 'A.7.3', 'A.7.4', 'A.7.5', 'A.7.6'],
  judge(judged) {
    const { aims, entry, about } = judged;
    const stated = entry.fields.get('datasets');
    const named = namedRecords(aims, entry, 'datasets', 'dataset');
    const records = [
      ...new Set([...about.records.filter((record) => record.type.name === 'dataset'), ...named.records]),
    ];
    const documents = [
      ...named.documents,
      ...about.documents.filter((view) => view.document.kind?.id === 'dataset-record'),
    ];
    const footings = [
      ...records.map((record) => footingOfRecord(aims, record)),
      ...documents
        .filter((view) => !records.some((record) => record.file === view.file))
        .map((view) => footingOfDocument(aims, view)),
    ];
    const lowest = weakest(footings);
    if (!lowest) return undescribed(judged, stated?.text);
    const unknown = named.unknown.map((item) => item.text);
    if (unknown.length > 0)
      return atMost('mentioned', footings, `No dataset record describes ${listed(unknown)}.`, 'Describe it.');
    const bare = records
      .filter((record) => !saysMore(judged, record))
      .map((record) => record.id?.text ?? record.name?.text ?? '');
    return bare.length > 0
      ? atMost(
          'mentioned',
          footings,
          `Nothing is said of ${listed(bare)} but what it is called.`,
          'State provenance, preparation and quality.',
        )
      : standsOn(lowest, footings);
  },
};

function undescribed(judged: Judged, stated: string | undefined) {
  const { entry } = judged;
  const next =
    'Describe each dataset: provenance, preparation, quality, bias. Where there is none, write `datasets: none`.';
  if (stated !== undefined && saysNone(stated)) {
    const why = remarkIn(stated);
    return notNeeded(judged, why === '' ? 'the entry says that it has no data' : `the entry says: ${why}`);
  }
  const early = earlierThan(entry, 'design and development');
  if (early !== undefined) return notNeeded(judged, `it is in ${early}`);
  return stated === undefined
    ? missing(judged, 'No dataset names it.', next)
    : {
        state: 'mentioned' as const,
        why: 'The entry names its data, and no dataset record describes them.',
        next,
        places: [entryPlace(entry)],
      };
}

/** A row of a dataset record is described by the sections around it; elsewhere the row itself has to tell. */
const saysMore = ({ aims }: Judged, record: AimsRecord): boolean =>
  viewOf(aims, record.file).document.kind?.id === 'dataset-record' ||
  ['provenance', 'preparation', 'quality', 'bias'].some((field) => record.fields.has(field));
