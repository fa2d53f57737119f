import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { productVideos } from '../../../src/catalogue/lists/product-videos.ts';
import { store } from '../../serving/rows.ts';
import { type TestServer, testServer } from '../http/test-server.ts';

let test: TestServer;
let origin: string;
beforeAll(async () => {
  test = await testServer();
  await storeMarket();
  origin = await test.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => test.remove());

/** Two products are on the rise and cheap; of the better one a small creator sells most. */
async function storeMarket(): Promise<void> {
  const product = { ...productList.example.row, sales_trend_flag: 1 };
  await store(test.engine, productList, 1, [
    { ...product, product_id: '11', spu_avg_price: 19.99, total_sale_30d_cnt: 500 },
    { ...product, product_id: '12', spu_avg_price: 20.01, total_sale_30d_cnt: 900 },
    { ...product, product_id: '13', spu_avg_price: 5, total_sale_30d_cnt: 800 },
    { ...product, product_id: '14', spu_avg_price: 5, total_sale_30d_cnt: 900, sales_trend_flag: 2 },
  ]);
  const creator = { ...productCreators.example.row, product_id: '13' };
  await store(test.engine, productCreators, 1, [
    { ...creator, user_id: '21', per_product_ifl_sale_cnt: 10, total_followers_cnt: 1_000_000 },
    { ...creator, user_id: '22', per_product_ifl_sale_cnt: 300, total_followers_cnt: 5_000 },
  ]);
  const video = { ...productVideos.example.row, product_id: '13', user_id: '22' };
  await store(test.engine, productVideos, 1, [
    { ...video, video_id: '31', total_video_sale_cnt: 40 },
    { ...video, video_id: '32', total_video_sale_cnt: 260 },
  ]);
}

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(client: Client, name: string, given: Readonly<Record<string, unknown>>): Promise<readonly Row[]> {
  const { content, isError } = await client.callTool({ name, arguments: given });
  const [block] = content;
  if (block?.type !== 'text') throw new TypeError('expected one text');
  const envelope = JSON.parse(block.text);
  expect([isError, envelope.code]).toEqual([false, 0]);
  return envelope.data;
}

async function connected(key: CreatedKey, versionNegotiation: 'auto' | 'legacy'): Promise<Client> {
  const client = new Client({ name: 'agent', version: '1' }, { versionNegotiation: { mode: versionNegotiation } });
  const headers = { authorization: `Bearer ${key.key}` };
  await client.connect(new StreamableHTTPClientTransport(new URL('/tiktok/mcp', origin), { requestInit: { headers } }));
  return client;
}

describe.each(['auto', 'legacy'] as const)('an agent with the official client (%s)', (mode) => {
  it('finds what rises and is cheap, who sells it and with which video, for a credit a question', async () => {
    const key = await test.newKey({ credits: 3 });
    const client = await connected(key, mode);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('product_list_analytics');

    const rising = await rowsOf(client, 'product_list_analytics', {
      region: 'US',
      sales_trend_flag: 1,
      max_spu_avg_price: 20,
      product_sort_field: 5,
    });
    expect(rising.map((row) => row['product_id'])).toEqual(['13', '11']);

    const product_id = rising[0]?.['product_id'];
    const creators = await rowsOf(client, 'product_creators_analytics', {
      product_id,
      product_influencer_sort_field: 3,
    });
    expect(creators.map((row) => row['user_id'])).toEqual(['22', '21']);

    const videos = await rowsOf(client, 'product_videos_analytics', { product_id, product_video_sort_field: 4 });
    expect(videos.map((row) => row['video_id'])).toEqual(['32', '31']);
    expect(await test.creditsOf(key)).toBe(0);
    await client.close();
  });

  it('hears why a call is refused', async () => {
    const client = await connected(await test.newKey({ credits: 0 }), mode);
    const { content, isError } = await client.callTool({ name: 'product_list_analytics', arguments: { region: 'US' } });
    expect(isError).toBe(true);
    expect(content).toEqual([{ type: 'text', text: expect.stringContaining('"code":402') }]);
    await client.close();
  });
});
