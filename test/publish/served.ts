import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import type { OracleResult, OracleTables } from '../oracle/oracle.ts';
import type { Row } from '../oracle/row.ts';
import { WINDOWS } from '../oracle/windows.ts';

/** Each oracle table, the serving table that must hold its rows, and the key both are ordered by. */
export const servedTables: Readonly<Record<keyof OracleTables, { table: string; key: readonly string[] }>> = {
  products: { table: 'serving_product', key: ['product_id'] },
  productCreators: { table: 'serving_product_creator', key: ['product_id', 'user_id'] },
  productVideos: { table: 'serving_product_video', key: ['product_id', 'video_id'] },
  creatorProducts: { table: 'serving_creator_product', key: ['user_id', 'product_id'] },
  shopVideos: { table: 'serving_shop_video', key: ['seller_id', 'video_id'] },
};

export type ServedRow = Readonly<Record<string, unknown>>;

/** All rows of a version, table by table, in the order of their keys. */
export async function servedRows(engine: Engine, version: number): Promise<Record<string, readonly ServedRow[]>> {
  const tables: Record<string, readonly ServedRow[]> = {};
  for (const { table, key } of Object.values(servedTables)) {
    const select = `SELECT * EXCEPT (version) FROM ${table} WHERE version = {version:UInt32} ORDER BY ${key.join(', ')}`;
    tables[table] = await engine.rows<ServedRow>(select, { version });
  }
  return tables;
}

/** Where the published rows and the oracle's differ, one line a difference. */
export function differences(served: Record<string, readonly ServedRow[]>, expected: OracleResult): readonly string[] {
  const tables = Object.entries(servedTables) as [keyof OracleTables, { table: string; key: readonly string[] }][];
  return [
    ...tables.flatMap(([name, { table, key }]) => rowDifferences(served[table] ?? [], expected[name], table, key)),
    ...storefrontDifferences(served['serving_product'] ?? [], expected),
  ];
}

function rowDifferences(
  served: readonly ServedRow[],
  expected: readonly Row[],
  table: string,
  key: readonly string[],
): readonly string[] {
  if (served.length !== expected.length) return [`${table}: ${served.length} rows, expected ${expected.length}`];
  return expected.flatMap((row, index) =>
    Object.entries(row)
      .filter(([field, value]) => !isSame(served[index]?.[field], value))
      .map(([field, value]) => {
        const where = key.map((name) => row[name]).join(', ');
        return `${table} (${where}) ${field}: ${JSON.stringify(served[index]?.[field])}, expected ${JSON.stringify(value)}`;
      }),
  );
}

function isSame(served: unknown, expected: string | number): boolean {
  if (typeof expected === 'number') return Number(served) === expected;
  return served === expected || canonical(String(served)) === canonical(expected);
}

/** JSON text without the white space it came with. */
function canonical(text: string): string {
  try {
    return /^[[{]/.test(text) ? JSON.stringify(JSON.parse(text)) : text;
  } catch {
    return text;
  }
}

/** Video + live + storefront is exactly the product's units, in every window. */
function storefrontDifferences(products: readonly ServedRow[], { storefrontUnits }: OracleResult): readonly string[] {
  return products.flatMap((row) =>
    WINDOWS.filter((days) => {
      const [sold, video, live] = ['sale', 'video_sale', 'live_sale'].map((part) =>
        Number(row[`total_${part}_${days}d_cnt`]),
      );
      return (sold ?? 0) - (video ?? 0) - (live ?? 0) !== storefrontUnits[String(row['product_id'])]?.[days];
    }).map((days) => `product ${row['product_id']}: storefront of ${days} days is not what is left`),
  );
}
