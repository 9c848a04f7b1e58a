import type { Framework } from '../framework/framework';
import type { Aims } from '../model/aims';
import type { FileView, Reference } from '../model/file-view';
import { isDenied } from './denied';

/** References that name a framework of the organization right before an id that it lacks. */
export const unknownOwn = (
  view: FileView,
  { config }: Aims,
): readonly { readonly reference: Reference; readonly framework: Framework }[] =>
  config.ownFrameworks.flatMap((framework) =>
    view.references
      .filter(
        ({ reason, subject, framework: id }) => id === framework.id && reason === 'explicit' && subject === 'unknown',
      )
      .filter(({ raw }) => !isDenied(view.file.text, raw.span))
      .map((reference) => ({ reference, framework })),
  );
