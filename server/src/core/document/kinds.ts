import { distance } from 'fastest-levenshtein';
import picomatch from 'picomatch';
import { ABOUT_OTHERS, GUIDE, namesAi, PROCEDURE, speaksOfAi } from '../framework/document-words';
import type { DocumentKind, Framework } from '../framework/framework';
import type { SourceFile } from '../model/aims';
import type { MetadataEntry, Text } from '../model/facts';
import { memo } from '../query/memo';
import { remember } from '../query/remember';
import type { Config } from '../records/config';
import { RECORD_TYPES } from '../records/record-types';
import { findStandards } from '../syntax/references/standards';
import { stemOf } from '../text/path';
import { normalize } from '../text/words';
import { kindByContent } from './kind-by-content';

/** What a document's kind was read from. */
export type KindReason = 'front matter' | 'configuration' | 'title' | 'file name' | 'content';

export interface RecognizedKind {
  readonly kind: DocumentKind;
  readonly reason: KindReason;
}

interface KindIndex {
  readonly byName: ReadonlyMap<string, DocumentKind>;
  /** Names as they stand in longer titles, between spaces. Longest first, so that the most telling one decides. */
  readonly inTitles: readonly (readonly [string, DocumentKind])[];
  readonly files: readonly (readonly [string, DocumentKind])[];
}

const INDEXES = new WeakMap<Framework, KindIndex>();

function indexOf(framework: Framework): KindIndex {
  const known = INDEXES.get(framework);
  if (known) return known;
  const kinds = [...framework.kinds.values()];
  const called = (kind: DocumentKind, names: readonly string[]) =>
    names.map((name) => [normalize(name), kind] as const);
  const alone = kinds.flatMap((kind) => called(kind, kind.alone ?? []));
  const names = kinds
    .flatMap((kind) => called(kind, [kind.title, ...kind.aliases]))
    .sort((a, b) => b[0].length - a[0].length);
  const codes = kinds.flatMap((kind) => [[normalize(kind.id), kind] as const, [normalize(kind.code), kind] as const]);
  const files = kinds.flatMap((kind) => kind.files.map((file) => [`-${file}-`, kind] as const));
  const index: KindIndex = {
    byName: new Map([...alone, ...names, ...codes]),
    inTitles: names.filter(([name]) => name.length >= 6).map(([name, kind]) => [` ${name} `, kind] as const),
    files: files.sort((a, b) => b[0].length - a[0].length),
  };
  INDEXES.set(framework, index);
  return index;
}

/** The kind that a misspelt one was meant to be; nothing where that is not plain. */
export const kindMeant = (written: string, framework: Framework): DocumentKind | undefined =>
  meantIn(framework)(normalize(written));

/** Many documents state the same. */
const meantIn = memo((framework: Framework) =>
  remember((name: string): DocumentKind | undefined => {
    const { byName } = indexOf(framework);
    if (name.length < 4 || byName.has(name)) return undefined;
    const most = name.length < 8 ? 1 : 2;
    const near = [...byName].filter(([known]) => distance(known, name) <= most).map(([, kind]) => kind);
    return new Set(near).size === 1 ? near[0] : undefined;
  }),
);

/**
 * Recognizes a document by front matter, configuration, title, file name and content, in that order. `amongAims`: another
 * document of its folder names ISO/IEC 42001, so that a short record need not speak of AI itself.
 */
export function recognizeKind(
  file: SourceFile,
  stated: MetadataEntry | undefined,
  title: Text | undefined,
  config: Config,
  framework: Framework | undefined,
  amongAims: boolean,
): RecognizedKind | undefined {
  if (!framework) return undefined;
  const index = indexOf(framework);
  const byStatement = stated && index.byName.get(normalize(stated.value));
  if (byStatement) return { kind: byStatement, reason: 'front matter' };
  const byGlob = config.kinds.find((entry) => matcher(entry.glob)(file.path));
  const configured = byGlob && framework.kinds.get(byGlob.kind);
  if (configured) return { kind: configured, reason: 'configuration' };
  if (isOverview(file) || isGuide(file, title) || isOfOtherStandard(file, title)) return undefined;
  const byTitle = title && kindByTitle(index, title.text);
  const byFile = byTitle ?? kindByFileName(index, file.path);
  if (!byFile) return byContent(framework, file, title);
  if (!isAboutAi(file) && !isNamedForAi(file, byFile) && !(amongAims && byFile.nature === 'record')) return undefined;
  return { kind: procedureBehind(framework, byFile, file) ?? byFile, reason: byTitle ? 'title' : 'file name' };
}

/** Lists of findings and maps of clauses hold the same headings without being any of these documents. */
function byContent(framework: Framework, file: SourceFile, title: Text | undefined): RecognizedKind | undefined {
  const kind = ABOUT_OTHERS.test(title?.text ?? '') ? undefined : kindByContent(framework, file);
  return kind && { kind, reason: 'content' };
}

/** An incident plan or a document control procedure may be anybody's: one of an AIMS speaks of AI somewhere. */
const isAboutAi = memo(
  ({ text, path }: SourceFile): boolean => speaksOfAi(text) || speaksOfAi(path.replaceAll('_', ' ')),
);

/** A register of bare rows has no prose that could speak of AI: `ai-risks.yaml` says it in its name. */
const isNamedForAi = ({ facts, path }: SourceFile, kind: DocumentKind): boolean =>
  facts.format !== 'markdown' && !HOLD_MORE.has(kind.id) && namesAi(stemOf(path).replaceAll('_', ' '));

/** Documents that may hold a list among other things: a bare list, such as `ai-datasets.yaml`, is not yet one of them. */
const HOLD_MORE: ReadonlySet<string> = new Set(RECORD_TYPES.flatMap(({ registers }) => registers.slice(1)));

/** Tells how to write such a document, and is none itself. */
const isGuide = (file: SourceFile, title: Text | undefined): boolean =>
  /(?:^|[/_. -])(?:guides?|how-?to|tutorials?)(?=$|[/_. -])/i.test(file.path) || GUIDE.test(title?.text ?? '');

/** A document called "impact assessment" that describes how assessments are made is the procedure, not a result. */
function procedureBehind(framework: Framework, kind: DocumentKind, file: SourceFile): DocumentKind | undefined {
  if (kind.id !== 'impact-assessment') return undefined;
  const describing = file.facts.headings.slice(1).filter((heading) => PROCEDURE.test(heading.text));
  return describing.length >= 3 ? framework.kinds.get('impact-assessment-procedure') : undefined;
}

/** A scope or an audit programme whose title or file name names another standard is that of another management system. */
function isOfOtherStandard(file: SourceFile, title: Text | undefined): boolean {
  const named = findStandards(`${title?.text ?? ''} / ${stemOf(file.path).replaceAll('-', ' ')}`, 0).map(
    (standard) => standard.framework,
  );
  if (named.length > 0 && !named.includes('42001')) return true;
  const inText = file.facts.standards.map((standard) => standard.framework);
  const ofOthers = inText.some((framework) => OTHER_SYSTEMS.has(framework)) && !inText.includes('42001');
  return /\b(?:ISMS|QMS|BCMS|PIMS|EMS)\b/.test(title?.text ?? '') || (ofOthers && !isHeadedByAi(file, title));
}

/** Its title speaks of AI, or several of its sections do. */
const isHeadedByAi = ({ facts }: SourceFile, title: Text | undefined): boolean =>
  speaksOfAi(title?.text ?? '') || facts.headings.filter((heading) => speaksOfAi(heading.text)).length >= 2;

/** Standards of other management systems: a document that names one of them and never ISO/IEC 42001 belongs to that. */
const OTHER_SYSTEMS: ReadonlySet<string> = new Set([
  '27001',
  '27701',
  '9001',
  '22301',
  'soc2',
  'cmmc',
  'pci-dss',
  'tisax',
]);

/** A README tells about the documents around it and is none of them. */
const isOverview = (file: SourceFile): boolean =>
  /^(?:readme|index|contributing|changelog|license|aims)$/.test(stemOf(file.path));

/** The longest name that stands in the title as whole words. */
function kindByTitle(index: KindIndex, title: string): DocumentKind | undefined {
  const whole = index.byName.get(normalize(title)) ?? index.byName.get(normalize(withoutBrackets(title)));
  if (whole) return whole;
  const text = ` ${normalize(withoutBrackets(title))} `;
  return index.inTitles.find(([name, kind]) => text.includes(name) && !isExcepted(kind, text))?.[1];
}

const isExcepted = ({ except }: DocumentKind, normalized: string): boolean =>
  except?.some((word) => normalized.includes(` ${normalize(word)} `)) ?? false;

/** The kind whose name a heading is, but for its number and what stands in brackets: `## 6. AI objectives (Clause 6.2)`. */
export const kindNamed = (framework: Framework, heading: string): DocumentKind | undefined =>
  indexOf(framework).byName.get(normalize(withoutBrackets(heading).replace(/^\s*(?:clause\s+)?[\d.]+[.):]?\s+/i, '')));

/** `AI Management System (AIMS) Policy` is an AI management system policy. */
const withoutBrackets = (title: string): string => title.replace(/\s*\([^()]*\)/g, '');

function kindByFileName(index: KindIndex, path: string): DocumentKind | undefined {
  const stem = `-${stemOf(path).replace(/[^\p{L}\p{N}]+/gu, '-')}-`;
  if (SAMPLE.test(stem)) return undefined;
  return index.files.find(([file, kind]) => stem.includes(file) && !isExcepted(kind, stem.replaceAll('-', ' ')))?.[1];
}

/** Data for trying a script out are no register. */
const SAMPLE = /^-(?:samples?|examples?|demo|dummy|test|beispiele?|exemples?|ejemplos?)-/i;

const MATCHERS = new Map<string, (path: string) => boolean>();

/** A compiled glob; configurations hold few, so that the map stays small. */
export function matcher(glob: string): (path: string) => boolean {
  const known = MATCHERS.get(glob);
  if (known) return known;
  const compiled = picomatch(glob, { dot: true });
  MATCHERS.set(glob, compiled);
  return compiled;
}
