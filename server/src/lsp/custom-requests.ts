import { basename, join } from 'node:path';
import type { Connection } from 'vscode-languageserver';
import { READINESS_VIEWS } from '../core/features/feature';
import { kindOffers, newDocumentOf } from '../core/features/new-documents';
import { recognizedIn } from '../core/features/readiness-tree/recognized';
import { readinessTree } from '../core/features/readiness-tree/tree';
import { statusOf } from '../core/features/status';
import { newConfig } from '../core/records/new-config';
import { CONFIG_FILE } from '../host/folders';
import type { Root, Session } from '../host/session';
import { toReadinessNode } from './to-lsp';
import { pathOf, uriOf } from './uris';

/** What the extension asks beyond the protocol. Every answer waits until the documents are read. */
export function answerCustomRequests(connection: Connection, session: Session, ready: () => Promise<void>): void {
  const rootAt = (root: string): Root | undefined => session.roots().find((one) => uriOf(one.root) === root);
  connection.onRequest('aims/readiness', async ({ view }: { readonly view?: string }) => {
    await ready();
    return { roots: session.roots().map((root) => readiness(root, view)) };
  });
  connection.onRequest('aims/newConfig', async ({ folder }: { readonly folder: string }) => {
    await ready();
    return configFor(session, folder);
  });
  connection.onRequest('aims/documentKinds', async ({ root }: { readonly root: string }) => {
    await ready();
    const found = rootAt(root);
    return found ? kindOffers(found.aims) : [];
  });
  connection.onRequest('aims/newDocument', async ({ root, kind }: { readonly root: string; readonly kind: string }) => {
    await ready();
    const found = rootAt(root);
    const made = found && newDocumentOf(found.aims, kind);
    return found && made ? { uri: uriOf(join(found.root, made.path)), text: made.text, snippet: made.snippet } : null;
  });
}

function readiness(root: Root, wanted: string | undefined) {
  const view = READINESS_VIEWS.find((known) => known === wanted) ?? 'clause';
  const { aims } = root;
  return {
    folder: uriOf(root.folder),
    root: uriOf(root.root),
    name: aims.config.organization ?? basename(root.root),
    mode: aims.mode,
    recognized: recognizedIn(aims),
    status: statusOf(aims),
    nodes: readinessTree(aims, view).map((node) => toReadinessNode(root, node)),
  };
}

function configFor(session: Session, folder: string): { readonly uri: string; readonly text: string } | null {
  const path = pathOf(folder);
  const root = session.roots().find((one) => one.folder === path);
  return path === undefined || !root
    ? null
    : { uri: uriOf(join(path, CONFIG_FILE)), text: newConfig(root.aims, basename(path)) };
}
