import { expect } from 'vitest';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import type { Reader } from '../../../src/serving/reader.ts';
import { type Row, rowsOf, store } from '../../serving/rows.ts';
import { bearing, type TestServer, testServer } from '../http/test-server.ts';

export const rowCount = 1_237;
/** Credits for all rows. */
export const price = 124;
const texts = ['plain', 'a,b', 'say "no"', 'line\nend', '=1+1', '漢字 🙂', '},{"avatar":"x"', ''];

/** Creators of product 9, many of them with the same number of followers. */
export const creators: readonly Row[] = Array.from({ length: rowCount }, (_, i) => ({
  product_id: '9',
  user_id: String(1_000 + i),
  nick_name: texts[i % texts.length] ?? '',
  total_followers_cnt: i % 100,
  total_digg_cnt: '9007199254740993',
}));

export const exportPathOf = (query = '', product = '9') => `/v1/export/product-creators?product_id=${product}${query}`;

/** A listening server with the creators of a product, whose reads can be watched and delayed. */
export class ExportServer {
  readonly test: TestServer;
  readonly url: string;
  /** Export pages read so far. */
  pagesRead = 0;
  /** Runs before a page is read. */
  beforePage: (number: number) => Promise<void> = async () => {};
  /** Runs before rows are counted. */
  beforeCount: () => Promise<void> = async () => {};

  constructor(test: TestServer, url: string) {
    this.test = test;
    this.url = url;
  }

  ask(key: CreatedKey, query = '', headers = {}) {
    return this.test.server.inject({ url: exportPathOf(query), headers: { ...bearing(key), ...headers } });
  }

  /** The rows received of a stream that is interrupted. */
  async untilBroken(key: CreatedKey): Promise<readonly Row[]> {
    const response = await fetch(this.url + exportPathOf(), { headers: bearing(key) });
    expect(response.status).toBe(200);
    let text = '';
    const decoder = new TextDecoder();
    const reading = (async () => {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array, { stream: true });
    })();
    await expect(reading).rejects.toThrow();
    return rowsIn(text.slice(0, text.lastIndexOf('\n') + 1));
  }

  /** For the next test. */
  reset(): void {
    this.pagesRead = 0;
    this.beforePage = async () => {};
    this.beforeCount = async () => {};
    this.test.dataset = { version: 1, asOf: '2026-11-20' };
  }

  remove(): Promise<void> {
    return this.test.remove();
  }
}

export async function exportServer(): Promise<ExportServer> {
  let exporting: ExportServer | undefined;
  const wrapReader = (reader: Reader): Reader => ({
    async page(source, query, ...rest) {
      if (exporting !== undefined && query.pageSize > 10) await exporting.beforePage(++exporting.pagesRead);
      return reader.page(source, query, ...rest);
    },
  });
  const test = await testServer({ wrapReader, beforeCount: async () => exporting?.beforeCount() });
  await store(test.engine, productCreators, 1, rowsOf(productCreators, creators));
  exporting = new ExportServer(test, await test.server.listen({ port: 0, host: '127.0.0.1' }));
  return exporting;
}

/** Rows of lines of JSON. */
export function rowsIn(body: string): readonly Row[] {
  if (body === '') return [];
  const lines = body.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}
