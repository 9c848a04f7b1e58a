import { fieldNamed } from '../../records/record-type';
import { aiSystem } from '../../records/record-types/ai-system';
import { valueMeant } from '../../records/vocabulary';
import type { CivilDate } from '../../text/civil-date';
import type { Judged } from './aspect';
import { dateIn } from './footing';
import type { SystemEntry } from './system-entries';

/** The stages of a life up to use, in order. */
const STAGES = ['inception', 'design and development', 'verification and validation', 'deployment'] as const;
export type EarlyStage = (typeof STAGES)[number];

/** The stage an entry states, as the vocabulary has it. */
export function stageOf(entry: SystemEntry): string | undefined {
  const field = fieldNamed(aiSystem, 'stage');
  return field && valueMeant(aiSystem, field, entry.fields.get('stage')?.text ?? '');
}

/** The stage a system is still in, where that comes before the one in which something is due. A stage not stated is none. */
export function earlierThan(entry: SystemEntry, due: EarlyStage | 'operation and monitoring'): string | undefined {
  const order: readonly string[] = [...STAGES, 'operation and monitoring'];
  const stage = stageOf(entry) ?? '';
  const at = order.indexOf(stage);
  return at >= 0 && at < order.indexOf(due) ? stage : undefined;
}

/** The day on which a system was switched off, by its record of retirement. */
export const retiredOn = ({ aims, about }: Judged): CivilDate | undefined =>
  about.records
    .filter((record) => record.type.name === 'retirement')
    .flatMap((record) => dateIn(record, 'retired_on') ?? [])
    .find((date) => date <= aims.today);
