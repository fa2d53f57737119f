import fc from 'fast-check';
import type { TrendEndpoint } from '../../../src/catalogue/endpoint.ts';
import { type Day, dateOf, dayOf } from '../../../src/warehouse/day.ts';
import type { Engine } from '../../../src/warehouse/engine/engine.ts';
import { stateDatabase } from '../../../src/warehouse/publish/state-database.ts';
import { type Row, rowsOf, store } from '../rows.ts';

/** The days that random entities live on: few, so that they meet. */
export const firstDay: Day = dayOf('2026-03-01');
export const asOfDay: Day = firstDay + 9;

/** An entity: its row of the list says when it became known, and the state what it grew by. */
export interface RandomEntity {
  readonly id: bigint;
  readonly region: string;
  /** Undefined where the row does not say. */
  readonly known: Day | undefined;
  readonly currency: string;
  readonly changes: readonly Change[];
}

interface Change {
  readonly day: Day;
  readonly version: number;
  readonly currency: string;
  readonly units: number;
  readonly gmv: number;
}

/** Changes often undo each other, are in other currencies, or are of a later version. */
function changes(): fc.Arbitrary<Change> {
  return fc.record({
    day: fc.integer({ min: firstDay - 2, max: asOfDay + 1 }),
    version: fc.constantFrom(1, 1, 1, 2),
    currency: fc.constantFrom('USD', 'EUR', ''),
    units: fc.constantFrom(-1, 0, 0, 1),
    gmv: fc.constantFrom(-250, 0, 0, 250),
  });
}

/** Entities of two markets, of different ids. */
export function randomEntities(): fc.Arbitrary<readonly RandomEntity[]> {
  const entity = fc.record({
    id: fc.oneof(fc.bigInt({ min: 0n, max: 40n }), fc.bigInt({ min: 2n ** 64n - 9n, max: 2n ** 64n - 1n })),
    region: fc.constantFrom('US', 'DE'),
    known: fc.option(fc.integer({ min: firstDay - 2, max: asOfDay }), { nil: undefined }),
    currency: fc.constantFrom('USD', 'EUR', ''),
    changes: fc.array(changes(), { maxLength: 4 }),
  });
  return fc.uniqueArray(entity, { maxLength: 30, selector: ({ id }) => id });
}

/** A range of days, often one that ends before the as-of day or begins after it. */
export function randomRange(): fc.Arbitrary<{ readonly start_date: string; readonly end_date: string }> {
  const days = fc.tuple(fc.integer({ min: firstDay - 4, max: asOfDay + 2 }), fc.nat({ max: 12 }));
  return days.map(([first, more]) => ({ start_date: dateOf(first), end_date: dateOf(first + more) }));
}

const growths = {
  'product-trends': { table: 'product_trend', id: 'product_id', hasCurrency: false },
  'influencer-trends': { table: 'creator_trend', id: 'user_id', hasCurrency: true },
  'video-trends': { table: 'video_trend', id: 'video_id', hasCurrency: true },
  'shop-trends': { table: 'shop_trend', id: 'seller_id', hasCurrency: true },
} as const;

/** Makes these the only entities of version 1. */
export async function storeEntities(engine: Engine, trend: TrendEndpoint, entities: readonly RandomEntity[]) {
  const { of } = trend;
  const { table, hasCurrency, id: idName } = growths[trend.id as keyof typeof growths];
  await engine.command(`TRUNCATE TABLE ${of.table}`);
  await engine.command(`TRUNCATE TABLE ${stateDatabase(1)}.${table}`);
  const listed = entities.map(({ id, region, known, currency }): Row => {
    const first_crawl_dt = known === undefined ? 0 : Number(dateOf(known).replaceAll('-', ''));
    return { [of.rowId]: String(id), region, currency, first_crawl_dt };
  });
  if (listed.length > 0) await store(engine, of, 1, rowsOf(of, listed));
  const rows = entities.flatMap(({ id, changes: each }) =>
    each.map(({ day, version, currency, units, gmv }) => ({
      ...{ [idName]: String(id), day: dateOf(day), version, units, gmv },
      ...(hasCurrency && { currency }),
    })),
  );
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  if (rows.length > 0) await engine.insert(`${stateDatabase(1)}.${table}`, Buffer.from(lines));
}
