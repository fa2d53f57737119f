import { catalogue, lists } from '../../../packages/server/src/catalogue/catalogue.ts';
import { rowsOf, store } from '../../../packages/server/test/serving/rows.ts';
import { type TestServer, testServer } from '../../../packages/server/test/surfaces/http/test-server.ts';

/** A server on a port, with lists that are longer than a page, as clients of other providers meet it. */
export interface FamilyServer {
  readonly origin: string;
  readonly key: string;
  readonly test: TestServer;
  remove(): Promise<void>;
}

/** Rows in each list besides the example: three pages, the last one short. */
export const rowsInList = 24;

export async function familyServer(): Promise<FamilyServer> {
  const test = await testServer();
  for (const list of lists) {
    const more = Array.from({ length: rowsInList - 1 }, (_, i) => ({ [list.rowId]: String(9_000_000 + i) }));
    await store(test.engine, list, 1, rowsOf(list, more));
  }
  const origin = await test.server.listen({ host: '127.0.0.1', port: 0 });
  const { key } = await test.newKey({ scopes: catalogue.map(({ id }) => id) });
  return { origin, key, test, remove: () => test.remove() };
}

/** Rows as clients read them. */
export type ClientRow = Readonly<Record<string, string | number>>;

export interface ClientEnvelope {
  readonly code: number;
  readonly message: string;
  readonly data: readonly ClientRow[] | null;
  readonly requestId: string;
}

/** GET as `requests` and `fetch` send it: parameters as text, undefined ones left out. */
export async function getEnvelope(
  url: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly headers: Headers; readonly envelope: ClientEnvelope }> {
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const response = await fetch(`${url}?${new URLSearchParams(given)}`, { headers });
  return { status: response.status, headers: response.headers, envelope: (await response.json()) as ClientEnvelope };
}
