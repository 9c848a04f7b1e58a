import type { SourceFile } from '../model/aims';
import { memo } from '../query/memo';
import { applyEdits } from '../text/edit';
import { noProse } from '../text/no-prose';
import { normalize } from '../text/words';

/**
 * What a Markdown file tells its readers, normalized, with a blank at both ends: without front matter, code and comments,
 * and without what somebody still has to fill in.
 */
export const spokenText = memo(({ text, facts }: SourceFile): string => {
  const silent = [...noProse(text), ...facts.placeholders.map(({ span }) => span)];
  return padded(
    applyEdits(
      text,
      silent.map((span) => ({ span, newText: ' ' })),
    ),
  );
});

/** The headings below the title of a file, in the same form. */
export const spokenHeadings = memo(({ facts }: SourceFile): readonly string[] =>
  facts.headings.slice(1).map(({ text }) => padded(text)),
);

const padded = (text: string): string => ` ${normalize(text)} `;
