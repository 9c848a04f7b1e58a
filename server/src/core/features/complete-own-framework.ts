import type { Aims } from '../model/aims';
import type { FileView } from '../model/file-view';
import type { Suggestion } from './feature';
import { clauseSuggestions, controlSuggestions } from './suggestions';

/** `harbour-ai:` and what is typed of an id after it. */
export function completeOwnFramework(
  aims: Aims,
  view: FileView,
  before: string,
  offset: number,
): readonly Suggestion[] | undefined {
  if (aims.config.ownFrameworks.length === 0) return undefined;
  const typed = /(?:^|[^\p{L}\p{N}_.-])([a-z][a-z0-9-]*):([\p{L}\p{N}._-]*)$/u.exec(before);
  const framework = aims.config.ownFrameworks.find(({ id }) => id === typed?.[1]);
  if (!typed || !framework) return undefined;
  const span = {
    start: offset - (typed[2] ?? '').length,
    end: offset + (/^[\p{L}\p{N}._-]*/u.exec(view.file.text.slice(offset, offset + 40))?.[0].length ?? 0),
  };
  return [...controlSuggestions(aims, framework, span, '', undefined), ...clauseSuggestions(aims, framework, span)];
}
