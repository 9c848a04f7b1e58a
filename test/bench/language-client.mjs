import { spawn } from 'node:child_process';

/** A client that does nothing but speak the protocol, so that what is measured is the server. */
export class LanguageClient {
  #child;
  #buffer = Buffer.alloc(0);
  #next = 1;
  #answers = new Map();
  #pushes = new Map();

  constructor({ file, args, cwd }) {
    this.#child = spawn(file, args, { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
    this.#child.stdout.on('data', (data) => this.#read(data));
    this.failed = new Promise((_, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    this.failed.catch(() => {});
  }

  request(method, params) {
    const id = this.#next++;
    const answer = new Promise((resolve) => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    return Promise.race([answer, this.failed]);
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  /** The next diagnostics the server sends of its own accord for a document. */
  pushed(uri) {
    return Promise.race([new Promise((resolve) => this.#pushes.set(uri, resolve)), this.failed]);
  }

  stop() {
    this.#child.kill();
  }

  get pid() {
    return this.#child.pid;
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(data) {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#buffer.subarray(0, head).toString())?.[1]);
      if (this.#buffer.length < head + 4 + length) return;
      this.#take(JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length).toString()));
      this.#buffer = this.#buffer.subarray(head + 4 + length);
    }
  }

  #take({ id, method, params, result }) {
    if (method === undefined) this.#answers.get(id)?.(result);
    // What a server asks of its client is agreed to.
    else if (id !== undefined) this.#send({ id, result: method === 'workspace/configuration' ? [null] : null });
    else if (method === 'textDocument/publishDiagnostics') this.#pushes.get(params.uri)?.(params);
    if (method === undefined) this.#answers.delete(id);
  }
}
