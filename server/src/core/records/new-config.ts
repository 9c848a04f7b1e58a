import type { Aims } from '../model/aims';
import { viewsOf } from '../model/file-view';

/** The text of an `aims.yaml` for a folder: what can be inferred is filled in, the rest is shown as comments. */
export function newConfig(aims: Aims, name: string): string {
  const kinds = viewsOf(aims).filter((view) => view.document.kindReason === 'file name' && view.document.kind);
  return [
    '# Settings of AIMS Docs for the AI management system in this folder.',
    'organization:',
    `  name: ${JSON.stringify(name)}`,
    '  # What the organization does with AI (clause 4.1): provider, producer, customer, developer, deployer, user …',
    '  roles: [provider]',
    `frameworks: [${frameworksOf(aims)
      .map((id) => JSON.stringify(id))
      .join(', ')}]`,
    '# The standard a bare id such as A.5.2 belongs to when nothing near it says so.',
    'default_framework: "42001"',
    '# Files to leave out, besides what .gitignore names.',
    '# exclude: ["drafts/**"]',
    ...kindLines(kinds.map((view) => [view.file.path, view.document.kind?.id ?? ''])),
    '',
  ].join('\n');
}

/** ISO/IEC 27001 counts as in use where several files speak of it. */
function frameworksOf(aims: Aims): readonly string[] {
  const naming = viewsOf(aims).filter((view) =>
    view.file.facts.standards.some((standard) => standard.framework === '27001'),
  );
  return naming.length >= 3 ? ['42001', '27001'] : ['42001'];
}

function kindLines(kinds: readonly (readonly [string, string])[]): readonly string[] {
  if (kinds.length === 0)
    return [
      '# Kinds of documents that cannot be told from their front matter or title.',
      '# kinds:',
      '#   "policies/ai.md": ai-policy',
    ];
  return [
    '# Kinds that were read from file names: correct what is wrong.',
    'kinds:',
    ...kinds.map(([path, kind]) => `  ${JSON.stringify(path)}: ${kind}`),
  ];
}
