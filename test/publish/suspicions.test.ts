import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { product, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const dayOf = (index: number) => new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10);

function units(totals: readonly number[]) {
  return totals.map((total, index) => product(dayOf(index), { total_sale_cnt: total }));
}

describe('a publish says what looks wrong about a total', () => {
  it('that falls in more than one of twenty steps', async () => {
    const views = [3870839, 3870839, 3340013, 1071845, 3370167, 707002, 2611952, 1079652, 1833735, 604314];
    await fixture.take(views.map((total, index) => video(dayOf(index), { total_views_cnt: total })));
    expect((await fixture.publish()).suspicions).toEqual([
      {
        sign: 'falling-total',
        field: 'video.total_views_cnt',
        count: 5,
        of: 9,
        message: '5 of 9 steps fall: a count of some days is no running total',
        examples: ['1: 5 of 9 steps'],
      },
    ]);
  });

  it('that is rounded and does not say so', async () => {
    const totals = Array.from({ length: 21 }, (_, index) => 100_000 + 1_000 * Math.floor(index / 10));
    await fixture.take(units(totals));
    expect((await fixture.publish()).suspicions).toMatchObject([
      { sign: 'rounded-total', field: 'product.total_sale_cnt', count: 1, of: 1, examples: ['100: 100000 to 102000'] },
    ]);
    await fixture.empty();
    await fixture.take(units(totals).map((record) => ({ ...record, rounded_to: 1000 })));
    expect((await fixture.publish()).suspicions).toBeUndefined();
  });

  it('that fell to 0 once, which is no sale', async () => {
    const totals = Array.from({ length: 21 }, (_, index) => (index === 10 ? 0 : 100_000 + 100 * index));
    await fixture.take(units(totals));
    const { suspicions, version } = await fixture.publish();
    expect(suspicions).toMatchObject([{ sign: 'zero-and-back', count: 1, of: 1, examples: ['100'] }]);
    const sql =
      'SELECT toString(total_sale_30d_cnt) AS units FROM serving_product_list WHERE version = {version:UInt32}';
    expect(await fixture.engine.rows(sql, { version })).toEqual([{ units: '2000' }]);
  });

  it('but not of one that grows, with a correction now and then', async () => {
    await fixture.take(units(Array.from({ length: 21 }, (_, index) => 1_000 + 7 * index - (index === 5 ? 20 : 0))));
    expect((await fixture.publish()).suspicions).toBeUndefined();
  });
});
