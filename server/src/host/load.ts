import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { withOwn } from '../core/framework/frameworks';
import type { Aims, Mode, SourceFile } from '../core/model/aims';
import type { Config } from '../core/records/config';
import { readConfig, withoutFile } from '../core/records/read-config';
import { type MarkdownParser, readSource } from '../core/syntax/read-file';
import type { CivilDate } from '../core/text/civil-date';
import { diskPaths } from './disk-paths';
import { CONFIG_FILE } from './folders';
import type { Located } from './locate';
import { loadMarkdownParser } from './markdown-parser';
import { readDocument, readText } from './read-document';
import { sharedSettings } from './shared-settings';
import { walk } from './walk';

export interface LoadOptions {
  /** By default `configured` where there is an `aims.yaml`, else `adopted`. */
  readonly mode?: Mode;
  readonly today: CivilDate;
  readonly parse?: MarkdownParser;
  /** Text that stands in for that on disk, by absolute path. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** Who looks: severities differ for them. */
  readonly profile?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Files read between two pauses: a pause lets answers through and gives native memory back. */
const SLICE = 64;

/** Reads one AIMS from disk. */
export async function loadAims(located: Located, options: LoadOptions): Promise<Aims> {
  const parse = options.parse ?? (await loadMarkdownParser());
  const config = configOf(located, options);
  const paths = [...walk(located.root, config)];
  const files = new Map<string, SourceFile>();
  for (const [index, path] of paths.entries()) {
    files.set(path, readOne(located.root, path, parse, options.overlay));
    if (index % SLICE === SLICE - 1) {
      options.onProgress?.(index + 1, paths.length);
      await setImmediate();
    }
  }
  return {
    mode: options.mode ?? (located.configPath === undefined ? 'adopted' : 'configured'),
    files,
    paths: diskPaths(located.root, paths),
    config,
    frameworks: withOwn(config.ownFrameworks),
    today: options.today,
  };
}

function readOne(root: string, path: string, parse: MarkdownParser, overlay: LoadOptions['overlay']): SourceFile {
  const absolute = join(root, path);
  const open = overlay?.get(absolute);
  return open === undefined ? readDocument(path, absolute, parse) : readSource(path, open, parse);
}

/** The settings of an AIMS; a file that cannot be read counts as empty, and is reported among the files. */
export function configOf(located: Located, { overlay, profile }: Pick<LoadOptions, 'overlay' | 'profile'>): Config {
  if (located.configPath === undefined) return withoutFile(profile);
  const text = overlay?.get(located.configPath) ?? readText(located.configPath, 1 << 20);
  const shared = sharedSettings(located.root, overlay);
  return readConfig(CONFIG_FILE, typeof text === 'string' ? text : '', { shared, profile });
}
