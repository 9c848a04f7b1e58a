import { describe, expect, test } from 'vitest';
import { folder } from '../support/folder';
import { startServer, type TestClient } from '../support/lsp-client';

const PULL = { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } };

const NOTE = '# AI policy (ISO/IEC 42001)\n\nOwner: {{OWNER}}\n';

interface Item {
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

const FILES = {
  '.git/HEAD': '',
  'shared/base.yaml': 'rules:\n  placeholder: info\n',
  'one/aims.yaml': 'extends: ../shared/base.yaml\n',
  'one/note.md': NOTE,
  'two/aims.yaml': 'extends: ../shared/base.yaml\nrules:\n  placeholder: error\n',
  'two/note.md': NOTE,
};

async function started(
  names: readonly string[],
  options: object = {},
  files: Readonly<Record<string, string>> = FILES,
) {
  const at = folder(files);
  const client = startServer();
  const workspaceFolders = names.map((name) => ({ uri: name === '' ? at.uri : at.uriOf(name), name }));
  await client.initialize({ capabilities: PULL, workspaceFolders, initializationOptions: options });
  return { client, at };
}

async function pull(client: TestClient, uri: string): Promise<readonly Item[]> {
  const { items } = await client.request<{ items: readonly Item[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return items;
}

/** Error is 1, warning 2, information 3, hint 4. */
const severity = async (client: TestClient, uri: string) =>
  (await pull(client, uri)).find((item) => item.code === 'placeholder')?.severity;

const open = (client: TestClient, uri: string, text: string) =>
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });

const change = (client: TestClient, uri: string, text: string) =>
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text }] });

describe('settings of several roots', () => {
  for (const names of [[''], ['one', 'two'], ['one', 'two', 'shared']]) {
    test(`each root has its own, in ${JSON.stringify(names)}`, async () => {
      const { client, at } = await started(names);
      expect(await severity(client, at.uriOf('one/note.md'))).toBe(3);
      expect(await severity(client, at.uriOf('two/note.md'))).toBe(1);
    });
  }

  test('a folder added later has its own, and one taken away has none', async () => {
    const { client, at } = await started(['one']);
    const two = { uri: at.uriOf('two'), name: 'two' };
    const change = (added: object[], removed: object[]) =>
      client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    await change([two], []);
    expect(await severity(client, at.uriOf('two/note.md'))).toBe(1);
    await change([], [two]);
    expect(await severity(client, at.uriOf('two/note.md'))).toBeUndefined();
    expect(await severity(client, at.uriOf('one/note.md'))).toBe(3);
  });
});

describe('settings change while the server runs', () => {
  test('in aims.yaml, as it is typed', async () => {
    const { client, at } = await started(['']);
    await open(client, at.uriOf('one/aims.yaml'), FILES['one/aims.yaml']);
    await change(client, at.uriOf('one/aims.yaml'), 'rules:\n  placeholder: hint\n');
    expect(await severity(client, at.uriOf('one/note.md'))).toBe(4);
    await change(client, at.uriOf('one/aims.yaml'), 'rules:\n  placeholder: hnt\n');
    expect(await severity(client, at.uriOf('one/note.md'))).toBe(2);
    const [invalid] = (await pull(client, at.uriOf('one/aims.yaml'))).filter((item) => item.code === 'config-invalid');
    expect(invalid?.range.start).toEqual({ line: 1, character: 15 });
  });

  for (const names of [[''], ['one', 'two', 'shared'], ['one']]) {
    test(`in the file they extend, as it is typed and when it is closed, in ${JSON.stringify(names)}`, async () => {
      const { client, at } = await started(names);
      const uri = at.uriOf('shared/base.yaml');
      await open(client, uri, FILES['shared/base.yaml']);
      await change(client, uri, 'rules:\n  placeholder: hint\n');
      expect(await severity(client, at.uriOf('one/note.md'))).toBe(4);
      await client.notify('textDocument/didClose', { textDocument: { uri } });
      await expect.poll(() => severity(client, at.uriOf('one/note.md'))).toBe(3);
    });
  }

  test('in the file they extend, on disk: changed, deleted and made again', async () => {
    const { client, at } = await started(['']);
    const tell = (type: number) =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at.uriOf('shared/base.yaml'), type }] });
    const invalid = async () =>
      (await pull(client, at.uriOf('one/aims.yaml'))).filter((item) => item.code === 'config-invalid').length;
    at.write('shared/base.yaml', 'rules:\n  placeholder: hint\n');
    await tell(2);
    await expect.poll(() => severity(client, at.uriOf('one/note.md'))).toBe(4);
    at.remove('shared/base.yaml');
    await tell(3);
    await expect.poll(invalid).toBe(1);
    expect(await severity(client, at.uriOf('one/note.md'))).toBe(2);
    at.write('shared/base.yaml', 'rules:\n  placeholder: info\n');
    await tell(1);
    await expect.poll(() => severity(client, at.uriOf('one/note.md'))).toBe(3);
    expect(await invalid()).toBe(0);
  });
});

describe('a file that is extended', () => {
  const outside = () => folder({ 'base.yaml': 'rules:\n  placeholder: hint\n' });

  async function faultOf(client: TestClient, uri: string): Promise<Item | undefined> {
    return (await pull(client, uri)).find((one) => one.code === 'config-invalid');
  }

  test('may not lie outside the repository', async () => {
    for (const up of ['../..', '../../../../../../../../../../..']) {
      const written = `${up}${outside().at('base.yaml')}`;
      const { client, at } = await started([''], {}, { '.git/HEAD': '', 'one/aims.yaml': `extends: ${written}\n` });
      const fault = await faultOf(client, at.uriOf('one/aims.yaml'));
      expect(fault?.message).toContain('lies outside the repository');
      expect(fault?.range.start).toEqual({ line: 0, character: 9 });
    }
  });

  test('may not be a link that leads out', async () => {
    const { client, at } = await started([''], {}, { '.git/HEAD': '', 'one/aims.yaml': 'extends: link.yaml\n' });
    expect((await faultOf(client, at.uriOf('one/aims.yaml')))?.message).toContain('does not exist');
    at.link('one/link.yaml', outside().at('base.yaml'));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at.uriOf('one/link.yaml'), type: 1 }] });
    await expect
      .poll(async () => (await faultOf(client, at.uriOf('one/aims.yaml')))?.message)
      .toContain('leads outside the repository');
  });
});

test('a profile of the client sets severities', async () => {
  const files = { 'aims.yaml': '', 'note.md': NOTE };
  for (const [profile, expected] of [
    ['auditor', 1],
    ['engineer', 4],
    ['', 2],
    ['nobody', 2],
  ] as const) {
    const { client, at } = await started([''], { profile }, files);
    expect(await severity(client, at.uriOf('note.md')), profile).toBe(expected);
  }
});

describe('a framework of the organization', () => {
  const HOUSE = 'id: house\nname: House rules\ncontrols:\n  - id: HR-1\n    title: Keep a log\n';

  test('is known from its file as it is typed', async () => {
    const { client, at } = await started(
      [''],
      {},
      {
        '.git/HEAD': '',
        'aims.yaml': 'framework_files: [house.framework.yaml]\n',
        'house.framework.yaml': HOUSE,
        'note.md': '# Note\n\nWe follow house:HR-2.\n',
      },
    );
    const unknown = async () =>
      (await pull(client, at.uriOf('note.md'))).filter((item) => item.code === 'unknown-control').length;
    expect(await unknown()).toBe(1);
    const uri = at.uriOf('house.framework.yaml');
    open(client, at.uriOf('note.md'), '# Note\n\nWe follow house:HR-2.\n');
    open(client, uri, HOUSE);
    change(client, uri, `${HOUSE}  - id: HR-2\n    title: Read the log\n`);
    expect(await unknown()).toBe(0);
    const place = { textDocument: { uri: at.uriOf('note.md') }, position: { line: 2, character: 17 } };
    const { contents } = await client.request<{ contents: { value: string } }>('textDocument/hover', place);
    expect(contents.value).toContain('Read the log');
    change(client, uri, 'id: house\nname: House rules\ncontrols:\n  - id: HR-1\n');
    const faults = (await pull(client, uri)).filter((item) => item.code === 'config-invalid');
    expect(faults.map(({ range }) => range.start.line)).toEqual([3]);
  });
});
