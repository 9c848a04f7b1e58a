import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** Writes an `aims.yaml` made from what the folder holds and opens it. One that is there is opened as it is. */
export async function setUp(client: LanguageClient): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const made = await client.sendRequest<{ readonly uri: string; readonly text: string } | null>('aims/newConfig', {
    folder: folder.uri.toString(),
  });
  if (!made) {
    void vscode.window.showWarningMessage('AIMS Docs works with folders on disk; this one is elsewhere.');
    return;
  }
  const uri = vscode.Uri.parse(made.uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(made.text) });
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(uri);
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('Open the folder of your AIMS documents first.');
    return undefined;
  }
  return folders.length === 1
    ? folders[0]
    : vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder is the root of the AIMS?' });
}
