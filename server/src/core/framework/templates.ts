import readTexts from '../../../data/frameworks/iso-42001/templates?texts';
import type { DocumentKind, Framework } from './framework';

/** The text somebody starts a document of a kind from; register-like kinds are YAML. */
export interface Template {
  readonly format: 'markdown' | 'yaml';
  /** Without metadata, which is made from the kind. */
  readonly body: string;
}

export function templateOf(framework: Framework, kind: DocumentKind): Template | undefined {
  if (framework.id !== '42001') return undefined;
  const markdown = texts()[`${kind.id}.md`];
  if (markdown !== undefined) return { format: 'markdown', body: markdown };
  const yaml = texts()[`${kind.id}.yaml`];
  return yaml === undefined ? undefined : { format: 'yaml', body: yaml };
}

let known: Readonly<Record<string, string>> | undefined;

/** Read when the first one is asked for: a check that starts has no use for them. */
function texts(): Readonly<Record<string, string>> {
  known ??= readTexts() as Readonly<Record<string, string>>;
  return known;
}
