import picomatch from 'picomatch';
import type { DocumentKind, Framework } from '../framework/framework';
import type { SourceFile } from '../model/aims';
import type { MetadataEntry, Text } from '../model/facts';
import type { Config } from '../records/config';
import { findStandards } from '../syntax/references/standards';
import { stemOf } from '../text/path';
import { normalize } from '../text/words';

/** What a document's kind was read from. */
export type KindReason = 'front matter' | 'configuration' | 'title' | 'file name';

export interface RecognizedKind {
  readonly kind: DocumentKind;
  readonly reason: KindReason;
}

interface KindIndex {
  readonly byName: ReadonlyMap<string, DocumentKind>;
  /** Longest names first, so that the most telling one decides. */
  readonly names: readonly (readonly [string, DocumentKind])[];
  readonly files: readonly (readonly [string, DocumentKind])[];
}

const INDEXES = new WeakMap<Framework, KindIndex>();

function indexOf(framework: Framework): KindIndex {
  const known = INDEXES.get(framework);
  if (known) return known;
  const kinds = [...framework.kinds.values()];
  const named = (kind: DocumentKind) => [kind.title, ...kind.aliases].map((name) => [normalize(name), kind] as const);
  const names = kinds.flatMap(named).sort((a, b) => b[0].length - a[0].length);
  const codes = kinds.flatMap((kind) => [[normalize(kind.id), kind] as const, [normalize(kind.code), kind] as const]);
  const files = kinds.flatMap((kind) => kind.files.map((file) => [file, kind] as const));
  const index: KindIndex = {
    byName: new Map([...names, ...codes]),
    names,
    files: files.sort((a, b) => b[0].length - a[0].length),
  };
  INDEXES.set(framework, index);
  return index;
}

/** Recognizes a document by front matter, configuration, title and file name, in that order. */
export function recognizeKind(
  file: SourceFile,
  stated: MetadataEntry | undefined,
  title: Text | undefined,
  config: Config,
  framework: Framework | undefined,
): RecognizedKind | undefined {
  if (!framework) return undefined;
  const index = indexOf(framework);
  const byStatement = stated && index.byName.get(normalize(stated.value));
  if (byStatement) return { kind: byStatement, reason: 'front matter' };
  const byGlob = config.kinds.find((entry) => matcher(entry.glob)(file.path));
  const configured = byGlob && framework.kinds.get(byGlob.kind);
  if (configured) return { kind: configured, reason: 'configuration' };
  if (isOverview(file) || isOfOtherStandard(file, title)) return undefined;
  const byTitle = title && kindByTitle(index, title.text);
  if (byTitle) return { kind: byTitle, reason: 'title' };
  const byFile = kindByFileName(index, file.path);
  return byFile && { kind: byFile, reason: 'file name' };
}

/** A scope or an audit programme whose title or file name names another standard is that of another management system. */
function isOfOtherStandard(file: SourceFile, title: Text | undefined): boolean {
  const named = findStandards(`${title?.text ?? ''} / ${stemOf(file.path).replaceAll('-', ' ')}`, 0).map(
    (standard) => standard.framework,
  );
  return (named.length > 0 && !named.includes('42001')) || /\b(?:ISMS|QMS|BCMS|PIMS|EMS)\b/.test(title?.text ?? '');
}

/** A README tells about the documents around it and is none of them. */
const isOverview = (file: SourceFile): boolean =>
  /^(?:readme|index|contributing|changelog|license|aims)$/.test(stemOf(file.path));

/** The longest name that stands in the title as whole words. */
function kindByTitle(index: KindIndex, title: string): DocumentKind | undefined {
  const text = ` ${normalize(title)} `;
  const trimmed = text.trim();
  return index.byName.get(trimmed) ?? index.names.find(([name]) => name.length >= 6 && text.includes(` ${name} `))?.[1];
}

function kindByFileName(index: KindIndex, path: string): DocumentKind | undefined {
  const stem = `-${stemOf(path).replace(/[^\p{L}\p{N}]+/gu, '-')}-`;
  return index.files.find(([file]) => stem.includes(`-${file}-`))?.[1];
}

const MATCHERS = new Map<string, (path: string) => boolean>();

/** A compiled glob; configurations hold few, so that the map stays small. */
export function matcher(glob: string): (path: string) => boolean {
  const known = MATCHERS.get(glob);
  if (known) return known;
  const compiled = picomatch(glob, { dot: true });
  MATCHERS.set(glob, compiled);
  return compiled;
}
