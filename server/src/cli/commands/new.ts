import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { extensionOf } from '../../core/document/new-document';
import { kindOffers } from '../../core/features/new-documents';
import type { DocumentKind, Framework } from '../../core/framework/framework';
import { kindCalled } from '../../core/framework/kind-called';
import { draftText } from '../../core/model/draft';
import { newPath } from '../../core/model/new-path';
import { safeKindOfPath } from '../../host/folders';
import { today } from '../../host/today';
import { type LoadedAims, loadAll } from '../analyse';
import { EXIT, Failure } from '../failure';
import { nearest } from '../nearest';
import { output } from '../output';
import { placeOf } from '../places';

export interface NewOptions {
  readonly dir: string;
  readonly file?: string;
  readonly id?: string;
  readonly owner?: string;
  readonly print: boolean;
  readonly list: boolean;
}

/** `aims new KIND`: writes a new document from the template of its kind, where such documents stand. Never overwrites one. */
export async function newCommand(word: string | undefined, options: NewOptions): Promise<number> {
  const { loaded } = await loadAll(placeOf(options.dir), today());
  const [one, ...others] = loaded;
  const framework = one?.aims.frameworks.get('42001');
  if (!one || !framework) throw new Failure(`\`${options.dir}\` cannot be read as an AIMS.`);
  if (options.list) return list(one);
  const kind = kindFor(framework, word);
  if (others.length > 0)
    throw new Failure(
      `\`${options.dir}\` holds several AIMS. Say which one: ${loaded.map(({ folder }) => `\`--dir ${join(options.dir, folder)}\``).join(', ')}.`,
    );
  const { id, owner } = options;
  const text = draftText(one.aims, framework, kind, {
    ...(id === undefined ? {} : { id }),
    ...(owner === undefined ? {} : { owner }),
  });
  if (options.print) output.out(text);
  else write(pathFor(one, framework, kind, options.file), text);
  return EXIT.clean;
}

function kindFor(framework: Framework, word: string | undefined): DocumentKind {
  if (word === undefined)
    throw new Failure('Say what to write: `aims new ai-policy`. `aims new --list` shows the kinds.');
  const kind = kindCalled(framework, word);
  if (kind) return kind;
  const near = nearest(word, framework.kinds.keys());
  const hint = near === undefined ? '`aims new --list` shows the kinds.' : `Did you mean \`${near}\`?`;
  throw new Failure(`\`${word}\` is no kind of document. ${hint}`);
}

/** The path asked for, which gets the ending of the template where it has none, or the one where such documents stand. */
function pathFor(
  { aims, located }: LoadedAims,
  framework: Framework,
  kind: DocumentKind,
  file: string | undefined,
): string {
  if (file === undefined) return join(located.root, newPath(aims, framework, kind));
  const wanted = extensionOf(framework, kind);
  const ending = extname(file);
  if (ending === '') return `${file}${wanted}`;
  if (ending === wanted || (ending === '.yml' && wanted === '.yaml') || (ending === '.markdown' && wanted === '.md'))
    return file;
  throw new Failure(
    `The template of \`${kind.id}\` is ${wanted === '.md' ? 'Markdown' : 'YAML'}: name the file \`*${wanted}\`.`,
  );
}

function write(path: string, text: string): void {
  const shown = relative(process.cwd(), path) || path;
  if (safeKindOfPath(path) !== undefined) throw new Failure(`\`${shown}\` is already there and was left as it is.`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
  output.say(`Wrote ${shown}. Fill in what is marked \`[Insert …]\`.`);
}

function list({ aims }: LoadedAims): number {
  for (const { id, title, mandatory, present } of kindOffers(aims)) {
    const state = present > 0 ? `${present} there` : mandatory ? 'missing' : '';
    output.out(`${id.padEnd(28)} ${state.padEnd(9)} ${title}\n`);
  }
  return EXIT.clean;
}
