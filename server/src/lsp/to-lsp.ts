import { join } from 'node:path';
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type LocationLink,
  type DocumentLink as LspDocumentLink,
  type TextEdit as LspEdit,
  type DocumentSymbol as LspSymbol,
  MarkupKind,
  type Range,
  type SnippetTextEdit,
  SymbolKind,
  TextDocumentEdit,
  uinteger,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { DocumentLink, DocumentSymbol, Hover, ReadinessNode, Suggestion, Target } from '../core/features/feature';
import type { Aims, SourceFile } from '../core/model/aims';
import type { FileEdit, Finding, Fix, Severity } from '../core/model/finding';
import type { LineRange } from '../core/model/line-range';
import { memo } from '../core/query/memo';
import { docsUrl } from '../core/rules/docs-url';
import type { TextEdit } from '../core/text/edit';
import { indexLines, type LineIndex, positionAt } from '../core/text/line-index';
import type { Span } from '../core/text/span';
import { uriOf } from './uris';

/** Turns spans of one AIMS into ranges and addresses of the editor. */
export interface Translator {
  readonly root: string;
  readonly aims: Aims;
}

const linesOf = memo((file: SourceFile): LineIndex => indexLines(file.text));

export function rangeOf({ aims }: Translator, path: string, span: Span): Range {
  const file = aims.files.get(path);
  const index = file ? linesOf(file) : indexLines('');
  return { start: positionAt(index, span.start), end: positionAt(index, span.end) };
}

export const addressOf = ({ root }: Translator, path: string): string => uriOf(join(root, path));

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(at: Translator, finding: Finding, withRelated: boolean): Diagnostic {
  return {
    range: rangeOf(at, finding.file, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: docsUrl(finding.rule) },
    source: 'aims',
    message: finding.message,
    ...(withRelated && finding.related.length > 0
      ? {
          relatedInformation: finding.related.map((place) => ({
            location: { uri: addressOf(at, place.file), range: rangeOf(at, place.file, place.span) },
            message: place.message,
          })),
        }
      : {}),
    ...(finding.subject === undefined ? {} : { data: { subject: finding.subject } }),
  };
}

export const toEdit = (at: Translator, path: string, edit: TextEdit): LspEdit => ({
  range: rangeOf(at, path, edit.span),
  newText: edit.newText,
});

export interface EditSupport {
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly snippetEdits: boolean;
  /** Version of a document the editor holds open. */
  readonly versionOf: (uri: string) => number | null;
}

/** A client that cannot make files is not offered to. */
export const isSupported = (fix: Fix, support: EditSupport): boolean =>
  support.createFiles || !fix.edits.some((edit) => edit.create);

export function toCodeAction(at: Translator, fix: Fix, diagnostic: Diagnostic, support: EditSupport): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix.preferred,
    edit: toWorkspaceEdit(at, fix, support),
  };
}

function toWorkspaceEdit(at: Translator, fix: Fix, support: EditSupport): WorkspaceEdit {
  const files = [...new Set(fix.edits.map((edit) => edit.file))];
  const editsOf = (file: string) => fix.edits.filter((edit) => edit.file === file);
  if (!support.documentChanges) {
    const plain = files.map((file) => [addressOf(at, file), editsOf(file).map((edit) => toEdit(at, file, edit))]);
    return { changes: Object.fromEntries(plain) };
  }
  const created = new Set(fix.edits.filter((edit) => edit.create).map((edit) => edit.file));
  const changes = files.flatMap((file) => {
    const uri = addressOf(at, file);
    const edits = editsOf(file).map((one) => (support.snippetEdits ? toSnippetEdit : toEdit)(at, file, one));
    const edit = TextDocumentEdit.create({ uri, version: support.versionOf(uri) }, edits);
    // A file that has come into being meanwhile is not touched: the whole edit fails then.
    return created.has(file) ? [CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }), edit] : [edit];
  });
  return { documentChanges: changes };
}

/** With its placeholder, where it has one, selected for typing. */
function toSnippetEdit(at: Translator, path: string, edit: FileEdit): LspEdit | SnippetTextEdit {
  const { placeholder, newText, span } = edit;
  const start = placeholder === undefined ? -1 : newText.indexOf(placeholder);
  if (placeholder === undefined || start < 0) return toEdit(at, path, edit);
  const after = newText.slice(start + placeholder.length);
  const value = `${escapeSnippet(newText.slice(0, start))}\${1:${escapeSnippet(placeholder)}}${escapeSnippet(after)}`;
  return { range: rangeOf(at, path, span), snippet: { kind: 'snippet', value } };
}

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

export const toHover = (at: Translator, path: string, hover: Hover) => ({
  contents: { kind: MarkupKind.Markdown, value: hover.markdown },
  range: rangeOf(at, path, hover.span),
});

const COMPLETION_KINDS: Record<Suggestion['kind'], CompletionItemKind> = {
  control: CompletionItemKind.Constant,
  clause: CompletionItemKind.Reference,
  objective: CompletionItemKind.Folder,
  document: CompletionItemKind.File,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  path: CompletionItemKind.File,
  date: CompletionItemKind.Value,
};

/** `data` lets the client ask for the documentation later. */
export function toCompletionItem(at: Translator, path: string, suggestion: Suggestion, data: unknown): CompletionItem {
  const { label, detail, description, filterText, sortText, more } = suggestion;
  return {
    label,
    kind: COMPLETION_KINDS[suggestion.kind],
    textEdit: toEdit(at, path, suggestion.edit),
    sortText,
    data,
    ...(detail === undefined && description === undefined
      ? {}
      : {
          labelDetails: {
            ...(detail === undefined ? {} : { detail }),
            ...(description === undefined ? {} : { description }),
          },
        }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(more ? { additionalTextEdits: more.map((edit) => toEdit(at, path, edit)) } : {}),
  };
}

export const toLocation = (at: Translator, target: Target): Location => ({
  uri: addressOf(at, target.file),
  range: target.lines ? rangeOfLines(target.lines) : rangeOf(at, target.file, target.selection),
});

/** To the end of the last line, which the protocol lets a column be beyond: the file may be one that is not read. */
const rangeOfLines = ({ first, last }: LineRange): Range => ({
  start: { line: first - 1, character: 0 },
  end: { line: last - 1, character: uinteger.MAX_VALUE },
});

/** The fragment is what editors and browsers take for a line. */
export function toDocumentLink(at: Translator, path: string, { span, target }: DocumentLink): LspDocumentLink {
  const { start, end } = toLocation(at, target).range;
  const last = target.lines && target.lines.last > target.lines.first ? `-L${target.lines.last}` : '';
  const isStart = end.line === 0 && end.character === 0;
  const fragment = isStart ? '' : `#L${start.line + 1}${last}`;
  return { range: rangeOf(at, path, span), target: addressOf(at, target.file) + fragment };
}

export const toLocationLink = (at: Translator, target: Target): LocationLink => ({
  targetUri: addressOf(at, target.file),
  targetRange: target.lines ? rangeOfLines(target.lines) : rangeOf(at, target.file, target.span),
  targetSelectionRange: toLocation(at, target).range,
});

const SYMBOL_KINDS: Record<DocumentSymbol['kind'], SymbolKind> = {
  heading: SymbolKind.String,
  control: SymbolKind.Constant,
  clause: SymbolKind.Constant,
  key: SymbolKind.Property,
  row: SymbolKind.Struct,
};

export const toSymbol = (at: Translator, path: string, symbol: DocumentSymbol): LspSymbol => ({
  name: symbol.name,
  kind: SYMBOL_KINDS[symbol.kind],
  range: rangeOf(at, path, symbol.span),
  selectionRange: rangeOf(at, path, symbol.selection),
  children: symbol.children.map((child) => toSymbol(at, path, child)),
  ...(symbol.detail === undefined ? {} : { detail: symbol.detail }),
});

/** A line of the Readiness tree with addresses instead of paths. */
export interface ReadinessNodeDto extends Omit<ReadinessNode, 'children' | 'place'> {
  readonly children: readonly ReadinessNodeDto[];
  readonly place?: Location;
}

export function toReadinessNode(at: Translator, node: ReadinessNode): ReadinessNodeDto {
  const { children, place, ...rest } = node;
  return {
    ...rest,
    children: children.map((child) => toReadinessNode(at, child)),
    ...(place ? { place: { uri: addressOf(at, place.file), range: rangeOf(at, place.file, place.span) } } : {}),
  };
}
