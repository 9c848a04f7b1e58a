import { type FoundSection, sectionsOf } from '../document/sections';
import type { Section } from '../framework/framework';
import type { Heading } from '../model/facts';
import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { groupBy } from '../query/group';

/** Lines for a section of a document; without a section they are put at its end. */
export interface Part {
  readonly section: Section | undefined;
  readonly lines: readonly string[];
}

/**
 * Writes lines into the sections they belong to. A section that is not there gets its heading where its kind of document has
 * it: after the section before it, else before the one after it, else at the end. Nothing where the document is one table,
 * whose columns are the sections.
 */
export function insertParts(title: string, view: FileView, parts: readonly Part[]): readonly Fix[] {
  if (view.file.facts.format !== 'markdown' || isTable(view)) return [];
  const insertions = [...groupBy(parts, (part) => part.section)].map(([section, of]) =>
    insertionOf(
      view,
      section,
      of.flatMap(({ lines }) => lines),
    ),
  );
  const edits = [...groupBy(insertions, ({ at }) => at)].map(([at, some]) => ({
    file: view.file.path,
    span: { start: at, end: at },
    newText: spaced(view.file.text, at, some.map(({ text }) => text).join('\n\n')),
  }));
  const [first, ...others] = edits;
  if (!first) return [];
  const placeholder = /\[Insert[^\]]*\]/.exec(first.newText)?.[0];
  const selected = { ...first, ...(placeholder === undefined ? {} : { placeholder }) };
  return [{ title, preferred: false, safe: false, edits: [selected, ...others] }];
}

interface HeadedSection {
  readonly section: Section;
  readonly heading: Heading;
}

function headedSections(view: FileView): readonly HeadedSection[] {
  const { headings } = view.file.facts;
  return sectionsOf(view).found.flatMap(({ section, heading: text }) => {
    const heading = text && headings.find((one) => one.span.start === text.span.start);
    return heading ? [{ section, heading }] : [];
  });
}

/** More of its sections stand in the head of a table than under headings. */
function isTable(view: FileView): boolean {
  const starts = new Set(view.file.facts.grids.flatMap((grid) => grid.header.map(({ span }) => span.start)));
  const inGrid = ({ heading }: FoundSection): boolean => heading !== undefined && starts.has(heading.span.start);
  return sectionsOf(view).found.filter(inGrid).length > headedSections(view).length;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function insertionOf(view: FileView, section: Section | undefined, lines: readonly string[]): Insertion {
  const { file, document } = view;
  const end = file.text.trimEnd().length;
  const body = lines.join('\n\n');
  const found = headedSections(view);
  if (!section) return { at: end, text: body };
  const own = found.find((one) => one.section === section);
  if (own) return { at: endOfText(view, own.heading), text: body };
  const order = document.kind?.sections ?? [];
  const place = order.indexOf(section);
  const before = found.filter((one) => order.indexOf(one.section) < place).at(-1)?.heading;
  const after = found.find((one) => order.indexOf(one.section) > place)?.heading;
  const depth = before?.depth ?? after?.depth ?? 2;
  const at = before ? Math.min(before.section.end, end) : (after?.span.start ?? end);
  return { at, text: `${'#'.repeat(depth)} ${section.title}\n\n${body}` };
}

/** Where the text right below a heading ends. */
function endOfText({ file }: FileView, heading: Heading): number {
  const next = file.facts.headings.find((one) => one.section.start > heading.section.start);
  const end = Math.min(heading.section.end, next?.section.start ?? file.text.length);
  return file.text.slice(0, end).trimEnd().length;
}

/** With one empty line before and after, in the line breaks of the document. */
function spaced(text: string, at: number, inserted: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.slice(0, at).replaceAll('\r', '');
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const rest = text.slice(at).replaceAll('\r', '');
  const trail = rest.trim() === '' || rest.startsWith('\n\n') ? '' : rest.startsWith('\n') ? '\n' : '\n\n';
  return `${lead}${inserted}${trail}`.replaceAll('\n', newline);
}
