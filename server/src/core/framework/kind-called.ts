import { normalize } from '../text/words';
import type { DocumentKind, Framework } from './framework';

/** The kind of document of this id, code, title or alias. */
export function kindCalled(framework: Framework, word: string): DocumentKind | undefined {
  const name = normalize(word);
  return [...framework.kinds.values()].find((kind) =>
    [kind.id, kind.code, kind.title, ...kind.aliases].some((one) => normalize(one) === name),
  );
}
