import { memo } from '../query/memo';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import type { SourceFile } from './aims';

/** Blocks of code show what something looks like; what they name is no reference. */
export const fencesOf = memo((file: SourceFile): readonly { readonly span: Span }[] =>
  file.facts.format === 'markdown'
    ? matchesOf(/^[ \t]*(```|~~~).*(?:\r?\n(?![ \t]*\1).*)*/gmu, file.text).map((match) => ({
        span: { start: match.index, end: match.index + match[0].length },
      }))
    : [],
);
