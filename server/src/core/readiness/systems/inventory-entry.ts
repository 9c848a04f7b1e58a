import { type Aspect, atMost, entryPlace, type Judged, type Judgement, standsOn } from './aspect';
import { footingOfRecord } from './footing';
import { retiredOn, stageOf } from './life-stage';

const fieldName = (field: string): string => field.replaceAll('_', ' ');

/** What the entry leaves open of some fields. */
const lacking = ({ entry }: Judged, fields: readonly string[]): readonly string[] =>
  fields.filter((field) => !entry.fields.has(field)).map(fieldName);

const joined = (names: readonly string[]): string => names.join(' and ');

/** Purpose and stage of life: without them nobody can tell what is asked of the system. */
export const inventoryEntry: Aspect = {
  id: 'inventory',
  title: 'Inventory entry',
  basis: ['4.3', 'A.4.2'],
  judge(judged) {
    const { aims, entry } = judged;
    const open = lacking(judged, ['purpose', 'stage']);
    const footing = footingOfRecord(aims, entry.records[0]);
    if (open.length > 0)
      return atMost(
        'mentioned',
        [footing],
        `The entry does not state its ${joined(open)}.`,
        `Add the ${joined(open)}.`,
      );
    if (stageOf(entry) === 'retirement' && retiredOn(judged) === undefined)
      return atMost(
        'documented',
        [footing],
        'It is being withdrawn, and no record says that it was switched off.',
        'Record the retirement: when, why, and what became of its data.',
      );
    return standsOn(footing);
  },
};

/** Who answers for the system, and what the organization is towards it. */
export const responsibility: Aspect = {
  id: 'responsibility',
  title: 'Owner and role',
  basis: ['4.1', '5.3', 'A.3.2'],
  judge(judged): Judgement {
    const { aims, entry } = judged;
    const open = lacking(judged, ['owner', 'role']);
    const places = [entryPlace(entry)];
    if (open.length === 2)
      return {
        state: 'missing',
        why: 'The entry names neither an owner nor the role of the organization.',
        next: 'Add owner and role.',
        places,
      };
    const footing = footingOfRecord(aims, entry.records[0]);
    if (open[0] === 'owner')
      return atMost('mentioned', [footing], 'Nobody is named who answers for it.', 'Add the owner.');
    if (open[0] === 'role')
      return atMost(
        'mentioned',
        [footing],
        'The entry does not say what the organization is towards it: provider, producer, customer.',
        'Add the role.',
      );
    return standsOn(footing);
  },
};
