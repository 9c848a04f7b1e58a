import { extensionOf } from '../document/new-document';
import { REQUIRED_NAMES, requiredMetadata } from '../document/required-metadata';
import type { DocumentKind, Framework } from '../framework/framework';

/** `docs/document-kinds.md`: every kind, how it is recognized, what it must contain, and what it serves. */
export function kindsPage(framework: Framework): string {
  const kinds = [...framework.kinds.values()];
  const parts = [
    '# Kinds of documents',
    RECOGNIZED,
    REQUIRED,
    'Start one with `aims new KIND`, with `AIMS: New Document…` in VS Code, or with the snippet `aims-doc-KIND`.',
    [
      '| kind | what it is | asked for | clauses | controls | must contain | known by title | known by file name |',
      '|---|---|---|---|---|---|---|---|',
      ...kinds.map((kind) => row(framework, kind)),
    ].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

const RECOGNIZED = `A document is recognized by, in this order:

1. \`kind\` in its front matter;
2. \`kinds\` in \`aims.yaml\`, which gives kinds to paths;
3. its title, where that is or holds one of the names below, in English, German, French or Spanish;
4. its file name, where that holds one of the words below;
5. its content, where it names ISO/IEC 42001: half of its chapters are sections of one kind, and they are three quarters of
   what that kind must contain; or it is a YAML list of at least two rows whose key names one type of record.

By title or file name only documents that speak of AI count. A register in YAML or CSV may do so in its file name alone, as
\`ai-risks.yaml\` does. A README, a guide and a document of another management system are
none of them. The reason is shown when you point at the title. What is wrong is corrected by \`kind\`.`;

const needed = (nature: DocumentKind['nature']): string =>
  requiredMetadata({ nature })
    .map((field) => REQUIRED_NAMES[field])
    .join(', ');

const REQUIRED = `A **document** must state ${needed('document')}. A **record** shows that something was done: it must state its ${needed('record')}.
Sections are found under their own words, under many others in four languages, or in a heading that names their clause or control;
those in *italics* are customary.`;

function row(framework: Framework, kind: DocumentKind): string {
  const sections = kind.sections.map(({ title, required }) => (required ? title : `*${title}*`));
  const format = extensionOf(framework, kind) === '.yaml' ? ', written as YAML' : '';
  const cells = [
    `\`${kind.id}\``,
    `**${kind.title}**. ${kind.about}`,
    `${kind.mandatory ? 'yes' : 'customary'}, ${kind.nature}${format}`,
    kind.clauses.join(', '),
    kind.controls.join(', '),
    sections.join('; '),
    kind.aliases.join(', '),
    kind.files.map((file) => `\`${file}\``).join(', '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
