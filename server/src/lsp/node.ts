import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadMarkdownParser } from '../host/markdown-parser';
import { serve } from './server';

/** Starts the language server on what the command line names: `--stdio`, `--pipe=`, `--socket=` or `--node-ipc`. */
export async function listen(): Promise<void> {
  const connection = createConnection(ProposedFeatures.all);
  serve(connection, await loadMarkdownParser());
}
