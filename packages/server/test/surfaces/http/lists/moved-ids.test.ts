import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { influencerDetail } from '../../../../src/catalogue/details/influencer-detail.ts';
import { influencerProducts } from '../../../../src/catalogue/lists/influencer-products.ts';
import { movedIdsOf } from '../../../../src/serving/moved-ids.ts';
import { bearing, exampleUrl, type TestServer, testServer } from '../test-server.ts';

const own = '10818650013469891915';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
  const { user_id } = influencerProducts.example.query;
  const row = { version: 1, field: 'user_id', own_id: own, id: user_id };
  await test.engine.insert('serving_identity', Buffer.from(JSON.stringify(row)));
  test.dataset = { version: 1, asOf: '2026-11-20', movedIds: await movedIdsOf(test.engine, 1) };
});
afterAll(() => test.remove());

describe('an id of ours that became one of the marketplace', () => {
  it('is answered with the rows of what it became, and the message says so', async () => {
    const headers = bearing(await test.newKey());
    const response = await test.server.inject({ url: exampleUrl(influencerProducts, { user_id: own }), headers });
    const { user_id } = influencerProducts.example.query;
    expect(response.json()).toMatchObject({
      code: 0,
      message: `user_id ${own} is now ${user_id}`,
      data: [influencerProducts.example.row],
    });
  });

  it('is followed by details too, also where it is asked for beside what it became', async () => {
    const headers = bearing(await test.newKey());
    const { user_id } = influencerProducts.example.query;
    const url = exampleUrl(influencerDetail, { user_ids: `${own},${user_id}` });
    expect((await test.server.inject({ url, headers })).json()).toMatchObject({
      message: `user_id ${own} is now ${user_id}`,
      data: [{ user_id }],
    });
  });

  it('is exported so too', async () => {
    const headers = bearing(await test.newKey());
    const url = `/v1/export/influencer-products?user_id=${own}&format=ndjson`;
    const response = await test.server.inject({ url, headers });
    expect(response.json()).toEqual(influencerProducts.example.row);
  });

  it('while other ids are answered as ever', async () => {
    const headers = bearing(await test.newKey());
    const response = await test.server.inject({ url: exampleUrl(influencerProducts), headers });
    expect(response.json()).toMatchObject({ message: 'success' });
  });
});
