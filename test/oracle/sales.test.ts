import { describe, expect, it } from 'vitest';
import type { Observation } from './observation.ts';
import { oracle } from './oracle.ts';
import { fx, live, only, product, sale, video } from './sightings.ts';

/** Product 100 as of 10 March. */
function row(seen: readonly Observation[], options: Parameters<typeof oracle>[1] = {}) {
  return only(oracle([...seen, product('2026-03-10', { product_id: '9' })], options).products.filter(is100));
}

function is100({ product_id }: { readonly [field: string]: unknown }): boolean {
  return product_id === '100';
}

const stated = { basis: 'stated' } as const;

describe('a product whose total was not observed sells what is known of each day', () => {
  it('measured sales of all sources, and what videos and lives state of themselves', () => {
    const own = (total_live_sale_cnt: number) => [{ product_id: '100', total_live_sale_cnt }];
    const seen = [
      sale('2026-03-10', 3, { video_id: '1', user_id: '7', gmv: 12, currency: 'EUR' }),
      sale('2026-03-10', 2, { channel: 'card', gmv: 5, currency: 'EUR' }),
      live('2026-03-08', { live_id: '2', products: own(4) }),
      live('2026-03-10', { live_id: '2', products: own(10) }),
      product('2026-03-10', { currency: 'EUR', spu_avg_price: 2 }),
    ];
    expect(row(seen)).toMatchObject({
      total_sale_1d_cnt: 8,
      total_sale_7d_cnt: 11,
      total_video_sale_1d_cnt: 3,
      total_live_sale_1d_cnt: 3,
      total_live_sale_7d_cnt: 6,
      // 12 and 5 as stated, and the units of the live at the price.
      total_sale_gmv_1d_amt: 23,
      total_sale_gmv_7d_amt: 29,
      total_video_sale_gmv_1d_amt: 12,
      // The live had sold 4 before.
      total_sale_cnt: 15,
    });
  });

  it('measured ones in place of what the same source states for the day', () => {
    const own = (total_video_sale_cnt: number) => [{ product_id: '100', total_video_sale_cnt }];
    const grown = [video('2026-03-08', { products: own(0) }), video('2026-03-10', { products: own(10) })];
    const seen = [...grown, sale('2026-03-10', 3, { video_id: '1' })];
    expect(row(seen)).toMatchObject({ total_sale_1d_cnt: 3, total_sale_7d_cnt: 8 });
  });

  it('and is listed with its currency though nothing else was seen of it', () => {
    const seen = [sale('2026-03-10', 3, { video_id: '5', user_id: '7', gmv: 1.5, currency: 'IDR' })];
    expect(row(seen)).toMatchObject({ region: '', currency: 'IDR', total_sale_cnt: 3, total_sale_gmv_amt: 1.5 });
    const { productVideos, productCreators } = oracle(seen);
    expect(only(productVideos)).toMatchObject({ video_id: '5', user_id: '7', total_video_sale_cnt: 3 });
    expect(only(productCreators)).toMatchObject({ user_id: '7', per_product_ifl_sale_cnt: 3 });
  });
});

describe('a product whose total was observed on both sides of a day', () => {
  const totals = [
    product('2026-03-08', { total_sale_cnt: 100, spu_avg_price: 1 }),
    product('2026-03-10', { total_sale_cnt: 110 }),
    video('2026-03-08', { total_views_cnt: 0 }),
    video('2026-03-10', { total_views_cnt: 100 }),
  ];

  it('keeps its growth; what is known is taken first, and the rest is estimated', () => {
    const seen = [...totals, sale('2026-03-10', 1, { live_id: '2' }), sale('2026-03-10', 2)];
    const { products, storefronts } = oracle(seen);
    // 5 units: 1 the live's, 2 the storefront's, and of 2 more video 1 gets 1.6 and the storefront 0.4.
    expect(only(products)).toMatchObject({
      total_sale_1d_cnt: 5,
      total_live_sale_1d_cnt: 1,
      total_video_sale_1d_cnt: 2,
    });
    expect(storefronts['100']?.[1]).toBe(2_400);
  });

  it('caps what is known at it, in proportion', () => {
    const seen = [...totals, sale('2026-03-10', 12, { live_id: '2' }), sale('2026-03-10', 8)];
    const { products, storefronts } = oracle(seen);
    expect(only(products)).toMatchObject({ total_sale_1d_cnt: 5, total_live_sale_1d_cnt: 3 });
    expect(storefronts['100']?.[1]).toBe(2_000);
  });
});

describe('a stated range', () => {
  it('spreads evenly over its days what better sources leave of it', () => {
    const range = sale('2026-03-10', 100, { ...stated, day_from: '2026-03-01', gmv: 1000, currency: 'USD' });
    const measured = [sale('2026-03-09', 30, { gmv: 100, currency: 'USD' }), sale('2026-03-10', 6, { video_id: '1' })];
    // 64 are left for eight days, and 900 less what 6 units are worth, nothing without a price.
    expect(row([range, ...measured])).toMatchObject({
      total_sale_1d_cnt: 6,
      total_sale_7d_cnt: 6 + 30 + 5 * 8,
      total_sale_15d_cnt: 100,
      total_sale_gmv_7d_amt: 100 + 5 * 112.5,
      total_sale_gmv_15d_amt: 1000,
    });
  });

  it('that is exported anew each day gives each window exactly', () => {
    const seen = [100, 130, 125].map((units, index) =>
      sale(`2026-03-${String(8 + index).padStart(2, '0')}`, units, {
        ...stated,
        day_from: `2026-03-${String(2 + index).padStart(2, '0')}`,
        gmv: units * 3,
        currency: 'USD',
      }),
    );
    for (const [index, units] of [100, 130, 125].entries())
      expect(row(seen, { asOf: `2026-03-${String(8 + index).padStart(2, '0')}` })).toMatchObject({
        total_sale_7d_cnt: units,
        total_sale_gmv_7d_amt: units * 3,
      });
  });

  it('never takes anything away, and shorter ranges come first', () => {
    const seen = [
      sale('2026-03-10', 3, { ...stated, day_from: '2026-03-08' }),
      sale('2026-03-09', 4, { ...stated }),
      sale('2026-03-10', 2, { ...stated, day_from: '2026-03-01' }),
    ];
    expect(row(seen)).toMatchObject({ total_sale_1d_cnt: 0, total_sale_7d_cnt: 4, total_sale_90d_cnt: 4 });
  });

  it('of a video is known of the video, and no less than the product sold', () => {
    const seen = [
      sale('2026-03-10', 14, { ...stated, day_from: '2026-03-04', video_id: '1' }),
      sale('2026-03-10', 7, { ...stated, day_from: '2026-03-04' }),
    ];
    expect(row(seen)).toMatchObject({ total_sale_7d_cnt: 14, total_video_sale_7d_cnt: 14 });
  });

  it('gives nothing to days that the total of the product covers', () => {
    const seen = [
      product('2026-03-08', { total_sale_cnt: 100 }),
      product('2026-03-10', { total_sale_cnt: 104 }),
      sale('2026-03-10', 36, { ...stated, day_from: '2026-03-01' }),
    ];
    expect(row(seen)).toMatchObject({ total_sale_1d_cnt: 2, total_sale_7d_cnt: 4 + 5 * 4, total_sale_15d_cnt: 36 });
  });
});

describe('statements of one sale', () => {
  const line = sale('2026-03-10', 3, { sale_id: 'order 1' });
  const later = { observed_at: '2026-03-10T23:30:00Z' };

  it('count once, the last one as a whole', () => {
    expect(row([line, line, { ...line, ...later, units: 2, day: '2026-03-09' }])).toMatchObject({
      total_sale_1d_cnt: 0,
      total_sale_7d_cnt: 2,
    });
    expect(row([{ ...line, ...later, units: 0 }, line])).toMatchObject({ total_sale_90d_cnt: 0, total_sale_cnt: 0 });
  });

  it('of one moment: the largest', () => {
    expect(row([line, { ...line, units: 5 }, { ...line, units: 4 }])).toMatchObject({ total_sale_1d_cnt: 5 });
  });

  it('without an id are those of the same product, days, content, channel and basis', () => {
    const [one, two] = [sale('2026-03-10', 3), sale('2026-03-10', 4, later)];
    expect(row([one, two])).toMatchObject({ total_sale_1d_cnt: 4 });
    expect(row([one, { ...two, channel: 'card' }])).toMatchObject({ total_sale_1d_cnt: 7 });
  });
});

it('a line with a SKU is of the product that was seen with it, whenever that was', () => {
  const line = sale('2026-03-10', 3, { product_id: undefined, sku_id: '77' });
  const skus = [{ sku_id: '77', real_price: { price_val: 2 } }];
  expect(oracle([line]).products).toEqual([]);
  expect(row([line, product('2026-03-01', { skus })])).toMatchObject({
    total_sale_1d_cnt: 3,
    total_sale_gmv_1d_amt: 6,
  });
});

it('amounts are converted at the rate of their day; those in another currency than the product’s do not count', () => {
  const seen = [
    fx('2026-03-01', 'EUR', 0.5),
    fx('2026-03-10', 'EUR', 0.25),
    product('2026-03-09', { currency: 'EUR', spu_avg_price: 2 }),
    sale('2026-03-09', 1, { gmv: 10, currency: 'EUR' }),
    sale('2026-03-10', 1, { gmv: 10, currency: 'EUR' }),
    sale('2026-03-10', 1, { gmv: 10, currency: 'USD', channel: 'card' }),
  ];
  expect(row(seen, { reportingCurrency: 'USD' })).toMatchObject({
    total_sale_gmv_1d_amt: 48,
    total_sale_gmv_7d_amt: 68,
  });
  expect(row(seen)).toMatchObject({ total_sale_gmv_1d_amt: 12, total_sale_gmv_7d_amt: 22 });
  expect(oracle(seen).otherCurrency).toEqual({ USD: 1 });
});
