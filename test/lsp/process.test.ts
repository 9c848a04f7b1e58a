import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createMessageConnection, SocketMessageReader, SocketMessageWriter } from 'vscode-jsonrpc/node';
import { folder } from '../support/folder';

const BIN = resolve(import.meta.dirname, '../../server/bin');

/** Speaks the protocol by hand: a header, a blank line, JSON. */
class RawClient {
  readonly child;
  private buffer = Buffer.alloc(0);
  private readonly waiting = new Map<number, (result: unknown) => void>();
  private next = 1;

  constructor(file: string, args: readonly string[]) {
    this.child = spawn(process.execPath, [join(BIN, file), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout.on('data', (data: Buffer) => {
      this.buffer = Buffer.concat([this.buffer, data]);
      for (let message = this.take(); message; message = this.take())
        if (message.id !== undefined) this.waiting.get(message.id)?.(message.result);
    });
  }

  private take(): { id?: number; result?: unknown } | undefined {
    const end = this.buffer.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/.exec(this.buffer.subarray(0, end).toString())?.[1]);
    if (this.buffer.length < end + 4 + length) return undefined;
    const message = JSON.parse(this.buffer.subarray(end + 4, end + 4 + length).toString());
    this.buffer = this.buffer.subarray(end + 4 + length);
    return message;
  }

  send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  request<T>(method: string, params: unknown): Promise<T> {
    const id = this.next++;
    this.send({ id, method, params });
    return new Promise((resolve_) => this.waiting.set(id, resolve_ as never));
  }

  ended(): Promise<number | null> {
    return new Promise((resolve_) => this.child.once('exit', resolve_));
  }
}

for (const [file, args] of [
  ['aims-language-server.js', ['--stdio']],
  ['aims.js', ['lsp', '--stdio']],
] as const) {
  test(`the built ${file} ${args.join(' ')} answers from initialize to exit`, async () => {
    const text = '# Controls of ISO/IEC 42001\n\nSee A.7.4 and A.7.9.\n';
    const at = folder({ 'aims.yaml': 'organization:\n  name: X\n', 'a.md': text });
    const client = new RawClient(file, args);
    const { capabilities } = await client.request<{ capabilities: { hoverProvider: boolean } }>('initialize', {
      processId: process.pid,
      rootUri: at.uri,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    expect(capabilities.hoverProvider).toBe(true);
    client.send({ method: 'initialized', params: {} });
    const textDocument = { uri: at.uriOf('a.md') };
    client.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { ...textDocument, languageId: 'markdown', version: 1, text } },
    });
    const { items } = await client.request<{ items: readonly { code: string }[] }>('textDocument/diagnostic', {
      textDocument,
    });
    expect(items.map((item) => item.code)).toEqual(['unknown-control']);
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position: { line: 2, character: 6 },
    });
    expect(hover.contents.value).toContain('Quality of data for AI systems');
    const completion = await client.request<readonly { label: string }[]>('textDocument/completion', {
      textDocument,
      position: { line: 2, character: 7 },
    });
    expect(completion.map((item) => item.label)).toContain('A.7.4');
    expect(await client.request('shutdown', null)).toBeNull();
    const ended = client.ended();
    client.send({ method: 'exit' });
    expect(await ended).toBe(0);
  });
}

test('an exit without shutdown is a failure', async () => {
  const client = new RawClient('aims-language-server.js', ['--stdio']);
  await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  const ended = client.ended();
  client.send({ method: 'exit' });
  expect(await ended).toBe(1);
});

test('it speaks over a pipe as well', async () => {
  const name =
    process.platform === 'win32' ? `\\\\.\\pipe\\aims-${process.pid}` : join(tmpdir(), `aims-${process.pid}.sock`);
  const server = createServer();
  await new Promise<void>((done) => server.listen(name, done));
  const connected = new Promise<import('node:net').Socket>((done) => server.once('connection', done));
  const child = spawn(process.execPath, [join(BIN, 'aims-language-server.js'), `--pipe=${name}`], { stdio: 'inherit' });
  const socket = await connected;
  const connection = createMessageConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket));
  connection.listen();
  const result = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(result).toMatchObject({ serverInfo: { name: 'aims-language-server' } });
  await connection.sendRequest('shutdown');
  const ended = new Promise((done) => child.once('exit', done));
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  server.close();
});

test('it speaks over the channel of a parent Node process', async () => {
  const child = spawn(process.execPath, [join(BIN, 'aims-language-server.js'), '--node-ipc'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = new Promise((done) => child.on('message', done));
  child.send({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  expect(await answer).toMatchObject({ id: 1, result: { serverInfo: { name: 'aims-language-server' } } });
  child.kill();
});
