import type { OracleDays } from '../oracle/oracle.ts';
import type { Row } from '../oracle/row.ts';
import type { PublishFixture } from './publish-fixture.ts';

/** Tables of the state that hold a daily series: what a row is of, and what is summed over versions. */
const tables = {
  creatorDays: { table: 'creator_day', key: ['user_id'], sums: ['followers', 'digg', 'views', 'posts'] },
  likeDays: { table: 'like_day', key: ['source_id'], sums: ['grown'] },
  priceDays: { table: 'product_trend', key: ['product_id'], sums: ['price'] },
  linkDays: { table: 'product_trend', key: ['product_id'], sums: ['videos', 'lives', 'creators'] },
} as const satisfies Record<keyof OracleDays, { table: string; key: readonly string[]; sums: readonly string[] }>;

const names = Object.keys(tables) as (keyof OracleDays)[];

/** The daily series of a version as the state has them, in the order of the oracle. */
export async function keptDays({ engine, versions }: PublishFixture, version: number): Promise<OracleDays> {
  const lineage = (await versions.current())?.lineage;
  const read = async ({ table, key, sums }: (typeof tables)[keyof OracleDays]) => {
    const columns = [...key, 'day'].join(', ');
    return engine.rows<Row>(
      `SELECT ${key.map((name) => `toString(${name}) AS ${name}`).join(', ')}, toInt32(day) AS day,
         ${sums.map((name) => `toFloat64(sum(${table}.${name})) AS ${name}`).join(', ')}
       FROM state_${lineage}.${table} AS ${table}
       WHERE version <= {version:UInt32}
       GROUP BY ${columns.replace(key[0], `${table}.${key[0]}`)} HAVING ${sums.map((name) => `${name} != 0`).join(' OR ')}
       ORDER BY ${table}.${columns}`,
      { version },
    );
  };
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await read(tables[name])])),
  ) as unknown as OracleDays;
}

/** Where they differ, one line a difference. */
export function dayDifferences(kept: OracleDays, expected: OracleDays): readonly string[] {
  return names.flatMap((name) => {
    const [have, want] = [kept[name], expected[name]].map((rows) => rows.map((row) => JSON.stringify(row)));
    const [haveSet, wantSet] = [new Set(have), new Set(want)];
    return [
      ...(want ?? []).filter((row) => !haveSet.has(row)).map((row) => `${name} lacks ${row}`),
      ...(have ?? []).filter((row) => !wantSet.has(row)).map((row) => `${name} has ${row}`),
    ];
  });
}
