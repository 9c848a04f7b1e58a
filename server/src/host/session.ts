import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { shippedFrameworks, withOwn } from '../core/framework/frameworks';
import type { Aims, SourceFile } from '../core/model/aims';
import { withoutFile as settingsWithoutFile } from '../core/records/read-config';
import { type MarkdownParser, readSource } from '../core/syntax/read-file';
import type { CivilDate } from '../core/text/civil-date';
import { diskPaths } from './disk-paths';
import { CONFIG_FILE, safeKindOfPath } from './folders';
import { wasMeasured } from './length-on-disk';
import { configOf, loadAims } from './load';
import { type Located, locate } from './locate';
import { readDocument } from './read-document';
import { includedBy, toRelative } from './walk';

export interface SessionOptions {
  readonly parse: MarkdownParser;
  readonly today: () => CivilDate;
}

/** A folder of the editor. `adopted` asks to check it as an AIMS although it has no `aims.yaml`. */
export interface Folder {
  readonly path: string;
  readonly adopted: boolean;
  /** Who looks: severities differ for them. */
  readonly profile?: string;
}

/** One AIMS of the session. Paths are absolute. */
export interface Root {
  readonly folder: string;
  readonly root: string;
  readonly aims: Aims;
  /** All of its files have been read: only then is anything known to be missing. */
  readonly complete: boolean;
}

/** The one writer of state: what the editor holds open, and every AIMS of its folders as an immutable value. */
export class Session {
  private folders: readonly Folder[] = [];
  private current: readonly Root[] = [];
  private readonly open_ = new Map<string, string>();
  private generation = 0;

  /** Called after anything changed. */
  onChange: () => void = () => {};

  constructor(private readonly options: SessionOptions) {}

  roots(): readonly Root[] {
    return this.current;
  }

  /** Reads the folders anew, in slices; a later call makes an earlier one stop. */
  async setFolders(folders: readonly Folder[], onProgress?: (done: number, total: number) => void): Promise<void> {
    this.folders = folders;
    const generation = ++this.generation;
    const located = uniqueRoots(folders.flatMap((folder) => locate(folder.path).map((root) => ({ folder, root }))));
    this.current = located.map(
      ({ folder, root }) => this.current.find((known) => known.root === root.root) ?? this.emptyRoot(folder, root),
    );
    for (const { folder, root } of located) {
      const aims = await loadAims(root, { ...this.loadOptions(folder, root), ...(onProgress ? { onProgress } : {}) });
      if (generation !== this.generation) return;
      this.put({ folder: folder.path, root: root.root, aims: this.withOpenFiles(root.root, aims), complete: true });
    }
    this.onChange();
  }

  /** Reads everything anew, for clients that do not watch files. */
  rescan = (): Promise<void> => this.setFolders(this.folders);

  private loadOptions(folder: Folder, located: Located) {
    const mode = located.configPath !== undefined ? 'configured' : folder.adopted ? 'adopted' : 'quiet';
    const { profile } = folder;
    return { mode, profile, today: this.options.today(), parse: this.options.parse, overlay: this.open_ } as const;
  }

  private emptyRoot(folder: Folder, located: Located): Root {
    const { mode, today } = this.loadOptions(folder, located);
    const aims = {
      mode,
      files: new Map(),
      paths: diskPaths(located.root, []),
      config: settingsWithoutFile(folder.profile),
      frameworks: shippedFrameworks(),
      today,
    };
    return { folder: folder.path, root: located.root, aims, complete: false };
  }

  /** What was typed while the disk was read. */
  private withOpenFiles(root: string, aims: Aims): Aims {
    const changed = [...this.open_].filter(
      ([file, text]) => isBelow(root, file) && aims.files.get(toRelative(root, file))?.text !== text,
    );
    return changed.reduce((value, [file, text]) => this.withText(root, value, toRelative(root, file), text), aims);
  }

  private put(root: Root): void {
    this.current = this.current.some((known) => known.root === root.root)
      ? this.current.map((known) => (known.root === root.root ? root : known))
      : [...this.current, root];
  }

  /** The AIMS a file belongs to: the deepest root above it. */
  locate(file: string): { readonly root: Root; readonly path: string } | undefined {
    const root = [...this.current]
      .filter((candidate) => isBelow(candidate.root, file))
      .sort((a, b) => b.root.length - a.root.length)[0];
    return root && { root, path: toRelative(root.root, file) };
  }

  /** A file that belongs to no folder gets a quiet root of its own. */
  open(file: string, text: string): void {
    this.open_.set(file, text);
    if (!this.locate(file)) {
      const folder = { path: dirname(file), adopted: false };
      this.put({ ...this.emptyRoot(folder, { root: folder.path }), complete: true });
    }
    this.setText(file, text);
  }

  change(file: string, text: string): void {
    this.open_.set(file, text);
    this.setText(file, text);
  }

  /** From now on the disk speaks for the file again. */
  close(file: string): void {
    this.open_.delete(file);
    this.filesChanged([file]);
  }

  private setText(file: string, text: string): void {
    const found = this.locate(file);
    if (!found || found.root.aims.files.get(found.path)?.text === text) return;
    this.put({ ...found.root, aims: this.withText(found.root.root, found.root.aims, found.path, text) });
    for (const root of this.extendersOf(file)) this.put({ ...root, aims: this.withSettings(root.root, root.aims) });
    this.onChange();
  }

  /** A new value that shares everything but this file; derivations are carried over by identity. */
  private withText(root: string, aims: Aims, path: string, text: string): Aims {
    if (!isTaken(aims, path)) return aims;
    const changed = withFile(aims, readSource(path, text, this.options.parse));
    return path === CONFIG_FILE ? this.withSettings(root, changed) : changed;
  }

  /** The settings as they are now, on disk and in the editor. */
  private withSettings(root: string, aims: Aims): Aims {
    if (aims.mode !== 'configured') return aims;
    const folder = this.folders.find(({ path }) => path === this.current.find((one) => one.root === root)?.folder);
    const located = { root, configPath: join(root, CONFIG_FILE) };
    const config = configOf(located, { overlay: this.open_, profile: folder?.profile });
    return { ...aims, config, frameworks: withOwn(config.ownFrameworks) };
  }

  /** The AIMS whose settings extend a file or load a framework from it. */
  private extendersOf = (file: string): readonly Root[] =>
    this.current.filter(({ root, aims: { config } }) =>
      [...config.sources.slice(1), ...config.frameworkFiles].includes(toRelative(root, file)),
    );

  /** Files that were created, changed or deleted on disk. A change of `aims.yaml` itself reads everything anew. */
  filesChanged(files: readonly string[]): void {
    if (files.some((file) => this.settingsMoved(file))) {
      void this.rescan();
      return;
    }
    for (const file of files) if (!this.open_.has(file)) this.readAgain(file);
    this.current = this.current.map((root) => ({
      ...root,
      aims: { ...root.aims, paths: diskPaths(root.root, root.aims.files.keys()) },
    }));
    this.onChange();
  }

  /** Whether what a file holds matters: it is read, or marks a root, or somebody cites its lines. */
  isConcerned(file: string): boolean {
    const found = this.locate(file);
    const isRead = found !== undefined && isTaken(found.root.aims, found.path);
    return isRead || wasMeasured(file) || file.endsWith(`${sep}${CONFIG_FILE}`) || this.extendersOf(file).length > 0;
  }

  private settingsMoved(file: string): boolean {
    if (file.endsWith(`${sep}${CONFIG_FILE}`) && this.configMoved(file)) return true;
    return !this.open_.has(file) && this.extendersOf(file).length > 0;
  }

  /** The file marks a root that is not known yet, or no longer, or says otherwise which files belong to it. */
  private configMoved(file: string): boolean {
    const known = this.current.find((root) => join(root.root, CONFIG_FILE) === file);
    const exists = safeKindOfPath(file) === 'file';
    if (!known || (known.aims.config.path !== undefined) !== exists) return true;
    return exists && !this.open_.has(file);
  }

  private readAgain(file: string): void {
    const found = this.locate(file);
    if (!found || !isTaken(found.root.aims, found.path)) return;
    const kind = safeKindOfPath(file);
    const aims =
      kind === 'file'
        ? withFile(found.root.aims, readDocument(found.path, file, this.options.parse))
        : withoutFile(found.root.aims, found.path);
    this.put({ ...found.root, aims });
  }
}

/** Folders of the editor may hold one another, and an AIMS above a folder governs it as well: each is read once. */
const uniqueRoots = <L extends { readonly root: Located }>(located: readonly L[]): readonly L[] =>
  located.filter((one, index) => located.findIndex(({ root }) => root.root === one.root.root) === index);

function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}

/** Whether a path belongs to the AIMS; what is read already does. */
const isTaken = (aims: Aims, path: string): boolean =>
  aims.files.has(path) || (includedBy(aims.config)(path) && !/(?:^|\/)(?:\.|node_modules\/)/.test(path));

function withFile(aims: Aims, file: SourceFile): Aims {
  const files = new Map(aims.files);
  files.set(file.path, file);
  return { ...aims, files };
}

function withoutFile(aims: Aims, path: string): Aims {
  const files = new Map(aims.files);
  files.delete(path);
  return { ...aims, files };
}
