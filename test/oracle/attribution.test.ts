import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, inThousandths, inUnits, type Weights, wholeUnits } from './attribution.ts';
import type { Observation, ProductObservation } from './observation.ts';
import { type OracleOptions, oracle } from './oracle.ts';
import { live, only, product, video } from './sightings.ts';
import { sum } from './split.ts';

const naive: Weights = { ...DEFAULT_WEIGHTS, attribution: 'naive' };
const BEFORE = '2026-03-01';
const DAY = '2026-03-02';

/** A product that sells some units on one day. */
function sells(units: number, before: Partial<ProductObservation> = {}, after: Partial<ProductObservation> = {}) {
  return [
    product(BEFORE, { total_sale_cnt: 1000, ...before }),
    product(DAY, { total_sale_cnt: 1000 + units, ...after }),
  ];
}

/** A video that is viewed on that day. */
function viewed(videoId: string, views: number): Observation[] {
  return [
    video(BEFORE, { video_id: videoId, total_views_cnt: 500 }),
    video(DAY, { video_id: videoId, total_views_cnt: 500 + views }),
  ];
}

function watched(liveId: string, viewers: number): Observation[] {
  return [
    live(BEFORE, { live_id: liveId, total_views_cnt: 0 }),
    live(DAY, { live_id: liveId, total_views_cnt: viewers }),
  ];
}

/** A video whose own sales of the product are known. */
function known(videoId: string, units: number, gmv?: number): Observation[] {
  const own = (sale: number, amount: number | undefined) => [
    { product_id: '100', total_video_sale_cnt: sale, total_video_sale_gmv_amt: amount },
  ];
  return [
    video(BEFORE, { video_id: videoId, products: own(0, gmv === undefined ? undefined : 0) }),
    video(DAY, { video_id: videoId, products: own(units, gmv) }),
  ];
}

/** What each video (by id), the lives together and the storefront got, of the latter thousandths. */
function shares(observations: Observation[], options: OracleOptions = { weights: naive }) {
  const result = oracle(observations, options);
  const { total_live_sale_1d_cnt: live, total_live_sale_gmv_1d_amt: liveGmv } = only(result.products);
  return {
    videos: Object.fromEntries(
      result.productVideos.map(({ video_id, total_video_sale_cnt }) => [video_id, total_video_sale_cnt]),
    ),
    gmvs: Object.fromEntries(
      result.productVideos.map(({ video_id, total_video_sale_gmv_amt }) => [video_id, total_video_sale_gmv_amt]),
    ),
    live,
    liveGmv,
    storefront: result.storefronts[100]?.[1],
  };
}

describe('attribution of units (section 6)', () => {
  it('splits by views, weighted viewers and the share of the storefront', () => {
    // Weights 10, 8 and 18 × 0.2/0.8 = 4.5 of 22.5: 4.444, 3.555 and 2.
    const seen = [...sells(10), ...viewed('2', 10), ...watched('1', 1)];
    expect(shares(seen)).toMatchObject({ videos: { 2: 4 }, live: 4, storefront: 2_000 });
  });

  it('gives all to the storefront on a day without traffic', () => {
    expect(shares([...sells(10), ...viewed('2', 0)])).toMatchObject({ videos: { 2: 0 }, storefront: 10_000 });
  });

  it('takes what was observed first and estimates the rest', () => {
    // 3 known; 7 left on weights 10 and 2.5: 5.6 and 1.4, so 6 and 1.
    const seen = [...sells(10), ...known('1', 3), ...viewed('2', 10)];
    expect(shares(seen)).toMatchObject({ videos: { 1: 3, 2: 6 }, storefront: 1_400 });
  });

  it('splits among the known sources when they exceed the units', () => {
    // 10 on 8 and 7 of 15: 5.33 and 4.67. Their own running totals, 8 and 7, are larger and are served as totals.
    const seen = [...sells(10), ...known('1', 8), ...known('2', 7), ...viewed('3', 99)];
    const result = oracle(seen, { weights: naive });
    expect(only(result.products)).toMatchObject({ total_video_sale_1d_cnt: 10, total_video_sale_cnt: 15 });
    expect(result.storefronts[100]?.[1]).toBe(0);
  });

  it('gives a known source with no growth nothing, whatever its views', () => {
    const own = { products: [{ product_id: '100', total_video_sale_cnt: 0 }] };
    const seen = [
      ...sells(10),
      video(BEFORE, { ...own, total_views_cnt: 1 }),
      video(DAY, { ...own, total_views_cnt: 90 }),
    ];
    expect(shares(seen)).toMatchObject({ videos: { 1: 0 }, storefront: 10_000 });
  });

  it('decides ties for the smaller id, by size', () => {
    const weights = { ...naive, storefrontShare: 0 };
    const seen = [...sells(1), ...viewed('10', 5), ...viewed('2', 5)];
    expect(shares(seen, { weights })).toMatchObject({ videos: { 2: 1, 10: 0 }, storefront: 0 });
  });

  it('decides ties for the video before the live of the same id, the storefront last', () => {
    // Weights 8, 8 and, with a share of a half, 16: of 2 units 0.5, 0.5 and 1.
    const weights = { ...naive, storefrontShare: 0.5 };
    const both = [...viewed('1', 8), ...watched('1', 1)];
    expect(shares([...sells(2), ...both], { weights })).toMatchObject({ videos: { 1: 1 }, live: 0, storefront: 1_000 });
    expect(shares([...sells(1), ...viewed('1', 8)], { weights })).toMatchObject({ videos: { 1: 1 }, storefront: 500 });
  });
});

describe('whole units (section 6)', () => {
  const thousandths = fc.array(fc.bigInt({ min: 0n, max: 5_000n }), { maxLength: 9 });
  const kinds = fc.constantFrom('video' as const, 'live' as const);

  it('over each video (live) add up to those of all, and differ from thousandths by less than one and a half', () => {
    const off = (units: bigint, thousandth: bigint) => Math.abs(Number(1_000n * units - thousandth));
    fc.assert(
      fc.property(thousandths, kinds, (each, kind) => {
        const units = wholeUnits(each, kind);
        expect(sum(units)).toBe(inUnits(sum(each), kind));
        for (const [place, thousandth] of each.entries())
          expect(off(units[place] ?? 0n, thousandth)).toBeLessThan(1_500);
      }),
    );
  });

  it('of videos and lives together are never more than all units', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9n }), fc.nat(1_000), fc.nat(1_000), (units, a, b) => {
        const video = (BigInt(a) * units * 1_000n) / 1_000n;
        const live = (BigInt(b) * (units * 1_000n - video)) / 1_000n;
        expect(inUnits(video, 'video') + inUnits(live, 'live')).toBeLessThanOrEqual(units);
      }),
    );
  });

  it('of a day are thousandths that add up to it, whatever the parts', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 9 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 6n }), parts, (units, each) => {
        const shares = inThousandths(units, each);
        expect(sum(shares)).toBe(1_000n * units);
        expect(shares.every((share) => share >= 0n)).toBe(true);
      }),
    );
  });
});

describe('attribution of GMV (section 6)', () => {
  it('follows the units with running rounding, in order of id', () => {
    // Live 1 gets 3.555 of 10 units, video 2 4.445: ⌊1013 × 0.3555⌋ = 360, ⌊1013 × 0.8⌋ − 360 = 450.
    const gmv = sells(10, { total_sale_gmv_amt: 100 }, { total_sale_gmv_amt: 110.13 });
    const seen = [...gmv, ...viewed('2', 10), ...watched('1', 1)];
    expect(shares(seen)).toMatchObject({ gmvs: { 2: 4.5 }, liveGmv: 3.6 });
  });

  it('takes observed GMV first and splits the rest by the units of the others', () => {
    // G = 10 × 1.00. Video 1 has 3.50 of its own; 6.50 over 5.6 units of video 2 and 1.4 of the storefront: ⌊650 × 0.8⌋ =
    // 520.
    const seen = [...sells(10, { spu_avg_price: 1 }), ...known('1', 3, 3.5), ...viewed('2', 10)];
    expect(shares(seen)).toMatchObject({ gmvs: { 1: 3.5, 2: 5.2 } });
  });

  it('splits by observed GMV when that exceeds the GMV of the day', () => {
    // G = 10.00; own 12.00 and 8.00 get ⌊1000 × 12/20⌋ = 600 and 400. As totals their own are larger.
    const seen = [...sells(10, { spu_avg_price: 1 }), ...known('1', 3, 12), ...known('2', 3, 8)];
    const result = oracle(seen, { weights: naive });
    expect(only(result.products)).toMatchObject({ total_video_sale_gmv_1d_amt: 10, total_video_sale_gmv_amt: 20 });
  });

  it('gives the GMV of a day without units to the storefront', () => {
    const gmv = sells(0, { total_sale_gmv_amt: 1 }, { total_sale_gmv_amt: 3 });
    const row = only(oracle([...gmv, ...viewed('1', 10)], { weights: naive }).products);
    expect(row).toMatchObject({ total_sale_gmv_1d_amt: 2, total_video_sale_gmv_1d_amt: 0 });
  });
});

describe('totals of attribution (section 6)', () => {
  it('add up a creator’s videos and lives of a product', () => {
    const seen = [...sells(10, { spu_avg_price: 1 }), ...viewed('2', 10), ...watched('1', 1)];
    expect(only(oracle(seen, { weights: naive }).productCreators)).toMatchObject({
      per_product_ifl_sale_cnt: 8,
      per_product_ifl_gmv_amt: 8,
    });
  });

  it('add up a shop’s products in a video, amounts in the commonest currency', () => {
    // Products 100 and 102 in IDR, 101 in EUR; own totals of the video: 1, 2 and 4 units.
    const own = (product_id: string, sale: number) => ({
      product_id,
      total_video_sale_cnt: sale,
      total_video_sale_gmv_amt: sale * 10,
    });
    const seen = [
      product(DAY, { seller_id: '5', currency: 'IDR' }),
      product(DAY, { product_id: '101', seller_id: '5', currency: 'EUR' }),
      product(DAY, { product_id: '102', seller_id: '5', currency: 'IDR' }),
      video(DAY, { products: [own('100', 1), own('101', 2), own('102', 4)] }),
    ];
    const row = { seller_id: '5', total_video_sale_cnt: 7, total_video_sale_gmv_amt: 50, currency: 'IDR' };
    expect(only(oracle(seen).shopVideos)).toMatchObject(row);
  });
});
