import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type Range,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkFile } from '../core/check';
import { complete } from '../core/features/complete';
import { definition } from '../core/features/definition';
import { documentLinks } from '../core/features/document-links';
import type { Suggestion } from '../core/features/feature';
import { hover } from '../core/features/hover';
import { references } from '../core/features/references';
import { suppress } from '../core/features/suppress';
import { symbols } from '../core/features/symbols';
import type { MarkdownParser } from '../core/syntax/read-file';
import { spansOverlap } from '../core/text/span';
import { type Folder, type Root, Session } from '../host/session';
import { today } from '../host/today';
import { answering } from './answer';
import { type ClientFeatures, featuresOf } from './client-features';
import { answerCustomRequests } from './custom-requests';
import { Diagnostics } from './diagnostics';
import {
  isSupported,
  toCodeAction,
  toCompletionItem,
  toDiagnostic,
  toDocumentLink,
  toHover,
  toLocation,
  toLocationLink,
  toSymbol,
} from './to-lsp';
import { pathOf, uriOf } from './uris';
import { changedPaths, WATCHERS } from './watched-files';

const DEBOUNCE_MS = 150;

/** Answers one client until it leaves. */
export function serve(connection: Connection, parse: MarkdownParser): void {
  new Server(connection, parse).listen();
}

/** A file of the editor in its AIMS, with the offset a request is about. */
interface Asked {
  readonly root: Root;
  readonly path: string;
  readonly offset: number;
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly session: Session;
  private features: ClientFeatures = featuresOf({});
  private diagnostics: Diagnostics;
  private folderUris: string[] = [];
  private checkAsAims = false;
  private profile: string | undefined;
  private ready: Promise<void> = Promise.resolve();
  private suggestions: readonly Suggestion[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    parse: MarkdownParser,
  ) {
    this.session = new Session({ parse, today });
    this.session.onChange = () => this.changedSoon();
    this.diagnostics = this.makeDiagnostics();
  }

  listen(): void {
    this.connection.onInitialize((params) => this.initialize(params));
    this.connection.onInitialized(() => this.initialized());
    this.connection.onDidChangeConfiguration(() => this.index());
    this.connection.onDidChangeWatchedFiles(({ changes }) => {
      const paths = changedPaths(this.session, changes);
      if (paths.length > 0) this.session.filesChanged(paths);
    });
    this.listenToDocuments();
    this.answerRequests();
    this.connection.listen();
  }

  private makeDiagnostics(): Diagnostics {
    return new Diagnostics(this.session, {
      related: this.features.related,
      versionOf: (uri) => this.documents.get(uri)?.version ?? null,
    });
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.features = featuresOf(params.capabilities);
    this.diagnostics = this.makeDiagnostics();
    const fallback = params.rootUri ?? (params.rootPath ? uriOf(params.rootPath) : null);
    this.folderUris = params.workspaceFolders?.map((folder) => folder.uri) ?? (fallback === null ? [] : [fallback]);
    const options = isRecord(params.initializationOptions) ? params.initializationOptions : {};
    this.checkAsAims = options.checkFolderAsAims === true;
    this.profile = profileOf(options.profile);
    return {
      serverInfo: { name: 'aims-language-server' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        completionProvider: { triggerCharacters: ['.', ':', '|', '(', '"'], resolveProvider: true },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        documentLinkProvider: {},
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(this.features.pull
          ? { diagnosticProvider: { identifier: 'aims', interFileDependencies: true, workspaceDiagnostics: true } }
          : {}),
      },
    };
  }

  private initialized(): void {
    if (this.features.folders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((folder) => folder.uri));
        this.folderUris = [...this.folderUris.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)];
        this.index();
      });
    }
    if (this.features.configuration)
      void this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'aims' });
    if (this.features.watching)
      void this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS });
    this.index();
  }

  /** Reads all folders anew; requests wait for it, since before nothing is known to be missing. */
  private index(): void {
    this.ready = this.readFolders().catch((error: unknown) =>
      this.connection.console.error(`Reading the workspace failed: ${String(error)}`),
    );
  }

  private async readFolders(): Promise<void> {
    const folders = await Promise.all(this.folderUris.map((uri) => this.folderOf(uri)));
    const progress = this.features.progress ? await this.connection.window.createWorkDoneProgress() : undefined;
    progress?.begin('AIMS', 0, 'Reading documents', false);
    await this.session.setFolders(
      folders.filter((folder) => folder !== undefined),
      (done, total) => progress?.report(Math.round((done / Math.max(total, 1)) * 100), `${done} of ${total} documents`),
    );
    progress?.done();
  }

  private async folderOf(uri: string): Promise<Folder | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const settings: unknown = this.features.configuration
      ? await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'aims' })
      : undefined;
    const adopted =
      isRecord(settings) && typeof settings.checkFolderAsAims === 'boolean'
        ? settings.checkFolderAsAims
        : this.checkAsAims;
    const profile = (isRecord(settings) ? profileOf(settings.profile) : undefined) ?? this.profile;
    return { path, adopted, ...(profile === undefined ? {} : { profile }) };
  }

  private listenToDocuments(): void {
    this.documents.onDidOpen(({ document }) =>
      this.withPath(document.uri, (path) => this.session.open(path, document.getText())),
    );
    this.documents.onDidChangeContent(({ document }) =>
      this.withPath(document.uri, (path) => this.session.change(path, document.getText())),
    );
    this.documents.onDidClose(({ document }) => this.withPath(document.uri, (path) => this.session.close(path)));
    // A client that does not watch files tells at least that one was saved.
    this.documents.onDidSave(() => (this.features.watching ? undefined : this.index()));
    this.documents.listen(this.connection);
  }

  private withPath(uri: string, then: (path: string) => void): void {
    const path = pathOf(uri);
    if (path !== undefined) then(path);
  }

  /** Many changes come at once; the client is told when they have settled. */
  private changedSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed(), DEBOUNCE_MS);
  }

  private changed(): void {
    if (!this.features.pull) this.diagnostics.push(this.connection);
    else if (this.features.refreshDiagnostics) this.connection.languages.diagnostics.refresh();
    void this.connection.sendNotification('aims/readinessChanged');
  }

  private asked(uri: string, position: Position): Asked | undefined {
    const path = pathOf(uri);
    const found = path === undefined ? undefined : this.session.locate(path);
    const document = this.documents.get(uri);
    return found && document && { ...found, offset: document.offsetAt(position) };
  }

  private answerRequests(): void {
    const { connection } = this;
    const safely = answering(connection);
    connection.onHover(
      safely(null, ({ textDocument, position }) => {
        const at = this.asked(textDocument.uri, position);
        const found = at && hover(at.root.aims, at.path, at.offset);
        return at && found ? toHover(at.root, at.path, found) : null;
      }),
    );
    connection.onCompletion(safely([], ({ textDocument, position }) => this.complete(textDocument.uri, position)));
    connection.onCompletionResolve((item) => {
      const documentation = this.suggestions[Number(item.data)]?.documentation?.();
      return documentation === undefined
        ? item
        : { ...item, documentation: { kind: 'markdown', value: documentation } };
    });
    connection.onDefinition(
      safely(null, ({ textDocument, position }) => {
        const at = this.asked(textDocument.uri, position);
        const targets = at ? definition(at.root.aims, at.path, at.offset) : [];
        if (!at) return null;
        return this.features.locationLinks
          ? targets.map((target) => toLocationLink(at.root, target))
          : targets.map((target) => toLocation(at.root, target));
      }),
    );
    connection.onReferences(
      safely([], ({ textDocument, position, context }) => {
        const at = this.asked(textDocument.uri, position);
        return at
          ? references(at.root.aims, at.path, at.offset, context.includeDeclaration).map((target) =>
              toLocation(at.root, target),
            )
          : [];
      }),
    );
    connection.onDocumentSymbol(
      safely([], ({ textDocument }) => {
        const at = this.asked(textDocument.uri, { line: 0, character: 0 });
        return at ? symbols(at.root.aims, at.path).map((symbol) => toSymbol(at.root, at.path, symbol)) : [];
      }),
    );
    connection.onDocumentLinks(
      safely([], ({ textDocument }) => {
        const at = this.asked(textDocument.uri, { line: 0, character: 0 });
        return at ? documentLinks(at.root.aims, at.path).map((link) => toDocumentLink(at.root, at.path, link)) : [];
      }),
    );
    connection.onCodeAction(safely([], ({ textDocument, range }) => this.fixes(textDocument.uri, range)));
    if (connection.languages) this.answerDiagnostics();
    answerCustomRequests(connection, this.session, () => this.ready);
  }

  private complete(uri: string, position: Position) {
    const at = this.asked(uri, position);
    if (!at) return [];
    this.suggestions = complete(at.root.aims, at.path, at.offset);
    return this.suggestions.map((suggestion, index) => toCompletionItem(at.root, at.path, suggestion, index));
  }

  private fixes(uri: string, range: Range) {
    const at = this.asked(uri, range.start);
    const document = this.documents.get(uri);
    if (!at || !document) return [];
    const span = { start: at.offset, end: document.offsetAt(range.end) };
    const support = {
      documentChanges: this.features.documentChanges,
      createFiles: this.features.createFiles,
      snippetEdits: this.features.snippetEdits,
      versionOf: (one: string) => this.documents.get(one)?.version ?? null,
    };
    const touched = checkFile(at.root.aims, at.path).filter(
      (one) => spansOverlap(one.span, span) || (one.span.start <= span.start && span.start <= one.span.end),
    );
    return touched.flatMap((finding) => {
      const diagnostic = toDiagnostic(at.root, finding, this.features.related);
      const suppression = suppress(at.root.aims, finding);
      return [...finding.fixes, ...(suppression ? [suppression] : [])]
        .filter((fix) => isSupported(fix, support))
        .map((fix) => toCodeAction(at.root, fix, diagnostic, support));
    });
  }

  private answerDiagnostics(): void {
    this.connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      await this.ready;
      return this.diagnostics.ofDocument(textDocument.uri, previousResultId);
    });
    this.connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
      await this.ready;
      return {
        items: [...this.diagnostics.ofWorkspace(new Map(previousResultIds.map(({ uri, value }) => [uri, value])))],
      };
    });
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The name of a profile in the settings of an editor; empty for none. */
const profileOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
