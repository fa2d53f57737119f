import type { SimulationOptions } from '@vitrine/simulator';
import { expect } from 'vitest';
import type { Told } from '../../packages/server/src/ingest/sources/told.ts';
import type { PublishFixture } from '../publish/publish-fixture.ts';
import { type ServedRow, servedRows } from '../publish/served.ts';
import { dayBefore, fileOf, type Truth } from './simulated-worlds.ts';

/** Rows of the product list by product. */
export type Products = ReadonlyMap<string, ServedRow>;

/** The rows that are served of products, by their ids. */
export async function publishedProducts(fixture: PublishFixture): Promise<Products> {
  const { version } = await fixture.publish({ asOf: dayBefore(0) });
  const rows = (await servedRows(fixture.engine, version))['serving_product_list'] ?? [];
  return new Map(rows.map((row) => [String(row['product_id']), row]));
}

/** Files of a source that show worlds so many days before their last. */
export interface Files {
  readonly source: string;
  readonly worlds: readonly SimulationOptions[];
  readonly before?: number;
  readonly told: Told;
}

/** Takes in what a source shows of every world. It is recognised, and is the same where its source is told. */
export async function takeFiles(fixture: PublishFixture, { source, worlds, before = 0, told }: Files): Promise<void> {
  for (const world of worlds) {
    const file = fileOf(source, world, before);
    const asTold = await fixture.takeFile(file, { readAs: source, told, dryRun: true });
    const { records, rejected, leftOut, from } = await fixture.takeFile(file, { told });
    expect({ records, rejected, leftOut, from }).toEqual({
      records: asTold.records,
      rejected: 0,
      leftOut: undefined,
      from: source,
    });
  }
}

/** Sales that are served, by product and window: `id/days`. */
export function servedSales(products: Products, days: readonly number[], truth: Truth) {
  return windowsOf(products, days, truth, (id, count) => ({
    units: Number(products.get(id)?.[`total_sale_${count}d_cnt`]),
    gmv: Number(products.get(id)?.[`total_sale_gmv_${count}d_amt`]),
  }));
}

/** Of the windows that plain records tell: growth needs a total before. */
export function windowsOf<Value>(
  products: Products,
  days: readonly number[],
  truth: Truth,
  valueAt: (id: string, days: number) => Value,
): Readonly<Record<string, Value>> {
  const cells = [...products.keys()].flatMap((id) =>
    days.filter((count) => truth.isTold(id, count)).map((count) => [`${id}/${count}`, valueAt(id, count)] as const),
  );
  return Object.fromEntries(cells);
}
