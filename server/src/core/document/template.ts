import { FORM, TEMPLATE } from '../framework/document-words';
import { leftBy } from '../framework/synonyms';
import type { SourceFile } from '../model/aims';
import type { Heading, Placeholder, Text } from '../model/facts';
import { memo } from '../query/memo';
import type { DocumentStatus } from './document';

/** Enough unreplaced text that the document cannot be in use, whatever it is called and however long it is. */
const MANY_PLACEHOLDERS = 8;

/** One or two slip through a review; three nobody overlooks who read the document. */
const UNREAD_PLACEHOLDERS = 3;

/** So few words for each placeholder that the document is more of a form than of a text. */
const WORDS_PER_PLACEHOLDER = 50;

const IN_PATH = /(?:^|[/_. -])(?:templates?|vorlagen?|modeles?|plantillas?)(?=$|[/_. -])/i;

/** A form to be filled in: called a template by its path, title, second line or status, or full of unreplaced text. */
export function isTemplate(file: SourceFile, status: DocumentStatus | undefined, title: Text | undefined): boolean {
  if (status === 'template' || IN_PATH.test(file.path)) return true;
  if ([title, subtitleOf(file)].some((text) => text && TEMPLATE.test(text.text))) return true;
  return openPlaceholders(file).length >= MANY_PLACEHOLDERS || isMostlyOpen(file);
}

/** What is left of the form counts against what was written, so that a short document is a template sooner than a long one. */
function isMostlyOpen(file: SourceFile): boolean {
  const left = unreplaced(file);
  return isUnread(left) && wordsWritten(file, left) < left.length * WORDS_PER_PLACEHOLDER;
}

/** So much unreplaced text that whoever approved the document has not read it. */
export const isUnread = (left: readonly Placeholder[]): boolean => left.length >= UNREAD_PLACEHOLDERS;

/** The words of a document but for metadata, comments and what is still to be replaced. */
function wordsWritten({ text, facts }: SourceFile, left: readonly Placeholder[]): number {
  const body = text.slice(facts.frontMatter?.end ?? 0).replace(/<!--[\s\S]*?-->/g, '');
  const open = left.filter(({ span }) => span.start >= (facts.frontMatter?.end ?? 0));
  return countWords(body) - open.reduce((sum, one) => sum + countWords(one.text), 0);
}

const countWords = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0;

/** A heading right below the title is its second line. */
export function subtitleOf({ text, facts }: SourceFile): Heading | undefined {
  const [title, next] = facts.headings;
  return title && next && /^[\s#=-]*$/.test(text.slice(title.span.end, next.span.start)) ? next : undefined;
}

/** What is left to fill in. A procedure may end with the forms it asks people to use; their fields are meant to be empty. */
export const openPlaceholders = memo((file: SourceFile): readonly Placeholder[] => {
  const { facts } = file;
  if (facts.placeholders.length === 0) return facts.placeholders;
  const subtitle = subtitleOf(file);
  const forms = facts.headings.slice(1).filter((heading) => heading !== subtitle && FORM.test(heading.text));
  return facts.placeholders.filter(
    ({ span }) => !forms.some(({ section }) => section.start <= span.start && span.end <= section.end),
  );
});

/**
 * What makes a document unfinished: text of its form, and notes of its author. In a table a note stands for what is not
 * known of one row yet, as the result of an action, and a line of underscores is signed on paper.
 */
export const unreplaced = memo((file: SourceFile): readonly Placeholder[] => {
  const open = openPlaceholders(file);
  if (open.length === 0) return open;
  const tables = file.facts.grids.map(({ span }) => span);
  const inTable = ({ span }: Placeholder): boolean =>
    tables.some((table) => table.start <= span.start && span.end <= table.end);
  return open.filter((one) => {
    const by = leftBy(one.pattern);
    return by === 'form' || (by === 'author' && !inTable(one));
  });
});
