import { type Day, dayOf, momentMs } from './day.ts';
import { cents, isSeen, jsonValue } from './exact.ts';
import { groupBy } from './group.ts';
import type { Identities } from './identities.ts';
import type { ProductObservation, SaleObservation } from './observation.ts';
import { seenRecords } from './reservations.ts';

/** Section 10, "Stated sales": what one record says. */
export interface Statement {
  readonly observed_at: string;
  /** What makes it one sale. */
  readonly sale: string;
  /** Products it may be of: one that it names, or all that were seen with its SKU. */
  readonly productIds: readonly bigint[];
  /** Undefined: neither a video nor a live. */
  readonly source: { readonly kind: 'video' | 'live'; readonly sourceId: bigint } | undefined;
  readonly userId: bigint | undefined;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly isMeasured: boolean;
  /** Of the product as a whole, whoever sold it. */
  readonly isWhole: boolean;
  readonly units: bigint;
  /** Cents in `currency`. */
  readonly gmv: bigint | undefined;
  readonly currency: string;
  /** Decides between statements of one moment. */
  readonly rank: readonly (bigint | string)[];
}

export function statementsOf(
  records: readonly SaleObservation[],
  products: readonly ProductObservation[],
  identities: Pick<Identities, 'creator'>,
): readonly Statement[] {
  const bySku = productsBySku(seenRecords(products));
  return records.map((record) => ({ ...statementOf(record, bySku), userId: identities.creator(record) }));
}

/** Of each sale the statement that was made last. */
export function countingOnes(statements: readonly Statement[]): readonly Statement[] {
  return [...groupBy(statements, ({ sale }) => sale).values()].map((of) =>
    of.reduce((a, b) => (isLater(b, a) ? b : a)),
  );
}

type ProductsBySku = ReadonlyMap<bigint, readonly bigint[]>;

function statementOf(record: SaleObservation, bySku: ProductsBySku): Omit<Statement, 'userId'> {
  const { product_id, sku_id, video_id, live_id, channel, basis, units, currency } = record;
  const [first = '', last = ''] = isSeen(record.day) ? [record.day, record.day] : [record.day_from, record.day_to];
  const source = sourceOf(record);
  const gmv = cents(record.gmv);
  return {
    observed_at: record.observed_at,
    sale: identityOf(record, [first ?? '', last ?? '']),
    productIds: isSeen(product_id) ? [BigInt(product_id)] : (bySku.get(BigInt(sku_id ?? 0)) ?? []),
    source,
    firstDay: dayOf(first ?? ''),
    lastDay: dayOf(last ?? ''),
    isMeasured: basis === 'measured',
    isWhole: basis === 'stated' && source === undefined && !isSeen(channel),
    units: BigInt(units),
    gmv,
    currency: currency ?? '',
    rank: [
      BigInt(units),
      gmv ?? -1n,
      ...[product_id, sku_id, video_id, live_id].map((given) => BigInt(given ?? 0)),
      ...[first ?? '', last ?? '', basis, channel ?? '', currency ?? ''],
    ],
  };
}

function sourceOf({ video_id, live_id }: SaleObservation): Statement['source'] {
  if (isSeen(video_id)) return { kind: 'video', sourceId: BigInt(video_id) };
  return isSeen(live_id) ? { kind: 'live', sourceId: BigInt(live_id) } : undefined;
}

/** Its own id, or else product (SKU), days, content, channel and basis. */
function identityOf(record: SaleObservation, days: readonly string[]): string {
  const { sale_id, product_id, sku_id, video_id, live_id, channel, basis } = record;
  if (isSeen(sale_id)) return JSON.stringify(['id', sale_id.trim()]);
  const content = isSeen(video_id) ? 'video' : isSeen(live_id) ? 'live' : '';
  const product = isSeen(product_id) ? ['product', product_id] : ['sku', sku_id];
  return JSON.stringify([...product, days, content, video_id ?? live_id, channel ?? content, basis]);
}

function isLater(b: Statement, a: Statement): boolean {
  const [bMs, aMs] = [momentMs(b.observed_at), momentMs(a.observed_at)];
  if (bMs !== aMs) return bMs > aMs;
  const place = b.rank.findIndex((value, index) => value !== a.rank[index]);
  return place >= 0 && (b.rank[place] ?? '') > (a.rank[place] ?? '');
}

/** The products that any record names with a SKU, in ascending order. */
function productsBySku(records: readonly ProductObservation[]): ProductsBySku {
  const pairs = records.flatMap((record) => skusOf(record).map((sku) => ({ sku, product: BigInt(record.product_id) })));
  return new Map(
    [...groupBy(pairs, ({ sku }) => sku)].map(([sku, of]) => [
      sku,
      [...new Set(of.map(({ product }) => product))].sort((a, b) => (a < b ? -1 : 1)),
    ]),
  );
}

function skusOf(record: ProductObservation): bigint[] {
  const skus: unknown = jsonValue(record.skus ?? []);
  return Object.values(skus ?? {}).flatMap((sku: { sku_id?: unknown } | null) =>
    typeof sku?.sku_id === 'string' && /^\d{1,20}$/.test(sku.sku_id) ? [BigInt(sku.sku_id)] : [],
  );
}
