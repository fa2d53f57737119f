import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { creator, live, product, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const byHandle = { user_id: undefined };

const goods = [product('2026-03-01', { total_sale_cnt: 10 }), product('2026-03-04', { total_sale_cnt: 40 })];
/** What is seen of one creator by handle, by id, and by both. */
const handles = [
  video('2026-03-01', { ...byHandle, unique_id: '@Ann.B', total_views_cnt: 10 }),
  video('2026-03-04', { ...byHandle, unique_id: 'ann.b', total_views_cnt: 900 }),
  creator('2026-03-02', { ...byHandle, unique_id: 'ann.b', nick_name: 'Ann', total_followers_cnt: 70 }),
];
const ids = [live('2026-03-03', { total_views_cnt: 50 }), creator('2026-03-01', { category: 'Beauty' })];
const both = [creator('2026-03-03', { unique_id: 'ann.b', total_followers_cnt: 80 })];

const orders: readonly (readonly [string, readonly (readonly Observation[])[]])[] = [
  ['handles before ids', [[...goods, ...handles], ids, both]],
  ['ids before handles', [[...goods, ...ids], handles, both]],
  ['both before either', [[...goods, ...both], handles, ids]],
  [
    'all again',
    [
      [...goods, ...handles, ...both],
      [...goods, ...handles, ...ids, ...both],
    ],
  ],
];

describe('a creator who is known by handle and by id is one, and no sale counts twice', () => {
  it.each(orders)('%s', async (_, parts) => {
    for (const part of parts) {
      await fixture.take(part);
      await fixture.publish({ asOf: '2026-03-04', force: true });
    }
    const version = (await fixture.versions.current())?.version ?? 0;
    const rows = await servedRows(fixture.engine, version);
    expect(differences(rows, oracle([...goods, ...handles, ...ids, ...both], { asOf: '2026-03-04' }))).toEqual([]);
    expect(rows['serving_product_creators']).toMatchObject([
      { user_id: '7', unique_id: 'ann.b', nick_name: 'Ann', category: 'Beauty', total_followers_cnt: '80' },
    ]);
    expect(rows['serving_product_list']).toMatchObject([
      { total_ifl_cnt: '1', total_video_cnt: '1', total_live_cnt: '1' },
    ]);
    expect(rows['serving_influencer_products']).toMatchObject([
      { user_id: '7', total_video_cnt: '1', total_live_cnt: '1' },
    ]);
  });

  it('of a handle that changed hands, as it was seen last', async () => {
    await fixture.take([...goods, ...handles, ...both]);
    await fixture.publish();
    await fixture.take([creator('2026-03-04', { user_id: '8', unique_id: 'Ann.B' })]);
    const { version } = await fixture.publish();
    const rows = await servedRows(fixture.engine, version);
    expect(rows['serving_product_creators']).toMatchObject([{ user_id: '8', unique_id: 'ann.b' }]);
  });

  it('and is shown by handle until the id is seen', async () => {
    await fixture.take([...goods, ...handles.slice(0, 1)]);
    const { version } = await fixture.publish();
    const rows = await servedRows(fixture.engine, version);
    expect(rows['serving_product_creators']).toMatchObject([{ user_id: '10818650013469891915', unique_id: '@Ann.B' }]);
  });
});

describe('a shop that is known by name and by id is one', () => {
  const named = product('2026-03-02', { product_id: '101', seller_name: 'Example  Store' });
  const known = product('2026-03-02', { product_id: '102', seller_id: '5' });
  const shop: Observation = {
    kind: 'shop',
    observed_at: '2026-03-03T12:00:00Z',
    region: 'US',
    seller_id: '5',
    shop_name: 'example store',
  };
  const elsewhere = product('2026-03-02', { product_id: '103', region: 'ID', seller_name: 'Example Store' });

  it.each<[string, readonly (readonly Observation[])[]]>([
    ['name before id', [[named, elsewhere], [known], [shop]]],
    [
      'id before name',
      [
        [known, shop],
        [named, elsewhere],
      ],
    ],
  ])('%s', async (_, parts) => {
    for (const part of parts) {
      await fixture.take(part);
      await fixture.publish();
    }
    const version = (await fixture.versions.current())?.version ?? 0;
    const rows = await servedRows(fixture.engine, version);
    expect(differences(rows, oracle(parts.flat()))).toEqual([]);
    const sellers = (rows['serving_product_list'] ?? []).map(({ product_id, seller_id }) => [product_id, seller_id]);
    expect(sellers.slice(0, 2)).toEqual([
      ['101', '5'],
      ['102', '5'],
    ]);
    expect(BigInt(String(sellers[2]?.[1]))).toBeGreaterThanOrEqual(2n ** 63n);
  });
});
