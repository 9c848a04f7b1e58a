import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newConfig } from '../../core/records/new-config';
import { CONFIG_FILE, safeKindOfPath } from '../../host/folders';
import { loadAims } from '../../host/load';
import { today } from '../../host/today';
import { EXIT, Failure } from '../failure';
import { output } from '../output';
import { placeOf } from '../places';

/** `aims init [DIR]`: writes an `aims.yaml` made from what the folder holds. Never overwrites one. */
export async function initCommand(directory: string, print: boolean): Promise<number> {
  const { folder } = placeOf(directory);
  const path = join(folder, CONFIG_FILE);
  if (!print && safeKindOfPath(path) !== undefined)
    throw new Failure(`\`${path}\` is already there and was left as it is.`);
  const text = newConfig(
    await loadAims({ root: folder }, { mode: 'adopted', today: today() }),
    folder.split(/[/\\]/).at(-1) ?? '',
  );
  if (print) output.out(text);
  else {
    writeFileSync(path, text, { flag: 'wx' });
    output.say(`Wrote ${path}. Run \`aims check\` next.`);
  }
  return EXIT.clean;
}
