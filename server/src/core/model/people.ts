import { memo } from '../query/memo';
import { namesFunction } from '../records/audit-words';
import { normalize } from '../text/words';
import type { Aims } from './aims';
import { viewsOf } from './file-view';
import { recordsIn } from './records';

/** Whether all persons that a text names are among those that another text names: by name, or by a role they hold. */
export function isSamePerson(aims: Aims, text: string, other: string): boolean {
  const persons = text.split(APART).filter((one) => normalize(one) !== '');
  const known = new Set(other.split(APART).flatMap((one) => identitiesOf(aims, one)));
  return persons.length > 0 && persons.every((one) => isAmong(aims, one, known));
}

const APART = /;|\n|<br\s*\/?>|\/|\s(?:&|\+|and|und|et|y)\s/i;

/** After a comma stands the function of a person, else another person: then nothing is known. */
function isAmong(aims: Aims, person: string, known: ReadonlySet<string>): boolean {
  const [first = '', ...rest] = person.split(',');
  if (rest.some((part) => !namesFunction(part))) return false;
  return [first, ...rest].some((part) => identitiesOf(aims, part).some((one) => known.has(one)));
}

/** `Tomas Lind (Head of AI)` by both names; who holds a role, and the role of who holds it. */
function identitiesOf(aims: Aims, text: string): readonly string[] {
  const names = text
    .split(/[,()[\]]/)
    .map(nameOf)
    .filter((name) => name.length > 3);
  return [...new Set(names.flatMap((name) => [name, ...(holdersOf(aims).get(name) ?? [])]))];
}

const nameOf = (text: string): string => normalize(text).replace(/^(?:dr|prof|mr|mrs|ms|herr|frau|mme|m|sr|sra) /, '');

/** Roles and those who hold them alone, in both directions. */
const holdersOf = memo((aims: Aims): ReadonlyMap<string, readonly string[]> => {
  const pairs = new Map<string, string[]>();
  const add = (from: string, to: string): void => void pairs.set(from, [...(pairs.get(from) ?? []), to]);
  for (const view of viewsOf(aims)) {
    if (view.document.template) continue;
    for (const { type, fields } of recordsIn(view, aims.frameworks)) {
      const [role, holder] = [fields.get('role')?.text, fields.get('holder')?.text];
      if (type.name !== 'role' || role === undefined || holder === undefined || APART.test(holder)) continue;
      add(nameOf(role), nameOf(holder));
      add(nameOf(holder), nameOf(role));
    }
  }
  return pairs;
});
