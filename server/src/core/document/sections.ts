import type { Section } from '../framework/framework';
import type { SourceFile } from '../model/aims';
import type { FileFacts, Heading, Text } from '../model/facts';
import type { FileView } from '../model/file-view';
import { memo } from '../query/memo';
import { foldLetters } from '../text/fold';
import type { Span } from '../text/span';
import { contentWords, normalize } from '../text/words';
import { spokenText } from './spoken-text';

/** A section the document has. `heading` is where it stands: a heading, a bold lead, a header, a key, a list item. */
export interface FoundSection {
  readonly section: Section;
  /** Absent where only the running text of a document without structure speaks of it. */
  readonly heading?: Text;
}

export interface Sections {
  readonly found: readonly FoundSection[];
  readonly missing: readonly Section[];
}

/**
 * Which sections of its kind a document holds. People head them in their own words, so that everything that can head a
 * section counts: saying that one is missing must hardly ever be wrong.
 */
export const sectionsOf = memo((view: FileView): Sections => {
  const sections = view.document.kind?.sections ?? [];
  if (sections.length === 0) return { found: [], missing: [] };
  const labels = labelsOf(view);
  const named = namedHeadings(view);
  const found: FoundSection[] = [];
  const missing: Section[] = [];
  for (const section of sections) {
    const heading = headingFor(section, labels, named);
    if (heading) found.push({ section, heading });
    else missing.push(section);
  }
  return hasStructure(view.file.facts) ? { found, missing } : withRunningText(view, found, missing);
});

/** The sections a document cannot do without and does not hold. Where a name of each stands in the text, no more is looked at. */
export function missingSections(view: FileView): readonly Section[] {
  const required = view.document.kind?.sections.filter((section) => section.required) ?? [];
  const text = foldLetters(bodyOf(view.file));
  const unnamed = required.filter((section) => !namesOf(section).some(({ words }) => text.includes(words.trim())));
  return unnamed.length === 0 ? [] : sectionsOf(view).missing.filter((section) => unnamed.includes(section));
}

const bodyOf = ({ text, facts }: SourceFile): string =>
  text.slice(facts.frontMatter?.end ?? 0).replace(/<!--.*?-->/gs, ' ');

interface Label extends Text {
  /** Normalized, with a blank at both ends, so that whole words can be looked for. */
  readonly words: string;
  readonly stems: ReadonlySet<string>;
}

interface Name {
  readonly words: string;
  readonly stems: readonly string[];
}

/** A section's title and aliases, ready to be compared. */
const namesOf = memo((section: Section): readonly Name[] =>
  [section.title, ...section.aliases].map((name) => ({ words: ` ${normalize(name)} `, stems: contentWords(name) })),
);

const headingFor = (section: Section, labels: readonly Label[], named: readonly NamedHeading[]): Text | undefined =>
  labels.find((label) => isNamed(section, label)) ?? named.find(({ id }) => answers(id, section))?.heading;

const isNamed = (section: Section, label: Label): boolean => namesOf(section).some((name) => fits(name, label));

/** The name stands in the label as whole words, all its words do in any order, or it ends a compound (`Risikokriterien`). */
const fits = (name: Name, label: Label): boolean =>
  label.words.includes(name.words) ||
  (name.stems.length > 0 && name.stems.every((stem) => label.stems.has(stem))) ||
  (name.words.length >= 8 && !name.words.trim().includes(' ') && label.words.includes(name.words.trimStart()));

/** Everything a file heads something with. Headings come first, since they are the best place to send a reader to. */
function labelsOf(view: FileView): readonly Label[] {
  const { facts, text } = view.file;
  const cells = facts.grids.flatMap((grid) => grid.header);
  const rows = facts.grids.flatMap((grid) => grid.rows.flatMap((row) => row.cells[0] ?? []));
  const keys = facts.metadata.filter((entry) => entry.value !== '').map((entry) => textAt(entry.key, entry.keySpan));
  return [
    ...headingsOf(facts),
    ...boldLeads(text),
    ...cells,
    ...rows,
    ...(facts.format === 'yaml' ? yamlKeys(text) : listLeads(text)),
    ...keys,
  ].flatMap(toLabel);
}

/** Longer text is no heading. */
const MAX_LABEL = 160;

function toLabel({ text, span }: Text): readonly Label[] {
  if (text.length > MAX_LABEL) return [];
  const words = normalize(spaced(text));
  return words === '' ? [] : [{ text, span, words: ` ${words} `, stems: new Set(contentWords(words)) }];
}

/** Keys and headers of CSV files are often one word: `TrainingTitle`, `risk_owner`. */
const spaced = (text: string): string => text.replace(/(?<=\p{Ll})(?=\p{Lu})|_/gu, ' ');

const textAt = (text: string, span: Span): Text => ({ text, span });

/** The first heading is the title: `AIMS scope` heads no section about the scope. */
const titleHeading = (facts: FileFacts): Heading | undefined =>
  facts.headings[0]?.depth === 1 ? facts.headings[0] : undefined;

const headingsOf = (facts: FileFacts): readonly Heading[] => {
  const title = titleHeading(facts);
  return facts.headings.filter((heading) => heading !== title);
};

const boldLeads = (text: string): readonly Text[] =>
  matchesOf(text, /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:\*\*|__)([^*_\n]+)(?:\*\*|__)/gmu);

/** What stands before the first full stop, colon or dash of a list item. */
const listLeads = (text: string): readonly Text[] =>
  matchesOf(text, /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?([^\n.:–—]{2,120})/gmu);

const yamlKeys = (text: string): readonly Text[] =>
  matchesOf(text, /^[ \t]*(?:-[ \t]+)?([\p{L}_][\p{L}\p{N}_ -]{0,60}):/gmu);

const matchesOf = (text: string, pattern: RegExp): readonly Text[] =>
  [...text.matchAll(pattern)].map((match) => {
    const found = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(found);
    return { text: found, span: { start, end: start + found.length } };
  });

interface NamedHeading {
  readonly id: string;
  readonly heading: Text;
}

/** Headings with the clauses and controls they name: `Inputs (Clause 9.3.2)`, `9.3.2 Management review inputs`. */
function namedHeadings(view: FileView): readonly NamedHeading[] {
  const { headings } = view.file.facts;
  const title = titleHeading(view.file.facts);
  return view.references.flatMap(({ raw, framework, subject }) => {
    if (raw.place !== 'heading' || framework !== '42001' || subject === 'unknown') return [];
    const heading = headings.find((one) => one.span.start <= raw.span.start && raw.span.end <= one.span.end);
    return heading && heading !== title ? [{ id: raw.id, heading }] : [];
  });
}

/** A heading about 9.3 answers what 9.3.2 asks for, too. */
const answers = (id: string, { clause, control }: Section): boolean =>
  [clause, control].some((own) => own !== undefined && (own === id || own.startsWith(`${id}.`)));

/** So many headings that the sections of the document can be told from them; short documents say much in a sentence. */
export const hasStructure = ({ format, headings }: FileFacts): boolean => format !== 'markdown' || headings.length >= 8;

/** A document of few headings holds a section where its text speaks of it at all. */
function withRunningText(view: FileView, found: readonly FoundSection[], missing: readonly Section[]): Sections {
  if (missing.length === 0) return { found, missing };
  const spoken = new Set(missing.filter((section) => tellsOf(view.file, section)));
  return {
    found: [...found, ...[...spoken].map((section) => ({ section }))],
    missing: missing.filter((section) => !spoken.has(section)),
  };
}

/** Whether the running text of a file speaks of what belongs into a section. */
export const tellsOf = (file: SourceFile, section: Section): boolean =>
  namesOf(section).some((name) => speaksOf(wordsOf(file), name));

/** Of a whole text, made once for all sections and documents that ask. */
const wordsOf = memo((file: SourceFile): Pick<Label, 'words' | 'stems'> => {
  const words = spokenText(file);
  return { words, stems: new Set(contentWords(words)) };
});

/** In running text the words of a name have to stand together; of a single word the stem is enough. */
const speaksOf = (text: Pick<Label, 'words' | 'stems'>, { words, stems }: Name): boolean =>
  text.words.includes(words) || (stems.length === 1 && stems.every((stem) => text.stems.has(stem)));
