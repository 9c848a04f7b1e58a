import { FORM, TEMPLATE } from '../framework/document-words';
import type { SourceFile } from '../model/aims';
import type { Heading, Placeholder, Text } from '../model/facts';
import { memo } from '../query/memo';
import type { DocumentStatus } from './document';

/** Enough unreplaced text that the document cannot be in use, whatever it is called. */
const MANY_PLACEHOLDERS = 8;

const IN_PATH = /(?:^|[/_. -])(?:templates?|vorlagen?|modeles?|plantillas?)(?=$|[/_. -])/i;

/** A form to be filled in: called a template by its path, title, second line or status, or full of unreplaced text. */
export function isTemplate(file: SourceFile, status: DocumentStatus | undefined, title: Text | undefined): boolean {
  if (status === 'template' || IN_PATH.test(file.path)) return true;
  if ([title, subtitleOf(file)].some((text) => text && TEMPLATE.test(text.text))) return true;
  return openPlaceholders(file).length >= MANY_PLACEHOLDERS;
}

/** A heading right below the title is its second line. */
export function subtitleOf({ text, facts }: SourceFile): Heading | undefined {
  const [title, next] = facts.headings;
  return title && next && /^[\s#=-]*$/.test(text.slice(title.span.end, next.span.start)) ? next : undefined;
}

/** What is left to fill in. A procedure may end with the forms it asks people to use; their fields are meant to be empty. */
export const openPlaceholders = memo((file: SourceFile): readonly Placeholder[] => {
  const { facts } = file;
  const subtitle = subtitleOf(file);
  const forms = facts.headings.slice(1).filter((heading) => heading !== subtitle && FORM.test(heading.text));
  return facts.placeholders.filter(
    ({ span }) => !forms.some(({ section }) => section.start <= span.start && span.end <= section.end),
  );
});
