import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client said it can do, as the questions the server asks. */
export interface ClientFeatures {
  readonly pull: boolean;
  readonly refreshDiagnostics: boolean;
  readonly related: boolean;
  readonly documentChanges: boolean;
  /** An edit of the workspace can make files. */
  readonly createFiles: boolean;
  /** An edit can hold places to fill in. */
  readonly snippetEdits: boolean;
  readonly locationLinks: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly progress: boolean;
  readonly configuration: boolean;
  readonly watching: boolean;
  readonly folders: boolean;
}

export function featuresOf(capabilities: ClientCapabilities): ClientFeatures {
  const { textDocument, workspace, window } = capabilities;
  return {
    pull: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    related:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    locationLinks: textDocument?.definition?.linkSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    progress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
  };
}
