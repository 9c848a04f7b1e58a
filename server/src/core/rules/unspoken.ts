import type { FileView } from '../model/file-view';
import type { Topic } from '../model/phrases';
import { titlePlace } from '../model/title-place';
import { insertParts } from './insert-parts';
import { listed } from './listed';
import type { Report } from './rule';

/** How a report about what a document leaves out begins and ends. */
export interface Wording {
  /** `This AI policy`. */
  readonly document: string;
  /** `Clause 5.2 asks for it.` */
  readonly asks: string;
  /** Names the finding among others of the document. */
  readonly subject: string;
}

/** What a document does not speak of, and what was looked for: what is asked for in one report, what is customary in another. */
export function* reportUnspoken(view: FileView, topics: readonly Topic[], wording: Wording): Iterable<Report> {
  const asked = topics.filter(({ customary }) => !customary);
  const custom = topics.filter(({ customary }) => customary);
  if (asked.length > 0) yield report(view, asked, wording);
  if (custom.length > 0)
    yield { ...report(view, custom, { ...wording, subject: `${wording.subject}:custom` }), severity: 'info' };
}

const report = (view: FileView, topics: readonly Topic[], { document, asks, subject }: Wording): Report => ({
  ...titlePlace(view),
  message: `${document} says nothing about ${titles(topics)}. ${lookedFor(topics)} ${asks}`,
  framework: '42001',
  subject: `document:${subject}`,
  fixes: insertTopics(view, topics),
});

const titles = (topics: readonly Topic[]): string =>
  listed(
    topics.map(({ title }) => title),
    'or',
  );

/** What the title says already is not said again. */
function lookedFor(topics: readonly Topic[]): string {
  const likes = topics.filter(({ title, like }) => !title.includes(like)).map(({ like }) => `"${like}"`);
  const examples = likes.length > 3 ? [...likes.slice(0, 2), 'others'] : likes;
  if (examples.length === 0) return 'It was looked for in four languages.';
  return `Words like ${listed(examples, 'and')} were looked for in four languages.`;
}

function insertTopics(view: FileView, topics: readonly Topic[]) {
  const sections = view.document.kind?.sections ?? [];
  const title = topics.length === 1 ? 'Insert a line about it, to be filled in' : 'Insert lines about them';
  return insertParts(
    title,
    view,
    topics.map(({ section, line }) => ({ section: sections.find(({ id }) => id === section), lines: [line] })),
  );
}
