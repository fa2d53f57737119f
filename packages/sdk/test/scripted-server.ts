import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Says what a Vitrine server says, but when the test wants it to. */
export interface ScriptedServer {
  readonly baseUrl: string;
  /** Requests so far. */
  readonly asked: URL[];
  answer: (request: IncomingMessage, response: ServerResponse, url: URL) => void;
  close(): void;
}

export const requestId = '00000000-0000-4000-8000-000000000000';

export async function scriptedServer(): Promise<ScriptedServer> {
  const asked: URL[] = [];
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(url);
    scripted.answer(request, response, url);
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const scripted: ScriptedServer = {
    baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    asked,
    answer: (_request, response) => succeed(response, []),
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
  return scripted;
}

export function succeed(response: ServerResponse, data: readonly object[]): void {
  response.end(JSON.stringify({ code: 0, message: 'success', data, requestId }));
}

export function refuse(response: ServerResponse, code: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(code, headers).end(JSON.stringify({ code, message: `refused: ${code}`, data: null, requestId }));
}
