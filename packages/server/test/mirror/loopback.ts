import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an upstream does with one request. */
export type Reaction = (request: IncomingMessage, response: ServerResponse) => void;

export interface Loopback {
  readonly url: string;
  /** Targets of all requests so far. */
  readonly asked: string[];
  /** What comes next, one reaction a request; then `otherwise` does. */
  readonly next: Reaction[];
  otherwise: Reaction;
  close(): Promise<void>;
}

/** An upstream that does what a test says. */
export async function openLoopback(otherwise: Reaction): Promise<Loopback> {
  const server = createServer((request, response) => {
    loopback.asked.push(request.url ?? '');
    (loopback.next.shift() ?? loopback.otherwise)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const loopback: Loopback = {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    next: [],
    otherwise,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return loopback;
}

/** Answers with a status, and what is given of an envelope, a text or headers. */
export function answer(status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Reaction {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

export function rows(data: unknown, headers?: Readonly<Record<string, string>>): Reaction {
  return answer(200, { code: 0, message: 'success', data, requestId: 'r' }, headers);
}

/** A row for each product that was asked for. */
export function products(headers: Readonly<Record<string, string>> = {}): Reaction {
  return (request, response) => {
    const ids = new URL(request.url ?? '', 'http://x').searchParams.get('product_ids') ?? '';
    rows(
      ids.split(',').map((product_id) => ({ product_id, region: 'US', total_sale_cnt: 100, total_sale_1d_cnt: 1 })),
      headers,
    )(request, response);
  };
}

export function error(status: number, message: string, headers?: Readonly<Record<string, string>>): Reaction {
  return answer(status, { code: status, message, data: null, requestId: 'r' }, headers);
}
