import { expect, test } from 'vitest';
import { folder } from '../support/folder';
import { startServer } from '../support/lsp-client';

const SOA = `# Statement of Applicability, ISO/IEC 42001

| Control | Title | Applicable | Justification | Evidence |
|---|---|---|---|---|
| A.6.2.4 | AI system verification and validation | Yes | R-01 | \`src/model.py:3\`, \`src/model.py#L1-L2\` |
| A.7.4 | Quality of data for AI systems | Yes | R-01 | [Checks](data.md#criteria), \`tests/**\` |
`;

const LINE = 4;

async function started() {
  const at = folder({
    '.git/HEAD': '',
    'docs/aims/aims.yaml': 'organization:\n  name: Harbour Clinic\n',
    'docs/aims/soa.md': SOA,
    'docs/aims/data.md': '# Data\n\n## Criteria\n',
    'src/model.py': 'a\nb\nc\n',
    'tests/test_a.py': 'pass\n',
  });
  const client = startServer();
  await client.initialize({
    capabilities: { textDocument: { diagnostic: {}, definition: { linkSupport: true } } },
    workspaceFolders: [{ uri: at.uri, name: 'test' }],
  });
  const uri = at.uriOf('docs/aims/soa.md');
  await client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: SOA },
  });
  const dead = async () => {
    const { items } = await client.request<{ items: readonly { code: string; message: string }[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    return items.flatMap((item) => (item.code === 'dead-reference' ? [item.message] : []));
  };
  return { at, client, uri, dead };
}

test('document links open files beside the AIMS at their lines and headings', async () => {
  const { at, client, uri, dead } = await started();
  expect(await dead()).toEqual([]);
  const links = await client.request<readonly { target: string; range: { start: { line: number } } }[]>(
    'textDocument/documentLink',
    { textDocument: { uri } },
  );
  expect(links.map((link) => [link.range.start.line, link.target])).toEqual([
    [LINE, `${at.uriOf('src/model.py')}#L3`],
    [LINE, `${at.uriOf('src/model.py')}#L1-L2`],
    [LINE + 1, `${at.uriOf('docs/aims/data.md')}#L3`],
  ]);
});

test('definition selects the lines, and lists what fits a pattern', async () => {
  const { at, client, uri } = await started();
  const definition = (line: number, word: string) =>
    client.request<readonly object[]>('textDocument/definition', {
      textDocument: { uri },
      position: { line, character: SOA.split('\n')[line]!.indexOf(word) + 1 },
    });
  expect(await definition(LINE, 'src/model.py#L1')).toMatchObject([
    { targetUri: at.uriOf('src/model.py'), targetSelectionRange: { start: { line: 0 }, end: { line: 1 } } },
  ]);
  expect(await definition(LINE + 1, 'tests/')).toMatchObject([{ targetUri: at.uriOf('tests/test_a.py') }]);
});

test('a finding comes and goes as the code that is cited changes', async () => {
  const { at, client, dead } = await started();
  expect(await dead()).toEqual([]);
  const change = async (text: string) => {
    at.write('src/model.py', text);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at.uriOf('src/model.py'), type: 2 }] });
  };
  await change('a\nb\n');
  expect(await dead()).toEqual([
    '`../../src/model.py` has 2 lines, so line 3 does not exist. Correct the lines, or cite the file alone.',
  ]);
  await change('a\nb\nc\nd\n');
  expect(await dead()).toEqual([]);
});
