import type { AimsRecord } from '../../model/records';
import { remarkIn, saysNone } from '../../records/record-words';
import { type Aspect, atMost, entryPlace, listed, missing, notNeeded, standsOn } from './aspect';
import { footingOfRecord, weakest } from './footing';
import { namedRecords } from './named-records';

/** Everybody who supplies a part of the system was assessed, and will be again. */
export const suppliersAssessed: Aspect = {
  id: 'suppliers',
  title: 'Suppliers assessed',
  basis: ['8.1', 'A.10.3'],
  judge(judged) {
    const { aims, entry, about } = judged;
    const stated = entry.fields.get('suppliers')?.text;
    const named = namedRecords(aims, entry, 'suppliers', 'supplier');
    const records = [
      ...new Set([...about.records.filter((record) => record.type.name === 'supplier'), ...named.records]),
    ];
    if (records.length === 0 && stated !== undefined && saysNone(stated)) {
      const why = remarkIn(stated);
      return notNeeded(judged, why === '' ? 'the entry says that it has no supplier' : `the entry says: ${why}`);
    }
    const unknown = named.unknown.map((item) => item.text);
    const footings = records.map((record) => footingOfRecord(aims, record));
    const lowest = weakest(footings);
    if (unknown.length > 0 || (!lowest && stated !== undefined)) {
      const why = `No supplier record describes ${listed(unknown.length > 0 ? unknown : [stated ?? ''])}.`;
      const next = 'Add it to the supplier register with its assessment.';
      return lowest
        ? atMost('mentioned', footings, why, next)
        : { state: 'mentioned', why, next, places: [entryPlace(entry)] };
    }
    if (!lowest)
      return missing(
        judged,
        'The entry does not say who supplies parts of it.',
        'Name the suppliers, or write `suppliers: none`.',
      );
    const open = records
      .filter((record) => !isAssessed(record))
      .map((record) => record.id?.text ?? record.name?.text ?? '');
    return open.length > 0
      ? atMost(
          'documented',
          footings,
          `${listed(open)} was not assessed.`,
          'Assess it, and state when and with what result.',
        )
      : standsOn(lowest, footings);
  },
};

const isAssessed = ({ fields }: AimsRecord): boolean => fields.has('assessed_on') || fields.has('result');
