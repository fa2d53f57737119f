import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectionError, CreditsSpentError, createClient, type ExportOptions } from '../src/index.ts';
import { refuse, requestId, type ScriptedServer, scriptedServer } from './scripted-server.ts';

let server: ScriptedServer;
beforeEach(async () => {
  server = await scriptedServer();
});
afterEach(() => server.close());

const head = { 'X-Export-Rows': '12', 'X-Export-Credits': '2', 'X-Dataset-Version': '7' };

function begin(options: Partial<ExportOptions> = {}) {
  const client = createClient({ baseUrl: server.baseUrl, key: 'k' }, { wait: async () => {}, random: () => 0 });
  return client.productVideos.export({ product_id: '1', sort_type: 'ascending' }, { format: 'csv', ...options });
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const chunk of bytes) text += new TextDecoder().decode(chunk);
  return text;
}

describe('an export', () => {
  it('says what the whole is and costs, and gives its bytes', async () => {
    server.answer = (_request, response) => response.writeHead(200, head).end('a,b\r\n');
    const { bytes, ...announced } = await begin({ limit: 12 });
    expect(announced).toEqual({ rows: 12, credits: 2, datasetVersion: 7 });
    expect(await textOf(bytes)).toBe('a,b\r\n');
    const [url] = server.asked;
    expect(url?.pathname).toBe('/v1/export/product-videos');
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
      product_id: '1',
      sort_type: '0',
      format: 'csv',
      limit: '12',
    });
  });

  it('of a trend takes a region and days', async () => {
    server.answer = (_request, response) => response.writeHead(200, head).end('a,b\r\n');
    const client = createClient({ baseUrl: server.baseUrl, key: 'k' });
    const days = { region: 'US', start_date: '2026-01-05', end_date: '2026-01-31' };
    const { rows, bytes } = await client.productTrends.export(
      { ...days, fields: ['dt', 'product_id'] },
      { format: 'parquet' },
    );
    expect([rows, await textOf(bytes)]).toEqual([12, 'a,b\r\n']);
    expect(server.asked.map(({ pathname }) => pathname)).toEqual(['/v1/export/product-trends']);
    expect(Object.fromEntries(server.asked[0]?.searchParams ?? [])).toEqual({
      ...days,
      fields: 'dt,product_id',
      format: 'parquet',
    });
    // @ts-expect-error: one product has its trend.
    const single = client.productTrends.export({ ...days, product_id: '1' }, { format: 'csv' });
    await expect(single).rejects.toThrow('product-trends has no parameter product_id');
  });

  it('throws where the stream breaks off, and does not ask again', async () => {
    server.answer = (_request, response) => {
      response.writeHead(200, head).write('a,b\r\n', () => response.destroy());
    };
    const { bytes } = await begin();
    await expect(textOf(bytes)).rejects.toBeInstanceOf(ConnectionError);
    expect(server.asked).toHaveLength(1);
  });

  it('is asked for again while it is refused for the moment, and not when it cannot be paid', async () => {
    server.answer = (_request, response) =>
      server.asked.length < 3 ? refuse(response, 503) : response.writeHead(200, head).end('x');
    expect(await textOf((await begin()).bytes)).toBe('x');
    expect(server.asked).toHaveLength(3);
    server.answer = (_request, response) => refuse(response, 402);
    const error = await begin().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CreditsSpentError);
    expect(error).toMatchObject({ requestId });
    expect(server.asked).toHaveLength(4);
  });

  it('ends with the signal, before and while it comes', async () => {
    server.answer = (_request, response) => response.writeHead(200, head).write('begun');
    await expect(begin({ signal: AbortSignal.abort(new Error('not now')) })).rejects.toThrow('not now');
    const controller = new AbortController();
    const { bytes } = await begin({ signal: controller.signal });
    const reading = textOf(bytes);
    controller.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });

  it('tells the server when nobody reads on', async () => {
    const gone = new Promise((resolve) => {
      server.answer = (_request, response) => {
        response.once('close', resolve);
        response.writeHead(200, head).write('begun');
      };
    });
    for await (const chunk of (await begin()).bytes) {
      expect(chunk.length).toBe(5);
      break;
    }
    await gone;
  });
});
