import { join } from 'node:path';
import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { check, checkFile } from '../core/check';
import { groupBy } from '../core/query/group';
import { hashText } from '../core/text/hash';
import type { Root, Session } from '../host/session';
import { toDiagnostic } from './to-lsp';
import { pathOf, uriOf } from './uris';

/** Findings as diagnostics: on request where the client asks, else sent whenever they change, never both. */
export class Diagnostics {
  /** What the client was last told about each file. */
  private readonly sent = new Map<string, string>();

  constructor(
    private readonly session: Session,
    private readonly options: { readonly related: boolean; readonly versionOf: (uri: string) => number | null },
  ) {}

  ofDocument(uri: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const path = pathOf(uri);
    const found = path === undefined ? undefined : this.session.locate(path);
    const items = found
      ? checkFile(found.root.aims, found.path).map((finding) => toDiagnostic(found.root, finding, this.options.related))
      : [];
    return report(items, previousResultId);
  }

  /** Files with findings, and those that had some when the client asked last. */
  ofWorkspace(previous: ReadonlyMap<string, string>): readonly WorkspaceDocumentDiagnosticReport[] {
    const current = new Map(
      this.session
        .roots()
        .filter((root) => root.complete)
        .flatMap((root) => this.byFile(root)),
    );
    const uris = new Set([...current.keys(), ...previous.keys()]);
    return [...uris].map((uri) => ({
      uri,
      version: this.options.versionOf(uri),
      ...report(current.get(uri) ?? [], previous.get(uri)),
    }));
  }

  private byFile(root: Root): readonly (readonly [string, Diagnostic[]])[] {
    const findings = check(root.aims).filter((finding) => finding.file !== '.');
    return [...groupBy(findings, (finding) => finding.file)].map(([file, list]) => [
      uriOf(join(root.root, file)),
      list.map((finding) => toDiagnostic(root, finding, this.options.related)),
    ]);
  }

  /** For clients that cannot ask: sends what differs from what they were told. */
  push(connection: Connection): void {
    const current = new Map(
      this.session
        .roots()
        .filter((root) => root.complete)
        .flatMap((root) => this.byFile(root)),
    );
    for (const uri of new Set([...this.sent.keys(), ...current.keys()])) {
      const diagnostics = current.get(uri) ?? [];
      const print = hashText(JSON.stringify(diagnostics));
      if (this.sent.get(uri) === print) continue;
      this.sent.set(uri, print);
      if (diagnostics.length === 0) this.sent.delete(uri);
      const version = this.options.versionOf(uri);
      void connection.sendDiagnostics({ uri, diagnostics, ...(version === null ? {} : { version }) });
    }
  }
}

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

function report(items: Diagnostic[], previousResultId: string | undefined): Report {
  const resultId = hashText(JSON.stringify(items));
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
