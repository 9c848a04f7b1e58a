import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ReadinessRoot, ReadinessStore } from './readiness';

/** What the server answers to `aims/documentKinds`. */
interface KindOffer {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly clauses: readonly string[];
  readonly controls: readonly string[];
  readonly mandatory: boolean;
  readonly present: number;
}

/** Asks for the kind, writes the document from its template, and opens it with the caret at the first thing to fill in. */
export async function newDocument(client: LanguageClient, readiness: ReadinessStore): Promise<void> {
  const root = await pickRoot(readiness.roots);
  const kind = root && (await pickKind(client, root));
  if (!root || kind === undefined) return;
  const made = await client.sendRequest<{ uri: string; text: string; snippet: string } | null>('aims/newDocument', {
    root: root.root,
    kind,
  });
  if (made) await openNew(vscode.Uri.parse(made.uri), made.text, made.snippet);
}

async function pickRoot(roots: readonly ReadinessRoot[]): Promise<ReadinessRoot | undefined> {
  if (roots.length === 0) {
    void vscode.window.showInformationMessage('Open the folder of your AIMS documents first.');
    return undefined;
  }
  if (roots.length === 1) return roots[0];
  const items = roots.map((root) => ({ label: root.name, description: vscode.Uri.parse(root.root).fsPath, root }));
  return (await vscode.window.showQuickPick(items, { title: 'New document', placeHolder: 'In which AIMS?' }))?.root;
}

async function pickKind(client: LanguageClient, root: ReadinessRoot): Promise<string | undefined> {
  const offers = await client.sendRequest<readonly KindOffer[]>('aims/documentKinds', { root: root.root });
  const chosen = await vscode.window.showQuickPick(itemsOf(offers), {
    title: 'New document',
    placeHolder: 'Which kind of document?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.id;
}

interface KindItem extends vscode.QuickPickItem {
  /** None for the lines between the groups. */
  readonly id?: string;
}

/** First what the standard asks for and is missing, then the rest. */
function itemsOf(offers: readonly KindOffer[]): readonly KindItem[] {
  const missing = offers.filter((offer) => offer.mandatory && offer.present === 0);
  const others = offers.filter((offer) => !missing.includes(offer));
  return [...group('asked for and missing', missing), ...group('others', others)];
}

const group = (label: string, offers: readonly KindOffer[]): readonly KindItem[] =>
  offers.length === 0
    ? []
    : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...offers.map((offer) => itemOf(offer))];

const itemOf = ({ id, title, about, clauses, controls, present }: KindOffer): KindItem => ({
  id,
  label: title,
  description: [...clauses, ...controls].join(', '),
  detail: present === 0 ? about : `${about} (${present} there)`,
});

async function openNew(uri: vscode.Uri, text: string, snippet: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  await vscode.workspace.applyEdit(edit);
  const editor = await vscode.window.showTextDocument(uri);
  const { document } = editor;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.insertSnippet(new vscode.SnippetString(snippet), whole);
}
