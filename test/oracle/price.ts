import type { Day } from './day.ts';
import { decimal, isSeen, jsonValue, mean, type Ratio, scaled } from './exact.ts';
import type { JsonField, ProductObservation } from './observation.ts';
import { valueByDay } from './state.ts';

/** Section 3, "Price and GMV": the price. */
export interface Prices {
  /** First known price in cents, 0 when there never was one. */
  readonly first: bigint;
  on(day: Day): bigint;
  /** Days on which one was seen. */
  readonly days: readonly Day[];
}

export function pricesOf(records: readonly ProductObservation[]): Prices {
  const known = [...valueByDay(records, priceOfRecord)];
  const first = known[0]?.[1] ?? 0n;
  const days = known.map(([day]) => day);
  return { first, days, on: (day) => known.findLast(([seenOn]) => seenOn <= day)?.[1] ?? first };
}

/** Cents; undefined when the record carries none of the three. */
export function priceOfRecord(record: ProductObservation): bigint | undefined {
  const candidates = [
    [record.spu_avg_price].filter(isSeen).map(decimal),
    skuPrices(record.skus),
    [record.min_price, record.max_price].filter(isSeen).map(decimal),
  ];
  const carried = candidates.find((prices) => prices.length > 0);
  return carried === undefined ? undefined : scaled(mean(carried), 2);
}

/** docs/observations.md, "Types and limits". */
const PRICE_MAX = 1e12;

interface Sku {
  readonly real_price?: { readonly price_val?: unknown; readonly sale_price_decimal?: unknown } | null;
}

function skuPrices(field: JsonField): Ratio[] {
  const skus = jsonValue(field);
  if (!Array.isArray(skus)) return [];
  return skus
    .map((sku: Sku | null) => [sku?.real_price?.price_val, sku?.real_price?.sale_price_decimal].find(isNumber))
    .filter(isNumber)
    .filter((price) => Number(price) >= 0 && Number(price) <= PRICE_MAX)
    .map(decimal);
}

/** A JSON number, or a text that is a plain decimal. */
function isNumber(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value));
}
