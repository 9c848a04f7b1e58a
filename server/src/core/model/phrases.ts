import { isInForce } from '../document/in-force';
import { isJudged } from '../document/judged';
import { spokenHeadings, spokenText } from '../document/spoken-text';
import { memo } from '../query/memo';
import { wordsPattern } from '../records/worded-parts';
import { normalize } from '../text/words';
import type { Aims, SourceFile } from './aims';
import { type FileView, viewsOf } from './file-view';
import { linkedDocuments, refersOutside } from './linked-documents';

/** Something a document has to speak of in whatever words, in data. Phrases are written as the words of `PartData` are. */
export interface PhraseData {
  /** As the end of a sentence: `says nothing about …`. */
  readonly title: string;
  /** What a reader is told was looked for: plain English. */
  readonly like: string;
  /** What the quick fix inserts, to be filled in. */
  readonly line: string;
  /** The section of its kind of document that it belongs to, where that has not its own name. */
  readonly section?: string;
  /** Words that say enough in a heading. */
  readonly headings?: readonly string[];
  /** Words by which a document says that it is told in another place. */
  readonly elsewhere?: readonly string[];
  /** Custom or guidance: where it is missing, that is information only. */
  readonly customary?: boolean;
  readonly en: readonly string[];
  readonly de: readonly string[];
  readonly fr: readonly string[];
  readonly es: readonly string[];
}

/** Something a document has to speak of. */
export interface Topic extends Pick<PhraseData, 'title' | 'like' | 'line'> {
  readonly id: string;
  readonly section: string;
  readonly customary: boolean;
  /** To be tried on what a file tells its readers. */
  readonly phrases: RegExp;
  /** To be tried on its headings. */
  readonly headings: RegExp;
}

export type Topics = () => readonly Topic[];

/** The topics of a data file, whose patterns are made when one of them is first looked for. */
export function topicsIn(data: unknown): Topics {
  let topics: readonly Topic[] | undefined;
  return () => {
    // The data test checks the shape.
    topics ??= Object.entries(data as Readonly<Record<string, PhraseData>>).map(([id, one]) => ({
      id,
      title: one.title,
      like: one.like,
      line: one.line,
      section: one.section ?? id,
      customary: one.customary ?? false,
      phrases: wordsPattern([...one.en, ...one.de, ...one.fr, ...one.es, ...(one.elsewhere ?? [])]),
      headings: wordsPattern(one.headings ?? []),
    }));
    return topics;
  };
}

/** Which documents are asked about their topics, and where these may stand. */
export interface Question {
  readonly kind: string;
  readonly topics: Topics;
  /** Documents of the AIMS that it links to speak for it. */
  readonly linked: boolean;
  /** Kinds of documents that speak for it, too. */
  readonly kinds?: readonly string[];
}

/** Says what a document leaves out of all it should speak of. Its phrases are looked for once. */
export function unspokenTopics(question: Question): (aims: Aims, view: FileView) => readonly Topic[] {
  const { kind, topics, kinds = [] } = question;
  const unspokenIn = memo((file: SourceFile): readonly Topic[] => topics().filter((topic) => !speaksOf(file, topic)));
  const toldIn = memo((aims: Aims): ReadonlySet<Topic> => {
    const files = viewsOf(aims).filter((one) => isInForce(one) && kinds.includes(one.document.kind?.id ?? ''));
    return new Set(topics().filter((topic) => files.some(({ file }) => speaksOf(file, topic))));
  });
  return (aims, view) => {
    if (view.document.kind?.id !== kind || !isJudged(view)) return [];
    const unspoken = unspokenIn(view.file).filter(({ phrases }) => !statedIn(view).some((one) => phrases.test(one)));
    if (unspoken.length === 0 || refersOutside(aims, view.file)) return [];
    const linked = question.linked ? linkedDocuments(aims, view.file) : [];
    const told = toldIn(aims);
    return unspoken.filter((topic) => !told.has(topic) && !linked.some((file) => speaksOf(file, topic)));
  };
}

/** Fields of a record in front matter say it as well: `attendees: …`. What documents say of themselves does not count. */
const statedIn = memo(({ document, file }: FileView): readonly string[] => {
  const own = new Set(document.fields.values());
  return file.facts.metadata
    .filter((entry) => entry.source === 'front-matter' && entry.value !== '' && !own.has(entry))
    .map(({ key, value }) => ` ${normalize(`${key.replaceAll('_', ' ')} ${value}`)} `);
});

/** Whether a reader of the file comes across it. */
const speaksOf = (file: SourceFile, { phrases, headings }: Topic): boolean =>
  phrases.test(spokenText(file)) || spokenHeadings(file).some((heading) => headings.test(heading));
