import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measuredLists } from '../../bench/reading/measured-lists.ts';
import { type ReadingFixture, readingFixture } from './reading-fixture.ts';

let fixture: ReadingFixture;

beforeAll(async () => {
  fixture = await readingFixture();
});
afterAll(() => fixture.remove());

/** Counts that should all be 0. */
async function expectNone(sql: string): Promise<void> {
  const { engine, version } = fixture;
  expect(await engine.rows<{ found: string }>(sql, { version })).toEqual([{ found: '0' }]);
}

function pairs(table: string, fields: string): string {
  return `SELECT ${fields} FROM ${table} WHERE version = {version:UInt32}`;
}

describe('the rows of the reading benchmark', () => {
  it('are the same at every run', async () => {
    const again = await fixture.makeAgain();
    for (const { table } of measuredLists) {
      const sums = await fixture.engine.rows<{ rows: string; sum: string }>(
        `SELECT count() AS rows, sum(cityHash64(* EXCEPT version)) AS sum FROM ${table}
         WHERE version IN ({first:UInt32}, {second:UInt32}) GROUP BY version`,
        { first: fixture.version, second: again },
      );
      expect(sums).toHaveLength(2);
      expect(sums[0]).toEqual(sums[1]);
      expect(Number(sums[0]?.rows)).toBeGreaterThan(0);
    }
  });

  it.each([
    ['serving_product_creators', 'product_id, user_id'],
    ['serving_product_videos', 'product_id, video_id'],
    ['serving_influencer_products', 'user_id, product_id'],
    ['serving_shop_videos', 'seller_id, video_id'],
    ['serving_influencer_list', 'user_id'],
    ['serving_shop_list', 'seller_id'],
    ['serving_video_list', 'video_id'],
  ])('hold each row of %s once', async (table, key) => {
    await expectNone(`SELECT count() AS found FROM (${pairs(table, key)} GROUP BY ${key} HAVING count() > 1)`);
  });

  it('list as creators of a product those whose products hold it', async () => {
    const ofProducts = pairs('serving_product_creators', 'product_id, user_id');
    const ofCreators = pairs('serving_influencer_products', 'product_id, user_id');
    await expectNone(`SELECT count() AS found FROM (${ofProducts} EXCEPT ${ofCreators})`);
    await expectNone(`SELECT count() AS found FROM (${ofCreators} EXCEPT ${ofProducts})`);
  });

  it('list as creators of a product those of its videos', async () => {
    const ofVideos = pairs('serving_product_videos', 'DISTINCT product_id, user_id');
    const ofProducts = pairs('serving_product_creators', 'product_id, user_id');
    await expectNone(`SELECT count() AS found FROM (${ofVideos} EXCEPT ${ofProducts})`);
    await expectNone(`SELECT count() AS found FROM (${ofProducts} EXCEPT ${ofVideos})`);
  });

  it('list as videos of a shop those of its products', async () => {
    const products = pairs('serving_product_list', 'product_id, seller_id');
    const ofProducts = `SELECT DISTINCT seller_id, video_id FROM (${pairs('serving_product_videos', 'product_id, video_id')}) AS links
      INNER JOIN (${products}) AS products USING (product_id)`;
    const ofShops = pairs('serving_shop_videos', 'seller_id, video_id');
    await expectNone(`SELECT count() AS found FROM (${ofProducts} EXCEPT ${ofShops})`);
    await expectNone(`SELECT count() AS found FROM (${ofShops} EXCEPT ${ofProducts})`);
  });

  it.each([
    ['serving_video_list', 'video_id', 'serving_product_videos'],
    ['serving_shop_list', 'seller_id', 'serving_product_list'],
  ])('list in %s the same by %s as %s', async (table, id, other) => {
    const [listed, named] = [pairs(table, id), pairs(other, `DISTINCT ${id}`)];
    await expectNone(`SELECT count() AS found FROM (${listed} EXCEPT ${named})`);
    await expectNone(`SELECT count() AS found FROM (${named} EXCEPT ${listed})`);
  });

  it('list all creators who promote something', async () => {
    const promoting = pairs('serving_influencer_products', 'DISTINCT user_id');
    await expectNone(
      `SELECT count() AS found FROM (${promoting} EXCEPT ${pairs('serving_influencer_list', 'user_id')})`,
    );
  });

  it.each([
    ['product_trend', 'units', 'serving_product_list', 'product_id', 'total_sale_90d_cnt', 90],
    ['product_day', 'units', 'serving_product_list', 'product_id', 'total_sale_7d_cnt', 7],
    ['link_day', 'videos', 'serving_product_list', 'product_id', 'total_video_30d_cnt', 30],
    ['shop_trend', 'units', 'serving_shop_list', 'seller_id', 'total_sale_30d_cnt', 30],
    ['creator_trend', 'followers', 'serving_influencer_list', 'user_id', 'total_followers_30d_cnt', 30],
    ['video_trend', 'views', 'serving_video_list', 'video_id', 'total_views_7d_cnt', 7],
  ])('have days in %s whose %s add up to the windows of %s', async (days, grown, table, id, window, count) => {
    const sums = `SELECT ${id}, sum(${grown}) AS grown FROM state_${fixture.version}.${days}
      WHERE day > toDate('${fixture.asOf}') - ${count} GROUP BY ${id}`;
    const windows = pairs(table, `${id}, ${window} AS won`);
    await expectNone(
      `SELECT countIf(won != grown) AS found FROM (${windows}) AS listed LEFT JOIN (${sums}) AS summed USING (${id})`,
    );
    const found = await fixture.engine.rows(`SELECT 1 FROM (${sums}) WHERE grown > 0 LIMIT 1`);
    expect(found).toHaveLength(1);
  });

  it.each(['cover_url', 'skus', 'desc_detail', 'sale_props'])('hold valid JSON in %s', async (field) => {
    await expectNone(
      `SELECT countIf(NOT isValidJSON(${field})) AS found FROM serving_product_list WHERE version = {version:UInt32}`,
    );
  });
});
