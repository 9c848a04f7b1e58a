import type { Aims } from '../../model/aims';
import { viewsOf } from '../../model/file-view';
import { type AimsRecord, recordsIn } from '../../model/records';
import { keyOf, symbolsOf } from '../../model/symbols';
import { groupBy } from '../../query/group';
import { memo } from '../../query/memo';
import { fieldNamed } from '../../records/record-type';
import { risk as type } from '../../records/record-types/risk';
import { valueMeant } from '../../records/vocabulary';
import type { Judged } from './aspect';
import { namedRecords } from './named-records';

/** One risk with everything that is told of it: the register rates it, other tables say who accepted what remains. */
export interface SystemRisk {
  readonly name: string;
  /** Where it is rated. */
  readonly main: AimsRecord;
  readonly all: readonly AimsRecord[];
  /** The lines of the treatment plan that name it. */
  readonly treatments: readonly AimsRecord[];
}

/** The risks that name the system, and those its entry names. */
export function risksOf({ aims, entry, about }: Judged): readonly SystemRisk[] {
  const named = namedRecords(aims, entry, 'risks', type.name).records;
  const own = [...about.records.filter((record) => record.type.name === type.name), ...named];
  return [...groupBy(new Set(own), keyOfRisk)].flatMap(([key, records]) => {
    const told = symbolsOf(aims)
      .get(key)
      .flatMap((one) => (one.type === type.name && one.record ? [one.record] : []));
    const all = [...new Set([...records, ...told])];
    const main = all.find((record) => isRated({ all: [record] })) ?? records[0];
    const treatments = treatmentsByRisk(aims).get(key) ?? [];
    return main ? [{ name: main.id?.text ?? main.name?.text ?? '', main, all, treatments }] : [];
  });
}

const keyOfRisk = ({ id, name }: AimsRecord): string => keyOf(id?.text ?? name?.text ?? '');

const treatmentsByRisk = memo((aims: Aims): ReadonlyMap<string, readonly AimsRecord[]> => {
  const treatments = viewsOf(aims)
    .filter((view) => !view.document.template)
    .flatMap((view) => recordsIn(view, aims.frameworks))
    .filter((record) => record.type.name === 'treatment');
  const pairs = treatments.flatMap((record) =>
    (record.fields.get('risk')?.items ?? []).map(({ text }) => ({ key: keyOf(text), record })),
  );
  return new Map([...groupBy(pairs, ({ key }) => key)].map(([key, list]) => [key, list.map(({ record }) => record)]));
});

/** What one of the places that tell of a risk says in a field. */
export const riskField = ({ all }: Pick<SystemRisk, 'all'>, field: string): string | undefined =>
  all.map((record) => record.fields.get(field)?.text).find((text) => text !== undefined);

export const isRated = (risk: Pick<SystemRisk, 'all'>): boolean =>
  ['score', 'level'].some((field) => riskField(risk, field) !== undefined) ||
  ['likelihood', 'impact'].every((field) => riskField(risk, field) !== undefined);

/** What is decided about a risk, as the vocabulary has it or in the words of its author. */
export function optionOf(risk: SystemRisk): string | undefined {
  const field = fieldNamed(type, 'treatment');
  const text = riskField(risk, 'treatment');
  return field && text !== undefined ? (valueMeant(type, field, text) ?? text) : undefined;
}
