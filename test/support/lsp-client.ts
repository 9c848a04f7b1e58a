import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import { parseWithRemark } from '../../server/src/core/syntax/markdown/remark-parser';
import { serve } from '../../server/src/lsp/server';

/** A client that is not vscode-languageclient, joined to the real server library by two streams. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly request: <T>(method: string, params: unknown) => Promise<T>;
  readonly notify: (method: string, params: unknown) => Promise<void>;
  readonly initialize: (params: object) => Promise<{ readonly capabilities: Readonly<Record<string, unknown>> }>;
}

export function startServer(): TestClient {
  const up = new PassThrough();
  const down = new PassThrough();
  serve(createConnection(up, down), parseWithRemark);
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.listen();
  return {
    connection,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    initialize: async (params) => {
      const result = await connection.sendRequest('initialize', {
        processId: null,
        rootUri: null,
        capabilities: {},
        ...params,
      });
      await connection.sendNotification('initialized', {});
      return result as never;
    },
  };
}

/** Waits until a notification for which `wanted` holds has come. */
export function notification<T>(client: TestClient, method: string, wanted: (params: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const listener = client.connection.onNotification(method, (params: T) => {
      if (!wanted(params)) return;
      listener.dispose();
      resolve(params);
    });
  });
}
