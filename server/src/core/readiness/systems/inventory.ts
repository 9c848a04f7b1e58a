import { speaksOfAi } from '../../framework/document-words';
import type { Aims } from '../../model/aims';
import { viewOf } from '../../model/file-view';
import type { AimsRecord, RecordValue } from '../../model/records';
import { recordsOfType } from '../../model/records-of-type';
import { memo } from '../../query/memo';
import { isTraining, namesSupplier, rolesNamed } from '../../records/inventory-words';
import { normalize } from '../../text/words';
import { stageOf } from './life-stage';
import { type SystemEntry, systemEntries } from './system-entries';

/** Something the records say of the organization, with the record that says it; without one `aims.yaml` does. */
export interface InventoryFact {
  readonly text: string;
  readonly record?: AimsRecord;
}

/** What the records and the settings say that decides about controls. */
export interface Inventory {
  /** Systems in use or in the making. */
  readonly systems: readonly SystemEntry[];
  /** Who supplies a system or a part of it, as the system says. */
  readonly supplied?: InventoryFact;
  /** Who stands in the register of suppliers of AI, which may hold those of the past as well. */
  readonly registered?: InventoryFact;
  /** Data that shape a model. */
  readonly trained?: InventoryFact;
  /** The roles held, each with the first place that says so. */
  readonly roles: ReadonlyMap<string, InventoryFact>;
}

/** Read only where something asks for it. */
export const inventoryOf = memo((aims: Aims): Inventory => {
  const systems = systemEntries(aims).filter((system) => stageOf(system) !== 'retirement');
  const supplied = suppliedIn(aims, systems);
  const registered = registeredIn(aims);
  const trained = trainedIn(aims, systems);
  return {
    systems,
    roles: rolesIn(aims, systems),
    ...(supplied ? { supplied } : {}),
    ...(registered ? { registered } : {}),
    ...(trained ? { trained } : {}),
  };
});

function suppliedIn(aims: Aims, systems: readonly SystemEntry[]): InventoryFact | undefined {
  for (const { name, fields } of systems) {
    const supplier = fields.get('suppliers');
    if (supplier && namesSupplier(supplier.text) && !isOurselves(aims, supplier.text))
      return { record: supplier.record, text: `\`${name}\` has the supplier \`${supplier.text}\`` };
  }
  return undefined;
}

/** Some inventories name the organization itself where nobody else has a part. */
const isOurselves = ({ config }: Aims, text: string): boolean =>
  config.organization !== undefined && ` ${normalize(text)} `.includes(` ${normalize(config.organization)} `);

const nameOf = ({ name, id }: AimsRecord): string => name?.text ?? id?.text ?? '';

function registeredIn(aims: Aims): InventoryFact | undefined {
  const record = recordsOfType(aims, 'supplier').find((one) => suppliesAi(aims, one));
  return record && { record, text: `the supplier \`${nameOf(record)}\` is in the register` };
}

/** A register of all suppliers lists others as well. */
const suppliesAi = (aims: Aims, { file, name, fields }: AimsRecord): boolean =>
  fields.has('systems') ||
  [name?.text, fields.get('supplies')?.text, viewOf(aims, file).document.title?.text].some(
    (text) => text !== undefined && speaksOfAi(text),
  );

function trainedIn(aims: Aims, systems: readonly SystemEntry[]): InventoryFact | undefined {
  const used = recordsOfType(aims, 'dataset').find((one) => isTraining(one.fields.get('use')?.text ?? ''));
  if (used) return { record: used, text: `\`${nameOf(used)}\` is used for training` };
  const system = systems.find(({ fields }) => saysTraining(fields.get('datasets')));
  return system && { record: system.records[0], text: `\`${system.name}\` has training data` };
}

/** `Training data: CRM extract`. */
const saysTraining = (value: RecordValue | undefined): boolean =>
  value !== undefined && isTraining(value.key.text) && namesSupplier(value.text);

function rolesIn(aims: Aims, systems: readonly SystemEntry[]): ReadonlyMap<string, InventoryFact> {
  const roles = new Map<string, InventoryFact>(
    aims.config.roles.map((role) => [role, { text: `\`${role}\` is a role of the organization` }]),
  );
  for (const { name, fields } of systems) {
    const stated = fields.get('role');
    for (const role of rolesNamed(stated?.text ?? ''))
      if (stated && !roles.has(role))
        roles.set(role, { record: stated.record, text: `the organization is \`${role}\` of \`${name}\`` });
  }
  return roles;
}
