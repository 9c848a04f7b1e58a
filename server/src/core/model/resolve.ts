import type { Framework, FrameworkId } from '../framework/framework';
import { metadataField } from '../framework/synonyms';
import { findStandards, hasAnnexControls, hasClauses } from '../syntax/references/standards';
import type { SourceFile } from './aims';
import type { RawReference } from './facts';

/** Which rule decided what standard an id belongs to, strongest first; `none` where nothing did. */
export type Reason =
  | 'explicit'
  | 'column'
  | 'line'
  | 'heading'
  | 'path'
  | 'declared'
  | 'only-standard'
  | 'default'
  | 'unique'
  | 'none';

export interface Resolution {
  readonly framework?: FrameworkId;
  readonly reason: Reason;
}

/** What a file says about its ids as a whole. */
export interface FileContext {
  readonly path: { readonly annex?: FrameworkId; readonly clause?: FrameworkId };
  /** What the document says of itself that it is written for. */
  readonly declared: { readonly annex?: FrameworkId; readonly clause?: FrameworkId };
  readonly only: { readonly annex?: FrameworkId; readonly clause?: FrameworkId };
  readonly fallback?: FrameworkId;
  /** The frameworks this AIMS is written for. */
  readonly frameworks: readonly FrameworkId[];
}

export function fileContext(
  file: SourceFile,
  fallback: FrameworkId | undefined,
  frameworks: readonly FrameworkId[],
  known: ReadonlyMap<FrameworkId, Framework>,
): FileContext {
  const inPath = findStandards(file.path.replaceAll('/', ' / '), 0).map((standard) => standard.framework);
  const inText = file.facts.standards.map((standard) => standard.framework);
  const declared = declaredIn(file, known);
  return {
    path: { ...single('annex', inPath, hasAnnexControls), ...single('clause', inPath, hasClauses) },
    declared: {
      ...single('annex', declared, hasAnnexControls),
      ...single('clause', declared, hasClauses),
    },
    only: { ...single('annex', inText, hasAnnexControls), ...single('clause', inText, hasClauses) },
    ...(fallback === undefined ? {} : { fallback }),
    frameworks,
  };
}

/** The standards a document says of itself that it is for, by their names or as in `aims.yaml`; it may name others all the same. */
function declaredIn(file: SourceFile, known: ReadonlyMap<FrameworkId, Framework>): readonly FrameworkId[] {
  const entry = file.facts.metadata.find(({ key }) => metadataField(key) === 'frameworks');
  return (
    entry?.items.flatMap(({ text }) => {
      const named = findStandards(text, 0).map(({ framework }) => framework);
      const id = text.split(':', 1)[0]?.trim() ?? '';
      return named.length === 0 && known.has(id) ? [id] : named;
    }) ?? []
  );
}

function single<K extends string>(key: K, named: readonly FrameworkId[], suits: (framework: FrameworkId) => boolean) {
  const suiting = [...new Set(named.filter(suits))];
  return (suiting.length === 1 ? { [key]: suiting[0] } : {}) as { readonly [P in K]?: FrameworkId };
}

/**
 * Which standard an id means. The first of these that is given decides: named just before the id, column header, same
 * line, nearest enclosing heading, path, the one standard the document says it is for, the only one it names, the default of
 * the folder. The last four are weak: an id that only ISO/IEC 27001 has is one of its controls then, not a slip.
 */
export function resolve(
  raw: RawReference,
  file: FileContext,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
): Resolution {
  if (raw.explicit !== undefined) return { framework: raw.explicit, reason: 'explicit' };
  if (raw.column !== undefined) return { framework: raw.column, reason: 'column' };
  if (raw.line !== undefined) return { framework: raw.line, reason: 'line' };
  if (raw.heading !== undefined) return { framework: raw.heading, reason: 'heading' };
  const side = raw.form === 'clause' ? 'clause' : 'annex';
  const path = file.path[side];
  if (path !== undefined) return weak(raw, path, 'path', frameworks);
  const declared = file.declared[side];
  if (declared !== undefined) return weak(raw, declared, 'declared', frameworks);
  const only = file.only[side];
  if (only !== undefined) return weak(raw, only, 'only-standard', frameworks);
  const fallback = file.fallback === undefined ? undefined : frameworks.get(file.fallback);
  // A framework of the organization as default takes the ids that it has, and no others.
  const lacksIt = fallback?.own !== undefined && subjectOf(raw.form, raw.id, fallback) === 'unknown';
  return file.fallback === undefined || lacksIt
    ? byUniqueness(raw, file, frameworks)
    : weak(raw, file.fallback, 'default', frameworks);
}

/** Clause numbers are shared by the standards of the harmonized structure; an id of one Annex A alone can only be that. */
function byUniqueness(
  raw: RawReference,
  file: FileContext,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
): Resolution {
  const having = file.frameworks.filter((id) => {
    const framework = frameworks.get(id);
    return framework !== undefined && subjectOf(raw.form, raw.id, framework) !== 'unknown';
  });
  const first = having[0];
  const decided = first !== undefined && (having.length === 1 || raw.form === 'clause');
  return decided ? { framework: first, reason: 'unique' } : { reason: 'none' };
}

function weak(
  raw: RawReference,
  framework: FrameworkId,
  reason: Reason,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
): Resolution {
  const known = raw.form !== 'annex-a' || framework !== '42001' || isOfAnnex(frameworks.get('42001'), raw.id);
  const elsewhere = !known && frameworks.get('27001')?.controls.has(raw.id) === true;
  return { framework: elsewhere ? '27001' : framework, reason };
}

const isOfAnnex = (framework: Framework | undefined, id: string): boolean =>
  framework !== undefined &&
  (framework.controls.has(id) || framework.objectives.has(id) || reservedIds(framework).has(id));

const RESERVED = new WeakMap<Framework, ReadonlySet<string>>();

/** The numbers that objective statements occupy (A.2.1, A.6.1.1 …). */
export function reservedIds(framework: Framework): ReadonlySet<string> {
  const known = RESERVED.get(framework);
  if (known) return known;
  const ids = new Set([...framework.objectives.values()].flatMap((objective) => objective.reserved ?? []));
  RESERVED.set(framework, ids);
  return ids;
}

export type Subject = 'control' | 'objective' | 'annex-b' | 'clause' | 'unknown';

/** What an id is within its framework. The number of an objective statement counts as that objective. */
export function subjectOf(form: RawReference['form'], id: string, framework: Framework): Subject {
  if (form === 'clause') return framework.clauses.has(id) ? 'clause' : 'unknown';
  if (form === 'annex-b') return isOfAnnex(framework, id.replace(/^B/, 'A')) ? 'annex-b' : 'unknown';
  if (framework.controls.has(id)) return 'control';
  return framework.objectives.has(id) || reservedIds(framework).has(id) ? 'objective' : 'unknown';
}

/** `42001:A.7.4`, `42001:6.1.3(f)`: how an id is written where several standards are around. */
export const canonicalId = (framework: FrameworkId, id: string, item?: string): string =>
  `${framework}:${id}${item === undefined ? '' : `(${item})`}`;

/** How a message says which standard was understood, and why. */
export function describeReason(reason: Reason): string {
  const words: Record<Reason, string> = {
    explicit: 'it is named just before the id',
    column: 'the column header names it',
    line: 'the same line names it',
    heading: 'the enclosing heading names it',
    path: 'the path names it',
    'only-standard': 'it is the only standard this file names',
    declared: 'this document says that it is written for it',
    default: 'it is the default of this folder',
    unique: 'no other framework of this AIMS has this id',
    none: 'nothing near the id names a standard',
  };
  return words[reason];
}
