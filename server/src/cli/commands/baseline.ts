import { join } from 'node:path';
import { isNoReason } from '../../core/suppressions/directive';
import { writeBaseline } from '../../core/suppressions/write-baseline';
import { BASELINE_FILE } from '../../core/syntax/read-file';
import { loadAll } from '../analyse';
import { EXIT, Failure } from '../failure';
import { output } from '../output';
import { dateOf, placeOf } from '../places';

export interface BaselineOptions {
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
  readonly prune: boolean;
  readonly asOf?: string;
}

/** `aims baseline [DIR]`: accepts what is found now with a reason, or removes what is found no more. */
export async function baselineCommand(directory: string, options: BaselineOptions): Promise<number> {
  const add = options.prune ? undefined : acceptanceOf(options);
  const { loaded } = await loadAll(placeOf(directory), dateOf(options.asOf));
  for (const { located, aims } of loaded) {
    const path = join(located.root, BASELINE_FILE);
    if (!add && !aims.files.has(BASELINE_FILE)) {
      output.say(`${path} does not exist, so there is nothing to prune.`);
      continue;
    }
    const written = writeBaseline(aims, add ? { add } : {});
    output.file(path, written.text);
    output.say(
      `Wrote ${path}: ${written.accepted} accepted (${written.added} new, ${written.removed} no longer found).`,
    );
  }
  return EXIT.clean;
}

function acceptanceOf({ reason, owner, expires }: BaselineOptions) {
  if (reason === undefined || isNoReason(reason))
    throw new Failure('Say why these findings are accepted: `aims baseline --reason "Known when checking began"`.');
  return {
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires: dateOf(expires) }),
  };
}
