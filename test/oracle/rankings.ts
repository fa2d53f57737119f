import { creatorRows } from './creatorRows.ts';
import type { Day } from './day.ts';
import { linkDays } from './days.ts';
import { served, servedCount } from './exact.ts';
import type { Market } from './market.ts';
import type { Product, Terms } from './product.ts';
import { productRow } from './productRow.ts';
import type { Row } from './row.ts';
import { shopRows } from './shopRows.ts';
import { sum } from './split.ts';
import {
  creatorGrowth,
  creatorThousandths,
  type Growth,
  shopGrowth,
  videoGrowth,
  videoThousandths,
  wholeGrowth,
} from './trends.ts';
import { videoRows } from './videoRows.ts';

/** Section 12: what can be ranked. */
export interface Candidate {
  /** Of its list. */
  readonly row: Row;
  /** By the names of fields. */
  growth(first: Day, last: Day): Row;
}

/** What a ranking is asked: a period, a market and a field. */
export interface RankingQuestion {
  readonly first: Day;
  readonly last: Day;
  readonly region: string;
  readonly field: string;
  /** What fields of the list are equal to. */
  readonly filters: Row;
}

/** Section 12, "Rankings": those that grew, the ones that grew most first, ties in the order of their ids. */
export function ranking(candidates: readonly Candidate[], { first, last, region, field, filters }: RankingQuestion) {
  const asked = Object.entries({ ...filters, region });
  return candidates
    .filter(({ row }) => asked.every(([name, value]) => row[name] === value))
    .map(({ row, growth }) => ({ ...row, ...historyOf(row), ...growth(first, last) }) as Row)
    .filter((row) => Number(row[field]) > 0)
    .sort((a, b) => Number(b[field]) - Number(a[field]));
}

/** Running totals under the names that they have beside growth. */
function historyOf(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/_(cnt|amt)$/, '_history_$1'), value]),
  );
}

/** Products, in the order of their ids. */
export function productCandidates(products: readonly Product[], terms: Terms): Candidate[] {
  return inOrder(products).map((product) => ({
    row: productRow(product, terms),
    growth: (first, last) => productGrowth(product, first, Math.min(last, terms.asOf)),
  }));
}

function productGrowth(product: Product, first: Day, last: Day): Row {
  const isIn = (day: Day) => day >= first && day <= last;
  const { unitsOn, gmvOn, days } = product.sales;
  const sold = days.filter(isIn);
  const links = linkDays(product, last).filter(({ day }) => isIn(Number(day)));
  const begun = (name: string) => links.reduce((total, link) => total + Number(link[name]), 0);
  return {
    total_sale_cnt: servedCount(sum(sold.map(unitsOn))),
    total_sale_gmv_amt: served(sum(sold.map(gmvOn)), 2),
    total_ifl_cnt: begun('creators'),
    total_video_cnt: begun('videos'),
    total_live_cnt: begun('lives'),
  };
}

/** Shops, in the order of their ids. */
export function shopCandidates(products: readonly Product[], market: Market, terms: Terms): Candidate[] {
  return shopRows(products, market, terms)
    .toSorted((a, b) => (BigInt(a['seller_id'] ?? 0) < BigInt(b['seller_id'] ?? 0) ? -1 : 1))
    .map((row) => candidateOf(row, shopGrowth(products, row, terms), terms));
}

/** Creators, in the order of their ids. */
export function creatorCandidates(products: readonly Product[], market: Market, terms: Terms): Candidate[] {
  return creatorRows(products, market, terms)
    .toSorted((a, b) => (BigInt(a['user_id'] ?? 0) < BigInt(b['user_id'] ?? 0) ? -1 : 1))
    .map((row) => candidateOf(row, creatorGrowth(products, market, row), terms, creatorThousandths));
}

/** Videos, in the order of their ids. */
export function videoCandidates(products: readonly Product[], market: Market, terms: Terms): Candidate[] {
  const rows = videoRows(products, market, terms);
  return rows
    .toSorted((a, b) => (BigInt(a['video_id'] ?? 0) < BigInt(b['video_id'] ?? 0) ? -1 : 1))
    .flatMap((row) => {
      const video = market.sources.find(
        ({ kind, sourceId }) => kind === 'video' && String(sourceId) === row['video_id'],
      );
      return video === undefined
        ? []
        : [candidateOf(row, videoGrowth(video, products, market, row), terms, videoThousandths)];
    });
}

function candidateOf(
  row: Row,
  growth: Readonly<Record<string, Growth>>,
  { asOf }: Terms,
  inThousandths: readonly string[] = [],
): Candidate {
  const within = (of: Growth, first: Day, last: Day) =>
    sum([...of].filter(([day]) => day >= first && day <= Math.min(last, asOf)).map(([, by]) => by));
  return {
    row,
    growth: (first, last) =>
      Object.fromEntries(
        Object.entries(growth).map(([name, of]) => [
          name,
          servedCount(wholeGrowth(within(of, first, last), inThousandths.includes(name))) /
            (name.endsWith('_amt') ? 100 : 1),
        ]),
      ),
  };
}

function inOrder(products: readonly Product[]): readonly Product[] {
  return products.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
}
