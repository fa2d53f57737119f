import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { product, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const goods = [
  product('2026-03-01', { seller_id: '5', category_id: '601', category_l2_id: '602', total_sale_cnt: 10 }),
  video('2026-03-01'),
];

it('names of categories that arrive or change alone are in the rows of the next publish', async () => {
  await expectNames([], { product: '', lists: '[{"category_name":"","category_id":"601"}]' });
  const home = category('2026-03-02', '601', 'Home & "Living" / 3 in 1');
  const named = '[{"category_name":"Home & \\"Living\\" / 3 in 1","category_id":"601"}]';
  await expectNames([home], { product: 'Home & "Living" / 3 in 1', lists: named });
  const boxes = [category('2026-03-02', '602', 'Kotak', 'id-ID'), category('2026-03-03', '601', 'Home')];
  const renamed = '[{"category_name":"Home","category_id":"601"}]';
  await expectNames([home, ...boxes], { product: 'Kotak', lists: renamed });
});

async function expectNames(
  names: readonly Observation[],
  expected: { readonly product: string; readonly lists: string },
): Promise<void> {
  const observations = [...goods, ...names];
  await fixture.take(observations);
  const { version } = await fixture.publish();
  const rows = await servedRows(fixture.engine, version);
  expect(differences(rows, oracle(observations))).toEqual([]);
  expect(rows['serving_product_list']).toMatchObject([{ category_name: expected.product }]);
  expect(rows['serving_shop_list']).toMatchObject([
    { product_category_list: expected.lists, most_product_category_list: expected.lists },
  ]);
  expect(rows['serving_video_list']).toMatchObject([
    { product_category_list: expected.lists, category_ids: '[601,602]' },
  ]);
}

function category(day: string, category_id: string, category_name: string, language = 'en-US'): Observation {
  return { kind: 'category', observed_at: `${day}T12:00:00Z`, category_id, language, category_level: 1, category_name };
}
