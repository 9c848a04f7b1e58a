import type { Aims, SourceFile } from '../model/aims';
import { BASELINE_FILE } from '../syntax/read-file';
import { fileNameOf } from '../text/path';
import type { Baseline } from './baseline';
import { likeness } from './sketch';

const ENOUGH = 0.5;

/** A file that keeps its name only moved: between copies of one form the name decides. */
const SAME_NAME = 0.25;

/**
 * Where the files of a baseline are now. A file that is gone is looked for, by its lines, among those the baseline does
 * not know: the likest of them is the same file under another name. Each is taken once.
 */
export function filesNow(aims: Aims, { sketches }: Baseline): ReadonlyMap<string, string> {
  const found = new Map([...sketches.keys()].filter((path) => aims.files.has(path)).map((path) => [path, path]));
  const gone = [...sketches].filter(([path]) => !found.has(path));
  if (gone.length === 0) return found;
  const unknown = [...aims.files.values()].filter(({ path }) => !sketches.has(path) && path !== BASELINE_FILE);
  const pairs = gone.flatMap(([path, sketch]) => unknown.flatMap((file) => pairOf(path, sketch, file) ?? []));
  const taken = new Set<string>();
  for (const { path, file } of pairs.sort((a, b) => b.score - a.score)) {
    if (found.has(path) || taken.has(file)) continue;
    found.set(path, file);
    taken.add(file);
  }
  return found;
}

function pairOf(path: string, sketch: string, file: SourceFile) {
  const like = likeness(sketch, file);
  const score = like + (fileNameOf(path) === fileNameOf(file.path) ? SAME_NAME : 0);
  return like < ENOUGH ? undefined : { path, file: file.path, score };
}
