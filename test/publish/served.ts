import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { fieldOf } from '../../packages/server/src/serving/list-source.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import type { OracleResult } from '../oracle/oracle.ts';
import type { Row } from '../oracle/row.ts';
import { rowsOfList } from '../oracle/rows-of-list.ts';
import { WINDOWS } from '../oracle/windows.ts';

export type ServedRow = Readonly<Record<string, unknown>>;

/** What tells the rows of a list apart, in the order that the oracle gives them. */
function idsOf(list: ListEndpoint): readonly string[] {
  return [...list.key.filter((name) => fieldOf(list, name).kind === 'id'), list.rowId];
}

/** All rows of a version, table by table, in the order of their ids. */
export async function servedRows(engine: Engine, version: number): Promise<Record<string, readonly ServedRow[]>> {
  const tables: Record<string, readonly ServedRow[]> = {};
  for (const list of lists) {
    const order = idsOf(list).join(', ');
    const select = `SELECT * EXCEPT (version) FROM ${list.table} WHERE version = {version:UInt32} ORDER BY ${order}`;
    tables[list.table] = await engine.rows<ServedRow>(select, { version });
  }
  return tables;
}

/** Where the published rows and the oracle's differ, one line a difference. */
export function differences(served: Record<string, readonly ServedRow[]>, expected: OracleResult): readonly string[] {
  return [
    ...lists.flatMap((list) => rowDifferences(served[list.table] ?? [], rowsOfList(expected, list), list)),
    ...storefrontDifferences(served['serving_product_list'] ?? [], expected),
  ];
}

function rowDifferences(served: readonly ServedRow[], expected: readonly Row[], list: ListEndpoint): readonly string[] {
  const { table } = list;
  if (served.length !== expected.length) return [`${table}: ${served.length} rows, expected ${expected.length}`];
  return expected.flatMap((row, index) =>
    Object.entries(row)
      .filter(
        ([field, value]) => !isSame(served[index]?.[field], value) && !isClose(field, served[index]?.[field], value),
      )
      .map(([field, value]) => {
        const where = idsOf(list)
          .map((name) => row[name])
          .join(', ');
        return `${table} (${where}) ${field}: ${JSON.stringify(served[index]?.[field])}, expected ${JSON.stringify(value)}`;
      }),
  );
}

export function isSame(served: unknown, expected: string | number): boolean {
  if (typeof expected === 'number') return Number(served) === expected;
  return served === expected || canonical(String(served)) === canonical(expected);
}

/** Intervals are calculated with floats: of the largest numbers the last digits may differ. */
function isClose(field: string, served: unknown, expected: string | number): boolean {
  return /_(low|high)$/.test(field) && Math.abs(Number(served) - Number(expected)) <= 1e-12 * Number(expected);
}

/** JSON text without the white space it came with. */
function canonical(text: string): string {
  try {
    return /^[[{]/.test(text) ? JSON.stringify(JSON.parse(text)) : text;
  } catch {
    return text;
  }
}

/** What videos and lives are served to have sold leaves the storefront its units, rounded, in every window. */
function storefrontDifferences(products: readonly ServedRow[], { storefronts }: OracleResult): readonly string[] {
  return products.flatMap((row) =>
    WINDOWS.filter((days) => {
      const [sold, video, live] = ['sale', 'video_sale', 'live_sale'].map((part) =>
        Number(row[`total_${part}_${days}d_cnt`]),
      );
      const left = 1_000 * ((sold ?? 0) - (video ?? 0) - (live ?? 0));
      return Math.abs(left - (storefronts[String(row['product_id'])]?.[days] ?? 0)) > 1_000;
    }).map((days) => `product ${row['product_id']}: storefront of ${days} days is not what is left`),
  );
}
