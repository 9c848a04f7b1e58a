import type { SourceFile } from '../model/aims';
import type { Text } from '../model/facts';
import type { DocumentStatus } from './document';

/** Enough unreplaced text that the document cannot be in use, whatever it is called. */
const MANY_PLACEHOLDERS = 8;

/** A form to be filled in: called a template by its path, status or title, or full of unreplaced text. */
export function isTemplate(file: SourceFile, status: DocumentStatus | undefined, title: Text | undefined): boolean {
  if (status === 'template') return true;
  if (/(?:^|[/_. -])(?:templates?|vorlagen?|modeles?|plantillas?)(?=$|[/_. -])/i.test(file.path)) return true;
  if (title && /\b(?:template|vorlage|modèle|plantilla)\b/i.test(title.text)) return true;
  return file.facts.placeholders.length >= MANY_PLACEHOLDERS;
}
