import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerCommands } from './commands';
import { ReadinessStore } from './readiness';
import { ReadinessTree } from './readiness-tree';
import { registerStatusBar } from './status-bar';

let client: LanguageClient | undefined;

/** Starts the language server and shows what it knows. The extension itself reads no document. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  client = makeClient(context);
  const readiness = new ReadinessStore(client);
  const tree = new ReadinessTree(readiness);
  const view = vscode.window.createTreeView('aims.readiness', { treeDataProvider: tree, showCollapseAll: true });
  readiness.onDidChange(() => showTitle(view, readiness));
  context.subscriptions.push(view, readiness, registerStatusBar(readiness), ...registerCommands(client, readiness));
  await client.start();
  await readiness.refresh();
}

export const deactivate = (): Promise<void> | undefined => client?.stop();

function makeClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server/aims-language-server.js');
  const run = { module, transport: TransportKind.ipc };
  return new LanguageClient(
    'aims',
    'AIMS Docs',
    { run, debug: run },
    {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'file', language: 'yaml' },
        { scheme: 'file', pattern: '**/*.csv' },
      ],
      diagnosticPullOptions: { onChange: true, onSave: true },
    },
  );
}

/** What was recognized stands above the tree until somebody decides to check the folder. */
function showTitle(view: vscode.TreeView<unknown>, readiness: ReadinessStore): void {
  const [first, ...others] = readiness.roots;
  const quiet = readiness.roots.filter((root) => root.mode === 'quiet');
  // A message of the view would hide its welcome content, where the buttons are.
  view.description = quiet[0]?.recognized ?? (first && others.length === 0 ? first.name : '');
  void vscode.commands.executeCommand('setContext', 'aims.quiet', quiet.length > 0);
  void vscode.commands.executeCommand(
    'setContext',
    'aims.adopted',
    readiness.roots.some((root) => root.mode === 'adopted'),
  );
}
