import { EXCLUSION_CONFLICTS } from '../framework/exclusion-conflicts';
import type { Aims } from '../model/aims';
import type { Fix, RelatedPlace, Severity } from '../model/finding';
import { canonicalId } from '../model/resolve';
import { cellOf } from '../model/soa';
import { type Inventory, type InventoryFact, inventoryOf } from '../readiness/systems/inventory';
import { isLimited } from '../records/inventory-words';
import { normalize } from '../text/words';
import { cellEdit } from './cell-edit';
import { ownAnswer } from './own-words';
import type { Rule } from './rule';
import { type Decision, decisionsIn } from './soa-decisions';

/** A control left out although the inventory, the roles of the organization or a clause need it. */
export const soaContradictsInventory: Rule = {
  meta: {
    name: 'soa-contradicts-inventory',
    severity: 'error',
    summary: 'A control is excluded that the AI systems, the roles of the organization or a clause make necessary.',
    why: 'Auditors hold exclusions against the inventory first: "no suppliers" beside a bought model, "no development" beside a developer. Some controls cannot be left out at all, because a clause asks for the same.',
    basis: ['42001:6.1.3', '42001:4.1'],
    doubt:
      'An exclusion may be right for some systems: name them in its reason, and it is left alone. A role may be held without the part of it the control is about: say so there as well.',
  },
  examples: {
    bad: [
      {
        text: '//- aims.yaml\norganization:\n  name: Northwind\n  roles: [developer]\n//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | No | The security policy says it all. |\n                      ^^ clause 5.2 asks for the same\n| A.6.2.4 | AI system verification and validation | No | No own development. |\n                                                    ^^ `developer` is a role of the organization\n| A.8.3 | External reporting | Yes | R-01 |\n| A.10.3 | Suppliers | No | We have no suppliers of AI. |\n                       ^^ `letter-writer` has the supplier `S-1`\n//- systems.yaml\nsystems:\n  - id: letter-writer\n    name: letter-writer\n    purpose: Draft letters\n    owner: Head of Service\n    suppliers: [S-1]',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.7.4 | Quality of data for AI systems | No | No data of our own. |\n                                           ^^ `Triage cases` is used for training\n| A.9.2 | Processes for responsible use of AI systems | No | We use no AI. |\n                                                        ^^ the organization is `user` of `Triage bot`\n//- data.yaml\ndatasets:\n  - id: D-1\n    name: Triage cases\n    use: training\n    provenance: own\nsystems:\n  - id: triage-bot\n    name: Triage bot\n    purpose: Triage\n    owner: Head of Service\n    role: user',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.6.2.4 | AI system verification and validation | No | letter-writer is bought and not changed by us. |\n| A.10.3 | Suppliers | No | Nobody else has a part in our systems. |\n//- systems.yaml\nsystems:\n  - id: letter-writer\n    name: letter-writer\n    purpose: Draft letters\n    owner: Head of Service\n    role: developer\n    suppliers: in-house\n  - id: old-bot\n    name: old bot\n    purpose: Chat\n    owner: Head of Service\n    suppliers: [S-1]\n    stage: retired',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      for (const decision of decisionsIn(view, aims)) {
        if (decision.reading.applicable !== 'no') continue;
        const conflict = conflictOf(decision, aims);
        if (!conflict) continue;
        const { table, row } = decision;
        const cell = cellOf(table, row, 'applicable') ?? cellOf(table, row, 'status');
        yield {
          span: cell && cell.span.end > cell.span.start ? cell.span : row.span,
          message: `\`${row.id}\` is excluded, but ${conflict.text}. ${conflict.advice}`,
          ...(conflict.severity ? { severity: conflict.severity } : {}),
          framework: '42001',
          subject: canonicalId('42001', row.id),
          related: conflict.related,
          fixes: include(decision),
        };
      }
    },
  },
};

interface Conflict {
  readonly text: string;
  readonly advice: string;
  readonly severity?: Severity;
  readonly related: readonly RelatedPlace[];
}

const CHANGE = 'Change the decision, or limit the exclusion to the systems it is right for, by name.';

function conflictOf({ row, reading }: Decision, aims: Aims): Conflict | undefined {
  const clauses = EXCLUSION_CONFLICTS.demanded[row.id];
  if (clauses) {
    const ids = clauses.length === 1 ? `clause ${clauses[0]} asks` : `clauses ${clauses.join(' and ')} ask`;
    return { text: `${ids} for the same`, advice: 'Mark it as applicable.', related: [] };
  }
  if (!MAY_CONFLICT.some((id) => isBelow(row.id, id))) return undefined;
  const inventory = inventoryOf(aims);
  return isLimitedTo(reading.reason, inventory) ? undefined : inventoryConflict(row.id, inventory);
}

const isBelow = (id: string, domain: string): boolean => id === domain || id.startsWith(`${domain}.`);

const { supplied, trained, roles } = EXCLUSION_CONFLICTS;

/** No record has to be read for the others. */
const MAY_CONFLICT = [...supplied, ...trained, ...roles.flatMap(({ domains }) => domains)];

const isLimitedTo = (reason: string, { systems }: Inventory): boolean =>
  isLimited(reason) || systems.some(({ id, name }) => names(reason, id) || names(reason, name));

const names = (reason: string, name: string): boolean =>
  normalize(name) !== '' && ` ${normalize(reason)} `.includes(` ${normalize(name)} `);

function inventoryConflict(id: string, inventory: Inventory): Conflict | undefined {
  if (inventory.supplied && supplied.includes(id)) return conflict(inventory.supplied);
  if (inventory.registered && supplied.includes(id)) return conflict(inventory.registered, 'warning');
  // One control of a domain may be unnecessary though the domain is not: data of one's own are not acquired.
  if (inventory.trained && trained.some((domain) => isBelow(id, domain))) return conflict(inventory.trained, 'warning');
  const wanted = roles
    .filter(({ domains }) => domains.some((domain) => isBelow(id, domain)))
    .flatMap(({ held }) => held);
  const role = wanted.flatMap((one) => inventory.roles.get(one) ?? [])[0];
  return role && conflict(role, 'warning');
}

const conflict = ({ text, record }: InventoryFact, severity?: Severity): Conflict => ({
  text,
  advice: CHANGE,
  ...(severity ? { severity } : {}),
  related: record ? [{ file: record.file.path, span: record.span, message: 'The record that says so' }] : [],
});

function include({ table, row }: Decision): readonly Fix[] {
  const answer = ownAnswer(table, row, 'yes');
  const edits = table.columns.has('applicable') ? cellEdit(table, row, 'applicable', answer) : [];
  return edits.length === 0
    ? []
    : [{ title: `Change the decision to \`${answer}\``, preferred: false, safe: false, edits }];
}
