import { isJudged } from '../../document/judged';
import { spokenText } from '../../document/spoken-text';
import type { Aims } from '../../model/aims';
import type { FileView } from '../../model/file-view';
import { linkedDocuments } from '../../model/linked-documents';
import { normalize } from '../../text/words';
import { inventoryOf } from './inventory';
import type { SystemEntry } from './system-entries';

/** Systems of the inventory that a scope leaves out which names the others. */
export function systemsOutside(aims: Aims, view: FileView): readonly SystemEntry[] {
  if (view.document.kind?.id !== 'scope' || !isJudged(view)) return [];
  const { systems } = inventoryOf(aims);
  const inOthers = systems.filter(({ records }) => records.some(({ file }) => file !== view.file));
  if (inOthers.length < 2 || linkedDocuments(aims, view.file).some((file) => holds(file.path, inOthers))) return [];
  const text = spokenText(view.file);
  const outside = inOthers.filter(({ id, name }) => ![id, name].some((one) => text.includes(` ${normalize(one)} `)));
  return outside.length <= inOthers.length / 2 ? outside : [];
}

const holds = (path: string, systems: readonly SystemEntry[]): boolean =>
  systems.some(({ records }) => records.some(({ file }) => file.path === path));
