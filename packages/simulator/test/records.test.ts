import { describe, expect, test } from 'vitest';
import { groupBy, observationsOf, ofKind, type Row, SMALL, sightingsOf, stepsOf } from './reading.ts';

const rows = observationsOf({ ...SMALL, correctionChance: 0 });

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isId: Check = (value) => typeof value === 'string' && /^[1-9]\d{0,19}$/.test(value) && BigInt(value) < 2n ** 64n;
const isMoment: Check = (value) => typeof value === 'string' && new Date(value).toISOString() === value;
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isFlag: Check = (value) => value === 0 || value === 1;
const isOrigin: Check = (value) => value === 1 || value === 2;
const isUrl: Check = (value) => typeof value === 'string' && /\.example\.com$/.test(new URL(value).hostname);
const isRegion: Check = (value) => ['US', 'ID', 'VN', 'TH', 'GB', 'MX'].includes(String(value));
const isCurrency: Check = (value) => ['USD', 'IDR', 'VND', 'THB', 'GBP', 'MXN'].includes(String(value));
const isCategory: Check = (value) => typeof value === 'string' && /^\d{1,20}$/.test(value);
const isJson: Check = (value) => Array.isArray(typeof value === 'string' ? JSON.parse(value) : value);
const isBetween =
  (min: number, max: number, decimals: number): Check =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max && Number(value.toFixed(decimals)) === value;
const isAmount = isBetween(0, 1e15, 2);

const isPromoted =
  (prefix: string): Check =>
  (value) =>
    Array.isArray(value) &&
    value.every((item: Row) =>
      conforms(item, { product_id: isId }, { [`${prefix}_sale_cnt`]: isCount, [`${prefix}_sale_gmv_amt`]: isAmount }),
    );

type Fields = Readonly<Record<string, Check>>;

const SHAPES: Readonly<Record<string, { readonly required: Fields; readonly optional: Fields }>> = {
  product: {
    required: { product_id: isId, observed_at: isMoment, region: isRegion },
    optional: {
      currency: isCurrency,
      seller_id: isId,
      product_name: isText,
      category_id: isCategory,
      category_l2_id: isCategory,
      category_l3_id: isCategory,
      cover_url: isJson,
      desc_detail: isJson,
      discount: isText,
      skus: isJson,
      sale_props: isJson,
      min_price: isAmount,
      max_price: isAmount,
      spu_avg_price: isAmount,
      product_commission_rate: isBetween(0, 1, 4),
      product_rating: isBetween(0, 5, 2),
      review_count: isCount,
      free_shipping: isFlag,
      is_s_shop: isFlag,
      off_mark: isCount,
      from_flag: isOrigin,
      is_hot: isFlag,
      shop_type: isOrigin,
      specification: isJson,
      total_sale_cnt: isCount,
      total_sale_gmv_amt: isAmount,
      total_ifl_cnt: isCount,
    },
  },
  shop: {
    required: { seller_id: isId, observed_at: isMoment, region: isRegion },
    optional: {
      shop_name: isText,
      avatar: isUrl,
      is_s_shop: isFlag,
      from_flag: isOrigin,
      rating: isBetween(0, 5, 2),
      user_id: isId,
      total_sale_cnt: isCount,
    },
  },
  creator: {
    required: { user_id: isId, observed_at: isMoment },
    optional: {
      unique_id: isText,
      nick_name: isText,
      avatar: isUrl,
      region: isRegion,
      category: isText,
      total_followers_cnt: isCount,
      total_following_cnt: isCount,
      total_digg_cnt: isCount,
      total_post_video_cnt: isCount,
      total_live_cnt: isCount,
      total_views_cnt: isCount,
      total_live_views_cnt: isCount,
      total_comments_cnt: isCount,
      total_shares_cnt: isCount,
      language: isText,
      gender: isText,
      signature: isText,
      contact_email: isText,
      show_case_flag: isFlag,
    },
  },
  video: {
    required: { video_id: isId, observed_at: isMoment, user_id: isId },
    optional: {
      region: isRegion,
      create_time: isCount,
      duration: isCount,
      video_desc: isText,
      hash_tag: isText,
      width: isCount,
      height: isCount,
      ratio: isText,
      data_size: isCount,
      play_addr: isUrl,
      reflow_cover: isUrl,
      is_ad: isFlag,
      created_by_ai: (value) => typeof value === 'boolean',
      total_views_cnt: isCount,
      total_digg_cnt: isCount,
      total_comments_cnt: isCount,
      total_favorites_cnt: isCount,
      total_shares_cnt: isCount,
      products: isPromoted('total_video'),
    },
  },
  live: {
    required: { live_id: isId, observed_at: isMoment, user_id: isId },
    optional: {
      region: isRegion,
      title: isText,
      start_time: isCount,
      end_time: isCount,
      total_views_cnt: isCount,
      max_views_cnt: isCount,
      cover_url: isUrl,
      total_joins_cnt: isCount,
      total_digg_cnt: isCount,
      total_comments_cnt: isCount,
      products: isPromoted('total_live'),
    },
  },
  review: {
    required: { review_id: isId, observed_at: isMoment, product_id: isId, rating: isBetween(0, 5, 0) },
    optional: { display_text: isText, review_timestamp: isCount, sku_id: isId, sku_specification: isText },
  },
  category: {
    required: {
      category_id: isCategory,
      language: (value) => value === 'en-US' || value === 'id-ID',
      observed_at: isMoment,
      category_level: (value) => [1, 2, 3].includes(Number(value)),
      category_name: isText,
    },
    optional: { parent_id: isCategory },
  },
  fx: {
    required: {
      currency: isCurrency,
      date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
      per_usd: isBetween(1e-4, 1e6, 4),
    },
    optional: {},
  },
};

function conforms(row: Row, required: Fields, optional: Fields): boolean {
  const known = { ...required, ...optional };
  const hasAll = Object.keys(required).every((field) => row[field] !== undefined);
  return hasAll && Object.entries(row).every(([field, value]) => known[field]?.(value) ?? false);
}

describe('every line is an observation', () => {
  test.each(Object.keys(SHAPES))('%s: the required fields, no unknown ones, all of their types and ranges', (kind) => {
    const shape = SHAPES[kind];
    const ofThisKind = ofKind(rows, kind);
    expect(ofThisKind.length).toBeGreaterThan(0);
    const wrong = ofThisKind.filter(({ kind: _, ...row }) => !shape || !conforms(row, shape.required, shape.optional));
    expect(wrong).toEqual([]);
  });

  test('there are no other kinds', () => {
    expect([...groupBy(rows, 'kind').keys()].toSorted()).toEqual(Object.keys(SHAPES).toSorted());
  });

  test('every optional field of the shapes above occurs', () => {
    for (const [kind, { optional }] of Object.entries(SHAPES)) {
      const seen = new Set(ofKind(rows, kind).flatMap((row) => Object.keys(row)));
      expect(Object.keys(optional).filter((field) => !seen.has(field))).toEqual([]);
    }
  });
});

describe('an entity is itself', () => {
  const KEYS = {
    product: 'product_id',
    shop: 'seller_id',
    creator: 'user_id',
    video: 'video_id',
    live: 'live_id',
    review: 'review_id',
  };

  test.each(Object.entries(KEYS))('a %s has 19 digits and is never seen twice at one moment', (kind, key) => {
    const moments = ofKind(rows, kind).map((row) => `${row[key]} ${row['observed_at']}`);
    expect(new Set(moments).size).toBe(moments.length);
    expect(ofKind(rows, kind).every((row) => String(row[key]).length === 19)).toBe(true);
  });

  test('ids are unique within a kind: as many as were drawn', () => {
    expect(groupBy(ofKind(rows, 'live'), 'live_id').size).toBeGreaterThanOrEqual(11);
    const videos = ofKind(rows, 'video');
    const firsts = videos.filter((row) => row['create_time'] !== undefined);
    expect(firsts.length).toBe(groupBy(videos, 'video_id').size);
  });

  test('a video is made before it is seen, a live is seen after it began', () => {
    const seconds = (row: Row): number => Date.parse(String(row['observed_at'])) / 1_000;
    expect(ofKind(rows, 'video').every((row) => Number(row['create_time'] ?? 0) <= seconds(row))).toBe(true);
    expect(ofKind(rows, 'live').every((row) => Number(row['start_time']) <= seconds(row))).toBe(true);
    expect(ofKind(rows, 'live').every((row) => Number(row['end_time'] ?? 0) <= seconds(row))).toBe(true);
  });
});

describe('running totals', () => {
  test.each([
    ['product', 'product_id', 'total_sale_cnt'],
    ['product', 'product_id', 'total_sale_gmv_amt'],
    ['video', 'video_id', 'total_views_cnt'],
    ['video', 'video_id', 'total_digg_cnt'],
    ['live', 'live_id', 'total_views_cnt'],
    ['creator', 'user_id', 'total_views_cnt'],
    ['shop', 'seller_id', 'total_sale_cnt'],
  ])('of a %s (%s): %s never falls where nothing is corrected', (kind, key, field) => {
    for (const group of groupBy(ofKind(rows, kind), key).values()) {
      expect(stepsOf(sightingsOf(group, field)).filter(({ from, to }) => to.value < from.value)).toEqual([]);
    }
  });
});

describe('details', () => {
  const detailed = ofKind(rows, 'product').filter((row) => row['product_name'] !== undefined);

  test('come with the first sight of every product, and again now and then', () => {
    for (const group of groupBy(ofKind(rows, 'product'), 'product_id').values()) {
      expect(group[0]?.['product_name']).toBeDefined();
    }
    const products = groupBy(detailed, 'product_id').size;
    expect(detailed.length).toBeGreaterThan(1.2 * products);
    expect(detailed.length).toBeLessThan(5 * products);
  });

  test('the mean of the SKU prices is the average price, and they lie within the span', () => {
    for (const row of detailed) {
      const skus = (typeof row['skus'] === 'string' ? JSON.parse(row['skus']) : row['skus']) as {
        real_price: { price_val: unknown };
      }[];
      const cents = skus.map((sku) => Math.round(Number(sku.real_price.price_val) * 100));
      const sum = cents.reduce((total, value) => total + value, 0);
      expect(sum).toBe(Math.round(Number(row['spu_avg_price']) * 100) * cents.length);
      expect(Math.min(...cents)).toBe(Math.round(Number(row['min_price']) * 100));
      expect(Math.max(...cents)).toBe(Math.round(Number(row['max_price']) * 100));
    }
  });

  test('structured fields arrive as JSON and as JSON text', () => {
    expect(new Set(detailed.map((row) => typeof row['cover_url']))).toEqual(new Set(['object', 'string']));
  });

  test('texts come in many scripts, with quotes, line breaks and other control characters', () => {
    const all = JSON.stringify(rows);
    const needed = {
      thai: /\p{Script=Thai}/u,
      arabic: /\p{Script=Arabic}/u,
      japanese: /\p{Script=Hiragana}/u,
      vietnamese: /[ướạế]/,
      emoji: /\p{Extended_Pictographic}/u,
      quote: /she said \\"wow\\"/,
      lineBreak: /line one\\nline two/,
      tab: /tab\\there/,
      backslash: /back\\\\slash/,
      control: /bell \\u0007/,
    };
    expect(Object.entries(needed).flatMap(([name, pattern]) => (pattern.test(all) ? [] : [name]))).toEqual([]);
  });
});
