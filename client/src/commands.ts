import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { newDocument } from './new-document';
import { type PlainRange, READINESS_VIEWS, type ReadinessStore, type ReadinessView } from './readiness';
import type { TreeElement } from './readiness-tree';
import { setUp } from './set-up';

export function registerCommands(client: LanguageClient, readiness: ReadinessStore): readonly vscode.Disposable[] {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'aims.refresh': () => readiness.refresh(),
    'aims.viewByClause': () => readiness.show('clause'),
    'aims.viewByDomain': () => readiness.show('domain'),
    'aims.chooseView': () => chooseView(readiness),
    'aims.openPlace': openPlace,
    'aims.copyNode': copyNode,
    'aims.setUp': () => setUp(client),
    'aims.newDocument': () => newDocument(client, readiness),
    'aims.checkFolderAsAims': () => setAdopted(true),
    'aims.stopCheckingFolder': () => setAdopted(undefined),
    'aims.restartServer': () => client.restart(),
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

/** Asks what the tree shall be opened at. */
async function chooseView(readiness: ReadinessStore): Promise<void> {
  const items = Object.entries(READINESS_VIEWS).map(([view, label]) => ({ label, view: view as ReadinessView }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Readiness by', placeHolder: 'What to show first' });
  if (chosen) await readiness.show(chosen.view);
}

async function openPlace(place: { readonly uri: string; readonly range: PlainRange }): Promise<void> {
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { selection });
}

/** A line of the tree as Markdown, for a message or a ticket. */
async function copyNode(element: TreeElement | undefined): Promise<void> {
  if (!element || !('node' in element)) return;
  const { label, description } = element.node;
  await vscode.env.clipboard.writeText(`- **${label}**${description === undefined ? '' : ` – ${description}`}`);
}

/** A setting of the workspace: undoing it is one click as well. */
const setAdopted = (value: true | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('aims').update('checkFolderAsAims', value, vscode.ConfigurationTarget.Workspace);
