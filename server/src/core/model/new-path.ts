import { extensionOf } from '../document/new-document';
import type { DocumentKind, Framework } from '../framework/framework';
import { memo } from '../query/memo';
import { folderOf } from '../text/path';
import type { Aims } from './aims';
import { viewsOf } from './file-view';

/** Where a new document of a kind would stand: beside those of its chapter, else at the root, named as its kind is. */
export function newPath(aims: Aims, framework: Framework, kind: DocumentKind): string {
  const folder = topicsOf(kind).flatMap((topic) => folders(aims).get(topic) ?? [])[0] ?? '';
  const stem = `${folder === '' ? '' : `${folder}/`}${kind.files[0] ?? kind.id}`;
  const extension = extensionOf(framework, kind);
  return firstFree(
    (count) => `${stem}${count === 1 ? '' : `-${count}`}${extension}`,
    (path) => exists(aims, path),
  );
}

/** The id of a new document of a kind: its code, with a number where that is taken. */
export function newId(aims: Aims, kind: DocumentKind): string {
  const taken = new Set(viewsOf(aims).map((view) => view.document.fields.get('id')?.value));
  return firstFree(
    (count) => `${kind.code}${count === 1 ? '' : `-${count}`}`,
    (id) => taken.has(id),
  );
}

function firstFree(name: (count: number) => string, isTaken: (name: string) => boolean): string {
  let count = 1;
  while (isTaken(name(count))) count++;
  return name(count);
}

const exists = (aims: Aims, path: string): boolean => aims.files.has(path) || aims.paths.kindOf(path) !== undefined;

/** The folder most documents of a chapter or a domain of Annex A stand in; the first one where several hold as many. */
const folders = memo((aims: Aims): ReadonlyMap<string, string> => {
  const counts = new Map<string, Map<string, number>>();
  for (const { document, file } of viewsOf(aims)) {
    if (!document.kind) continue;
    for (const topic of topicsOf(document.kind)) {
      const ofTopic = counts.get(topic) ?? new Map<string, number>();
      counts.set(topic, ofTopic);
      ofTopic.set(folderOf(file.path), (ofTopic.get(folderOf(file.path)) ?? 0) + 1);
    }
  }
  return new Map([...counts].map(([topic, ofTopic]) => [topic, commonest(ofTopic)]));
});

const commonest = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';

/** The chapter of its first clause, then the domains of its controls: what tells where it belongs. */
const topicsOf = (kind: DocumentKind): readonly string[] => [
  ...kind.clauses.slice(0, 1).map((id) => id.split('.')[0] ?? id),
  ...new Set(kind.controls.map((id) => id.split('.').slice(0, 2).join('.'))),
];
