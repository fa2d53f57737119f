import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedKey } from '../../src/access/keys/keys.ts';
import { influencerDetail } from '../../src/catalogue/details/influencer-detail.ts';
import { influencerList } from '../../src/catalogue/lists/influencer-list.ts';
import { rowsOf, store } from '../serving/rows.ts';
import { bearing, exampleUrl, type TestServer, testServer } from './http/test-server.ts';

let test: TestServer;
let key: CreatedKey;
beforeAll(async () => {
  test = await testServer();
  key = await test.newKey();
  const creators = [
    { user_id: '3', unique_id: 'ann', region: 'US' },
    { user_id: '4', unique_id: 'Bob.B', region: 'VN' },
    { user_id: '9', unique_id: 'ann', region: 'ID' },
  ];
  await store(test.engine, influencerList, 1, rowsOf(influencerList, creators));
});
afterAll(() => test.remove());

async function ask(query: Readonly<Record<string, string>>) {
  const url = exampleUrl(influencerDetail, { user_ids: '', ...query });
  const { headers, body } = await test.server.inject({ url, headers: bearing(key) });
  const data = JSON.parse(body).data as readonly { readonly user_id: string }[];
  return { ids: data.map(({ user_id }) => user_id), etag: String(headers['etag']), total: headers['x-total-count'] };
}

describe('a detail by handles', () => {
  it('has the rows of each in their order, in any case, of any market; all of those who share one', async () => {
    expect(await ask({ unique_ids: '@bob.b,ANN,nobody' })).toMatchObject({ ids: ['4', '3', '9'], total: '3' });
  });

  it('has the rows of ids before them, each once', async () => {
    expect((await ask({ user_ids: '9,5', unique_ids: 'ann,bob.b' })).ids).toEqual(['9', '3', '4']);
  });

  it('is empty for handles that nobody has', async () => {
    expect(await ask({ unique_ids: 'nobody' })).toMatchObject({ ids: [], total: '0' });
  });

  it('has a tag of its own', async () => {
    const tags = [
      { unique_ids: 'ann' },
      { unique_ids: 'bob.b' },
      { user_ids: '3' },
      { user_ids: '3', unique_ids: 'ann' },
    ];
    expect(new Set(await Promise.all(tags.map(async (query) => (await ask(query)).etag))).size).toBe(tags.length);
  });
});
