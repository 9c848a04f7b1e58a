import { describe, expect, test } from 'vitest';
import { folder, type TestFolder } from '../support/folder';
import { notification, startServer, type TestClient } from '../support/lsp-client';

const SOA = `# Statement of Applicability, ISO/IEC 42001

| Control | Title | Applicable | Justification |
|---|---|---|---|
| A.7.4 | Data provenance | Yes | R-02 |
|  |  |  |  |
`;

const FILES = {
  'aims.yaml': 'organization:\n  name: Harbour Clinic\n',
  'soa.md': SOA,
  'policy.md':
    '---\nid: POL-001\nkind: ai-policy\nowner: Head of AI\nstatus: approved\n---\n# AI policy\n\nSee the [scope](gone.md) and A.7.4, POL-001.\n',
};

const PULL = { textDocument: { diagnostic: { relatedDocumentSupport: false } }, workspace: { workspaceFolders: true } };

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly codeDescription?: { readonly href: string };
}

async function started(
  files: Readonly<Record<string, string>> = FILES,
  capabilities: object = PULL,
): Promise<{ client: TestClient; at: TestFolder }> {
  const at = folder(files);
  const client = startServer();
  await client.initialize({ capabilities, workspaceFolders: [{ uri: at.uri, name: 'test' }] });
  return { client, at };
}

const open = (client: TestClient, uri: string, text: string): Promise<void> =>
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });

const change = (client: TestClient, uri: string, version: number, text: string): Promise<void> =>
  client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });

async function pull(client: TestClient, uri: string): Promise<readonly Diagnostic[]> {
  const report = await client.request<{ readonly items: readonly Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items;
}

describe('diagnostics', () => {
  test('are pulled for a document', async () => {
    const { client, at } = await started();
    await open(client, at.uriOf('soa.md'), SOA);
    const items = await pull(client, at.uriOf('soa.md'));
    const mismatch = items.find((item) => item.code === 'title-mismatch');
    expect(mismatch?.message).toContain('is the title of `A.7.5`');
    expect(mismatch?.range.start).toEqual({ line: 4, character: 10 });
    expect(mismatch?.codeDescription?.href).toContain('title-mismatch');
  });

  test('follow the text while it is typed', async () => {
    const { client, at } = await started();
    const uri = at.uriOf('soa.md');
    await open(client, uri, SOA);
    await change(client, uri, 2, SOA.replace('Data provenance', 'Quality of data for AI systems'));
    expect((await pull(client, uri)).map((item) => item.code)).not.toContain('title-mismatch');
  });

  test('are pulled for the workspace, files nobody opened and missing documents included', async () => {
    const { client, at } = await started();
    const report = await client.request<{
      readonly items: readonly { uri: string; resultId: string; items: readonly Diagnostic[] }[];
    }>('workspace/diagnostic', { previousResultIds: [] });
    const policy = report.items.find((item) => item.uri === at.uriOf('policy.md'));
    expect(policy?.items.map((item) => item.code)).toContain('dead-reference');
    const config = report.items.find((item) => item.uri === at.uriOf('aims.yaml'));
    expect(config?.items.map((item) => item.code)).toContain('document-missing');
    const previousResultIds = report.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const again = await client.request<{ readonly items: readonly { kind: string }[] }>('workspace/diagnostic', {
      previousResultIds,
    });
    expect(again.items.every((item) => item.kind === 'unchanged')).toBe(true);
  });

  test('are sent to a client that cannot pull, and taken back when they are gone', async () => {
    const at = folder(FILES);
    const client = startServer();
    const uri = at.uriOf('policy.md');
    const first = notification<{ uri: string; diagnostics: readonly Diagnostic[] }>(
      client,
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri,
    );
    const { capabilities } = await client.initialize({ rootUri: at.uri });
    expect(capabilities.diagnosticProvider).toBeUndefined();
    expect((await first).diagnostics.map((item) => item.code)).toContain('dead-reference');
    const second = notification<{ uri: string; diagnostics: readonly Diagnostic[] }>(
      client,
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && !params.diagnostics.some((item) => item.code === 'dead-reference'),
    );
    await open(client, uri, FILES['policy.md'].replace('[scope](gone.md)', 'scope'));
    expect((await second).diagnostics.map((item) => item.code)).not.toContain('dead-reference');
  });

  test('notice files that come and go', async () => {
    const { client, at } = await started();
    expect((await pull(client, at.uriOf('policy.md'))).map((item) => item.code)).toContain('dead-reference');
    at.write('gone.md', '# Scope\n');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at.uriOf('gone.md'), type: 1 }] });
    expect((await pull(client, at.uriOf('policy.md'))).map((item) => item.code)).not.toContain('dead-reference');
  });

  test('stay away from a folder that is no AIMS, until it is asked to be checked', async () => {
    const files = {
      'policy.md': '# AI policy\n\nUnder ISO/IEC 42001 see A.7.9. The sites are TBD.\n',
      'notes.md': '# Notes\n\nA.7.9 and [x](gone.md)\n',
    };
    const { client, at } = await started(files);
    expect((await pull(client, at.uriOf('policy.md'))).map((item) => item.code)).toEqual(['unknown-control']);
    expect(await pull(client, at.uriOf('notes.md'))).toEqual([]);
    const other = startServer();
    await other.initialize({
      capabilities: PULL,
      workspaceFolders: [{ uri: at.uri, name: 'test' }],
      initializationOptions: { checkFolderAsAims: true },
    });
    expect((await pull(other, at.uriOf('policy.md'))).map((item) => item.code)).toContain('placeholder');
  });
});

describe('features', () => {
  test('hover explains a control', async () => {
    const { client, at } = await started();
    await open(client, at.uriOf('soa.md'), SOA);
    const hover = await client.request<{ readonly contents: { readonly value: string } }>('textDocument/hover', {
      textDocument: { uri: at.uriOf('soa.md') },
      position: { line: 4, character: 4 },
    });
    expect(hover.contents.value).toContain('A.7.4 Quality of data for AI systems');
    expect(hover.contents.value).toContain('**Auditors look for**');
    expect(hover.contents.value).toContain('because the enclosing heading names it');
  });

  test('completion offers controls in a table cell and fills the title', async () => {
    const { client, at } = await started();
    const uri = at.uriOf('soa.md');
    const text = SOA.replace('|  |  |  |  |', '| A.7. |  |  |  |');
    await open(client, uri, text);
    const items = await client.request<readonly Completion[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 5, character: 6 },
    });
    const item = items.find((one) => one.label === 'A.7.5');
    expect(item?.textEdit).toEqual({
      range: { start: { line: 5, character: 2 }, end: { line: 5, character: 6 } },
      newText: 'A.7.5',
    });
    expect(item?.additionalTextEdits).toEqual([
      { range: { start: { line: 5, character: 9 }, end: { line: 5, character: 9 } }, newText: 'Data provenance' },
    ]);
    const resolved = await client.request<{ readonly documentation: { readonly value: string } }>(
      'completionItem/resolve',
      item,
    );
    expect(resolved.documentation.value).toContain('Data provenance');
  });

  test('completion offers keys and values of front matter', async () => {
    const { client, at } = await started();
    const uri = at.uriOf('policy.md');
    const text = '---\nki\nstatus: \nclauses: [""]\n---\n# Policy\n';
    await open(client, uri, text);
    const at_ = (line: number, character: number) =>
      client.request<readonly Completion[]>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      });
    expect((await at_(1, 2)).map((item) => item.label)).toContain('kind');
    expect((await at_(2, 8)).map((item) => item.label)).toContain('approved');
    expect((await at_(3, 11)).map((item) => item.label)).toContain('9.3.2');
  });

  test('definition leads from a control to its row, from a link to its file', async () => {
    const { client, at } = await started({ ...FILES, 'gone.md': '# Scope\n' });
    const uri = at.uriOf('policy.md');
    await open(client, uri, FILES['policy.md']);
    const definition = (character: number) =>
      client.request<readonly { uri: string; range: { start: { line: number } } }[]>('textDocument/definition', {
        textDocument: { uri },
        position: { line: 8, character },
      });
    expect(await definition(30)).toMatchObject([{ uri: at.uriOf('soa.md'), range: { start: { line: 4 } } }]);
    expect(await definition(18)).toMatchObject([{ uri: at.uriOf('gone.md') }]);
    expect(await definition(38)).toMatchObject([{ uri, range: { start: { line: 1 } } }]);
  });

  test('references find every mention', async () => {
    const { client, at } = await started();
    const uri = at.uriOf('policy.md');
    await open(client, uri, FILES['policy.md']);
    const found = await client.request<readonly { uri: string }[]>('textDocument/references', {
      textDocument: { uri },
      position: { line: 8, character: 30 },
      context: { includeDeclaration: true },
    });
    expect(found.map((one) => one.uri).sort()).toEqual([at.uriOf('policy.md'), at.uriOf('soa.md')]);
  });

  test('symbols show headings and rows', async () => {
    const { client, at } = await started();
    await open(client, at.uriOf('soa.md'), SOA);
    const found = await client.request<readonly { name: string; children: readonly { name: string }[] }[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri: at.uriOf('soa.md') } },
    );
    expect(found[0]?.name).toBe('Statement of Applicability, ISO/IEC 42001');
    expect(found[0]?.children.map((child) => child.name)).toEqual(['A.7.4']);
  });

  test('quick fixes edit the smallest span', async () => {
    const { client, at } = await started();
    const uri = at.uriOf('soa.md');
    await open(client, uri, SOA);
    const range = { start: { line: 4, character: 12 }, end: { line: 4, character: 12 } };
    const actions = await client.request<
      readonly { title: string; edit: { changes: Record<string, readonly object[]> } }[]
    >('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
    expect(actions.map((action) => action.title)).toEqual([
      'Keep `A.7.4`: change the title to "Quality of data for AI systems"',
      'Keep the title: change the id to `A.7.5`',
      'Suppress `title-mismatch` here with a reason',
    ]);
    expect(actions[1]?.edit.changes[uri]).toEqual([
      { range: { start: { line: 4, character: 2 }, end: { line: 4, character: 7 } }, newText: 'A.7.5' },
    ]);
    expect(actions[2]?.edit.changes[uri]).toMatchObject([
      { newText: ' <!-- aims-ignore-line title-mismatch: TODO -->' },
    ]);
  });

  test('a reason is asked for where the client can select it', async () => {
    const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
    const { client, at } = await started(FILES, { workspace: { workspaceEdit } });
    const uri = at.uriOf('soa.md');
    await open(client, uri, SOA);
    const range = { start: { line: 4, character: 12 }, end: { line: 4, character: 12 } };
    const actions = await client.request<
      readonly { edit: { documentChanges: readonly { edits: readonly { snippet?: object }[] }[] } }[]
    >('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
    expect(actions.at(-1)?.edit.documentChanges[0]?.edits[0]?.snippet).toEqual({
      kind: 'snippet',
      value: ` <!-- aims-ignore-line title-mismatch: $\{1:TODO} -->`,
    });
  });

  test('readiness is told for each root', async () => {
    const { client, at } = await started();
    const { roots } = await client.request<{
      roots: readonly { name: string; mode: string; folder: string; nodes: readonly { id: string }[] }[];
    }>('aims/readiness', { view: 'clause' });
    expect(roots).toMatchObject([{ name: 'Harbour Clinic', mode: 'configured', folder: at.uri }]);
    expect(roots[0]?.nodes.map((node) => node.id)).toContain('clauses');
  });

  test('a new document is offered by what is missing, and made with places to fill in', async () => {
    const { client, at } = await started();
    const kinds = await client.request<readonly { id: string; present: number; mandatory: boolean }[]>(
      'aims/documentKinds',
      { root: at.uri },
    );
    expect(kinds[0]).toMatchObject({ id: 'scope', present: 0, mandatory: true });
    expect(kinds.find((kind) => kind.id === 'ai-policy')).toMatchObject({ present: 1 });
    expect(kinds.find((kind) => kind.id === 'soa')).toMatchObject({ present: 1 });
    const made = await client.request<{ uri: string; text: string; snippet: string }>('aims/newDocument', {
      root: at.uri,
      kind: 'scope',
    });
    expect(made.uri).toBe(at.uriOf('aims-scope.md'));
    expect(made.text).toContain('owner: "[Insert owner]"');
    expect(made.snippet).toContain('owner: "${1:[Insert owner]}"');
    expect(await client.request('aims/newDocument', { root: at.uri, kind: 'none' })).toBeNull();
    expect(await client.request('aims/documentKinds', { root: 'file:///nowhere' })).toEqual([]);
  });

  test('readiness by AI system opens where the system is described, and follows the text', async () => {
    const { client, at } = await started();
    const uri = at.uriOf('services/triage/ai-system.yaml');
    const card = 'kind: ai-system\nid: triage-bot\nname: Triage bot\npurpose: x\nowner: Lead\n';
    interface Node {
      readonly id: string;
      readonly description: string;
      readonly expanded?: boolean;
      readonly place?: { readonly uri: string; readonly range: object };
      readonly children: readonly Node[];
    }
    const systems = async () => {
      const { roots } = await client.request<{ roots: readonly { nodes: readonly Node[] }[] }>('aims/readiness', {
        view: 'system',
      });
      return roots[0]?.nodes.find((node) => node.id === 'systems');
    };
    expect(await systems()).toMatchObject({ expanded: true, children: [] });
    await client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: card },
    });
    const [triage] = (await systems())?.children ?? [];
    expect(triage?.place).toMatchObject({ uri, range: { start: { line: 1, character: 4 } } });
    expect(triage?.children.find((node) => node.id.endsWith('/responsibility'))?.description).toBe('mentioned');
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `${card}role: provider\nlast_review: 2026-01-10\nnext_review: 2099-01-01\n` }],
    });
    const [changed] = (await systems())?.children ?? [];
    expect(changed?.children.find((node) => node.id.endsWith('/responsibility'))?.description).toContain('current');
  });

  test('a place without a file on disk gets no answer and no error', async () => {
    const { client } = await started();
    await open(client, 'untitled:Untitled-1', '# A.7.4');
    expect(
      await client.request('textDocument/hover', {
        textDocument: { uri: 'untitled:Untitled-1' },
        position: { line: 0, character: 3 },
      }),
    ).toBeNull();
    expect(await pull(client, 'untitled:Untitled-1')).toEqual([]);
  });
});

interface Completion {
  readonly label: string;
  readonly textEdit: object;
  readonly additionalTextEdits?: readonly object[];
}

describe('several roots', () => {
  test('a folder that is added is checked, one that is removed is forgotten', async () => {
    const { client } = await started();
    const other = folder({
      'aims.yaml': 'organization:\n  name: Second\n',
      'policy.md': '---\nkind: ai-policy\n---\n# AI policy\n\n[x](gone.md)\n',
    });
    const names = async () =>
      (await client.request<{ roots: readonly { name: string }[] }>('aims/readiness', {})).roots.map(
        (root) => root.name,
      );
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: other.uri, name: 'second' }], removed: [] },
    });
    expect(await names()).toEqual(['Harbour Clinic', 'Second']);
    expect((await pull(client, other.uriOf('policy.md'))).map((item) => item.code)).toContain('dead-reference');
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: other.uri, name: 'second' }] },
    });
    expect(await names()).toEqual(['Harbour Clinic']);
  });
});

test('progress is shown while documents are read', async () => {
  const at = folder(FILES);
  const client = startServer();
  const seen: string[] = [];
  client.connection.onRequest('window/workDoneProgress/create', () => null);
  client.connection.onNotification(
    '$/progress',
    ({ value }: { value: { kind: string } }) => void seen.push(value.kind),
  );
  await client.initialize({
    capabilities: { ...PULL, window: { workDoneProgress: true } },
    workspaceFolders: [{ uri: at.uri, name: 'test' }],
  });
  await pull(client, at.uriOf('soa.md'));
  expect(seen[0]).toBe('begin');
  expect(seen.at(-1)).toBe('end');
});
