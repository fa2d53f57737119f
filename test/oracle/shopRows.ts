import { type CategoryNames, categoryList } from './categories.ts';
import { cents, count, served, servedCount } from './exact.ts';
import { salesFlag, salesTrendFlag } from './flags.ts';
import { groupBy } from './group.ts';
import type { Market } from './market.ts';
import type { ShopObservation } from './observation.ts';
import type { Product, Terms } from './product.ts';
import { productRow } from './productRow.ts';
import type { Row } from './row.ts';
import { handleOf, hasSeller } from './rows.ts';
import { seenCount, seenId, seenText } from './seen.ts';
import { largest, sum } from './split.ts';
import { currentValue } from './state.ts';
import { commonest } from './sums.ts';
import { windowSum } from './windows.ts';

/** Of a shop: its products, and their rows. */
interface Shelf {
  readonly products: readonly Product[];
  readonly rows: readonly Row[];
}

/** Section 8, "Shop list". */
export function shopRows(products: readonly Product[], market: Market, terms: Terms): Row[] {
  const sold = groupBy(products.filter(hasSeller), ({ sellerId }) => sellerId ?? 0n);
  const sellerIds = [...new Set([...market.shops.keys(), ...sold.keys()])];
  return sellerIds.map((sellerId) => {
    const own = sold.get(sellerId) ?? [];
    return shopRow(sellerId, { products: own, rows: own.map((product) => productRow(product, terms)) }, market, terms);
  });
}

function shopRow(sellerId: bigint, shelf: Shelf, market: Market, terms: Terms): Row {
  const records = market.shops.get(sellerId) ?? [];
  const userId = seenId(records, (record) => record.user_id, '0');
  return {
    seller_id: String(sellerId),
    ...sightFields(records, shelf),
    user_id: userId,
    unique_id: userId === '0' ? '' : handleOf(BigInt(userId), market),
    ...categoryFields(shelf, market.categoryNames),
    ...saleFields(records, shelf),
    ...countFields(shelf),
    sales_trend_flag: trendFlag(shelf.products, terms),
  };
}

function sightFields(records: readonly ShopObservation[], { rows }: Shelf): Row {
  const firstDays = valuesOf(rows, 'first_crawl_dt').filter((day) => day !== 0n);
  return {
    seller_name: seenText(records, (record) => record.shop_name),
    seller_link: '',
    cover_url: seenText(records, (record) => record.avatar),
    rating: served(currentValue(records, (record) => cents(record.rating)) ?? 0n, 2),
    from_flag: seenCount(records, (record) => record.from_flag),
    region: seenText(records, (record) => record.region) || (bySize(textsOf(rows, 'region'))[0] ?? ''),
    first_crawl_dt: Number(firstDays.toSorted((a, b) => Number(a - b))[0] ?? 0n),
  };
}

/** Each level of those products that are in the commonest category of the level above. */
function categoryFields({ rows }: Shelf, names: CategoryNames): Row {
  const firsts = bySize(textsOf(rows, 'category_id'));
  const [first = '0'] = firsts;
  const inFirst = first === '0' ? [] : rows.filter((row) => row['category_id'] === first);
  const [second = '0'] = bySize(textsOf(inFirst, 'category_l2_id'));
  const inSecond = second === '0' ? [] : inFirst.filter((row) => row['category_l2_id'] === second);
  const [third = '0'] = bySize(textsOf(inSecond, 'category_l3_id'));
  return {
    category_id: first,
    category_l2_id: second,
    category_l3_id: third,
    most_product_category_list: categoryList(firsts.slice(0, 1), names),
    product_category_list: categoryList(firsts, names),
  };
}

const windows = [1, 7, 30, 90];

/** Section 6: sums of what is served of the products. */
function saleFields(records: readonly ShopObservation[], { rows }: Shelf): Row {
  const currency = commonest(textsOf(rows, 'currency'));
  const counted = rows.filter((row) => row['currency'] === currency);
  const gmv = (name: string) => sum(counted.map((row) => centsOf(row, name)));
  const units = (name: string) => sum(valuesOf(rows, name));
  const prices = counted.map((row) => centsOf(row, 'spu_avg_price')).filter((price) => price > 0n);
  const stated = currentValue(records, (record) => count(record.total_sale_cnt)) ?? 0n;
  return {
    currency,
    sales_flag: salesFlag(gmv('total_video_sale_gmv_amt'), gmv('total_live_sale_gmv_amt')),
    spu_avg_price: served(mean(prices), 2),
    total_sale_cnt: servedCount(largest(units('total_sale_cnt'), stated)),
    total_sale_gmv_amt: served(gmv('total_sale_gmv_amt'), 2),
    ...Object.fromEntries(
      windows.flatMap((days) => [
        [`total_sale_${days}d_cnt`, servedCount(units(`total_sale_${days}d_cnt`))],
        [`total_sale_gmv_${days}d_amt`, served(gmv(`total_sale_gmv_${days}d_amt`), 2)],
      ]),
    ),
  };
}

/** Those who promote any of its products, or as many as a source says of one of them. */
function countFields({ products, rows }: Shelf): Row {
  const links = products.flatMap(({ linkSales }) => linkSales.map(({ link }) => link));
  const atLeast = (known: Iterable<bigint>, name: string) =>
    servedCount(valuesOf(rows, name).reduce(largest, BigInt(new Set(known).size)));
  const ofKind = (kind: string) => links.filter((link) => link.kind === kind);
  const sourcesOf = (kind: string) => ofKind(kind).map(({ sourceId }) => sourceId);
  const creatorsOf = (kind: string) => new Set(ofKind(kind).map(({ userId }) => userId)).size;
  return {
    total_product_cnt: rows.length,
    total_crawl_product_cnt: valuesOf(rows, 'off_mark').filter((mark) => mark < 2n).length,
    total_ifl_cnt: atLeast(
      links.map(({ userId }) => userId),
      'total_ifl_cnt',
    ),
    total_video_cnt: atLeast(sourcesOf('video'), 'total_video_cnt'),
    total_live_cnt: atLeast(sourcesOf('live'), 'total_live_cnt'),
    total_video_ifl_cnt: creatorsOf('video'),
    total_live_ifl_cnt: creatorsOf('live'),
  };
}

function trendFlag(products: readonly Product[], { asOf }: Terms): number {
  const unitsTo = (day: number) =>
    sum(
      products.map(({ sales }) =>
        windowSum(
          sales.days.map((each) => [each, sales.unitsOn(each)] as const),
          day,
          7,
        ),
      ),
    );
  return salesTrendFlag(
    unitsTo(asOf),
    unitsTo(asOf - 7),
    products.flatMap(({ records }) => records),
    asOf,
  );
}

export function mean(values: readonly bigint[]): bigint {
  const size = BigInt(values.length);
  return size === 0n ? 0n : (2n * sum(values) + size) / (2n * size);
}

/** Those that are set, the most frequent first, of several the smaller one. */
export function bySize(values: readonly string[]): readonly string[] {
  const sizes = [
    ...groupBy(
      values.filter((value) => value !== '' && value !== '0'),
      (value) => value,
    ),
  ];
  const isBefore = (a: string, b: string) => (/^\d+$/.test(a) ? BigInt(a) < BigInt(b) : a < b);
  return sizes
    .toSorted(([a, of], [b, others]) => others.length - of.length || (isBefore(a, b) ? -1 : 1))
    .map(([value]) => value);
}

export function textsOf(rows: readonly Row[], name: string): readonly string[] {
  return rows.map((row) => String(row[name]));
}

export function valuesOf(rows: readonly Row[], name: string): readonly bigint[] {
  return rows.map((row) => BigInt(row[name] ?? 0));
}

/** What is served with two decimals, in cents. */
export function centsOf(row: Row, name: string): bigint {
  return BigInt(Math.round(Number(row[name]) * 100));
}
