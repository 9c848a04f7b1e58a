import { type Document, documentOf } from '../document/document';
import { matcher } from '../document/kinds';
import type { FrameworkId } from '../framework/framework';
import { memo, memo2 } from '../query/memo';
import { folderOf } from '../text/path';
import { placesOf } from '../text/places';
import type { Span } from '../text/span';
import type { Aims, SourceFile } from './aims';
import type { RawReference } from './facts';
import { withOwnReferences } from './own-references';
import { type FileContext, fileContext, type Resolution, resolve, type Subject, subjectOf } from './resolve';

/** A reference of which it is known what it means, and why. */
export interface Reference extends Resolution {
  readonly raw: RawReference;
  /** What the id is within its framework; `unknown` also where no framework of ours is meant. */
  readonly subject: Subject;
}

/** One file joined with configuration and frameworks. */
export interface FileView {
  readonly file: SourceFile;
  readonly document: Document;
  readonly context: FileContext;
  readonly references: readonly Reference[];
}

/** The references that stand within a span of the file, such as a cell, in the order of the text. */
export function referencesWithin(view: FileView, { start, end }: Span): readonly Reference[] {
  const { references, places } = ORDERED(view);
  const found: Reference[] = [];
  for (let at = places.firstFrom(start); ; at++) {
    const reference = references[at];
    if (!reference || reference.raw.span.start >= end) return found;
    if (reference.raw.span.end <= end) found.push(reference);
  }
}

const ORDERED = memo((view: FileView) => {
  const references = [...view.references].sort((a, b) => a.raw.span.start - b.raw.span.start);
  return { references, places: placesOf(references.map(({ raw }) => raw.span)) };
});

type Frameworks = Aims['frameworks'];

/** Derived once per file, configuration and default: an edit of one file costs that file. */
export function viewOf(aims: Aims, file: SourceFile): FileView {
  const fallback = fallbackFor(aims, file);
  const among = aimsFolders(aims).has(folderOf(file.path));
  const key = `${fallback ?? ''}${among ? '+' : ''}`;
  const known = VIEWS(file, aims.config);
  const hit = known.get(key);
  if (hit) return hit;
  const view = makeView(aims, file, fallback, among);
  known.set(key, view);
  return view;
}

const VIEWS = memo2((_file: SourceFile, _config: Aims['config']) => new Map<string, FileView>());

/** The views of all files that belong to the AIMS, in the order of their paths. */
export const viewsOf = memo((aims: Aims): readonly FileView[] =>
  [...aims.files.values()].map((file) => viewOf(aims, file)),
);

export const viewAt = (aims: Aims, path: string): FileView | undefined => {
  const file = aims.files.get(path);
  return file && viewOf(aims, file);
};

/** Folders in which a document names ISO/IEC 42001. */
const aimsFolders = memo(
  (aims: Aims): ReadonlySet<string> =>
    new Set([...aims.files.values()].filter(namesAims).map((file) => folderOf(file.path))),
);

function makeView(aims: Aims, file: SourceFile, fallback: FrameworkId | undefined, among: boolean): FileView {
  const context = fileContext(file, fallback, aims.config.frameworks, aims.frameworks);
  const own = aims.config.ownFrameworks;
  // A framework file defines its ids; it refers to nothing by them.
  const raw = aims.config.frameworkFiles.includes(file.path) ? [] : withOwnReferences(file, own);
  const references = raw.map((one) => join(one, context, aims.frameworks));
  return { file, document: documentOf(file, aims.config, aims.frameworks, among), context, references };
}

function join(raw: RawReference, context: FileContext, frameworks: Frameworks): Reference {
  const resolution = resolve(raw, context, frameworks);
  const framework = resolution.framework === undefined ? undefined : frameworks.get(resolution.framework);
  return { raw, ...resolution, subject: framework ? subjectOf(raw.form, raw.id, framework) : 'unknown' };
}

/** The configured default of a folder; where nothing is configured, ISO/IEC 42001 in a folder that speaks of it. */
function fallbackFor(aims: Aims, file: SourceFile): FrameworkId | undefined {
  const configured = aims.config.path === undefined ? undefined : CONFIGURED(file, aims.config).framework;
  if (configured !== undefined) return configured;
  if (aims.mode === 'adopted') return speaksOfAims(aims) ? '42001' : undefined;
  return undefined;
}

const CONFIGURED = memo2((file: SourceFile, config: Aims['config']): { readonly framework?: FrameworkId } => {
  const entry = config.defaults.find(({ glob }) => glob === '**' || matcher(glob)(file.path));
  return entry ? { framework: entry.framework } : {};
});

/** Whether anything in the folder names ISO/IEC 42001 or carries a document kind of ours. */
export const speaksOfAims = memo((aims: Aims): boolean => [...aims.files.values()].some(namesAims));

/** Whether this file names ISO/IEC 42001. */
export const namesAims = memo((file: SourceFile): boolean =>
  file.facts.standards.some((standard) => standard.framework === '42001'),
);
