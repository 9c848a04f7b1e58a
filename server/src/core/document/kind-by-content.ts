import type { DocumentKind, Framework } from '../framework/framework';
import type { SourceFile } from '../model/aims';
import type { Heading } from '../model/facts';
import { RECORD_TYPES } from '../records/record-types';
import { typesNamed } from '../records/vocabulary';
import { contentWords, normalize } from '../text/words';

/**
 * The kind a document is by what it holds, for documents whose title and file name do not tell. It must name ISO/IEC
 * 42001: most of its headings are those of one kind and of no other, or it is a list of one type of record.
 */
export function kindByContent(framework: Framework, file: SourceFile): DocumentKind | undefined {
  if (!file.facts.standards.some((standard) => standard.framework === framework.id)) return undefined;
  return file.facts.format === 'markdown' ? kindByHeadings(framework, file) : kindByList(framework, file);
}

/** So many sections of a kind, so large a part of those it has to hold, and so large a part of what the document holds. */
const ENOUGH = { sections: 4, ofKind: 0.75, ofDocument: 0.5 } as const;

function kindByHeadings(framework: Framework, file: SourceFile): DocumentKind | undefined {
  const headings = chapters(file).map((heading) => nameOf(heading.text.replace(LEADING_NUMBER, '')));
  if (headings.length < ENOUGH.sections) return undefined;
  const fitting = [...framework.kinds.values()]
    .map((kind) => ({ kind, ...found(kind, headings) }))
    .filter(
      ({ sections, ofKind }) =>
        sections >= ENOUGH.sections && ofKind >= ENOUGH.ofKind && sections / headings.length >= ENOUGH.ofDocument,
    )
    .sort((a, b) => b.sections - a.sections);
  const [best, second] = fitting;
  return best && (!second || second.sections + 2 <= best.sections) ? best.kind : undefined;
}

/** The headings right below the title. */
function chapters({ facts }: SourceFile): readonly Heading[] {
  const below = facts.headings.slice(1);
  const depth = Math.min(...below.map((heading) => heading.depth));
  return below.filter((heading) => heading.depth === depth);
}

const LEADING_NUMBER = /^\s*(?:[A-Z]?[\d.]+[.):]?\s+)/;

interface Name {
  readonly words: string;
  readonly stems: ReadonlySet<string>;
}

const nameOf = (text: string): Name => ({ words: normalize(text), stems: new Set(contentWords(text)) });

/** How many sections of a kind are headed, each by a heading of its own, and how large a part of the required ones. */
function found({ sections }: DocumentKind, headings: readonly Name[]): { sections: number; ofKind: number } {
  const free = new Set(headings);
  let all = 0;
  let required = 0;
  for (const section of sections) {
    const names = [section.title, ...section.aliases].map(nameOf);
    const heading = [...free].find((one) => names.some((name) => fits(name, one)));
    if (!heading) continue;
    free.delete(heading);
    all++;
    if (section.required) required++;
  }
  return { sections: all, ofKind: required / Math.max(1, sections.filter((section) => section.required).length) };
}

/** Nearly the same words: a heading that merely holds an alias may be about anything. */
function fits(name: Name, heading: Name): boolean {
  if (name.words === heading.words) return true;
  const { size } = name.stems;
  return size >= 2 && heading.stems.size <= size + 1 && [...name.stems].every((stem) => heading.stems.has(stem));
}

/** A file of YAML whose one list has a key that names a type of record is the register of these. */
function kindByList(framework: Framework, { facts }: SourceFile): DocumentKind | undefined {
  const [list, ...others] = facts.grids.filter((grid) => grid.key !== undefined);
  if (facts.format !== 'yaml' || !list?.key || others.length > 0 || list.rows.length < 2) return undefined;
  const [name, ...more] = typesNamed(list.key.text);
  const type = more.length === 0 ? RECORD_TYPES.find((one) => one.name === name) : undefined;
  const register = type?.registers[0];
  return register === undefined ? undefined : framework.kinds.get(register);
}
