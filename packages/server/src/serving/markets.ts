import type { Engine } from '../warehouse/engine/engine.ts';
import { pageSecondsMax } from './page-sql.ts';

/** A market of a version, and how many rows its lists have. */
export interface Market {
  readonly region: string;
  readonly products: number;
  readonly shops: number;
  readonly creators: number;
  readonly videos: number;
}

/** The markets of a version, the one of most products first. @throws EngineError */
export async function markets(
  engine: Pick<Engine, 'rows'>,
  tables: MarketTables,
  version: number,
): Promise<readonly Market[]> {
  const found = await engine.rows<Record<keyof Market, string>>(statement(tables), { version });
  return found.map(({ region, products, shops, creators, videos }) => ({
    region,
    products: Number(products),
    shops: Number(shops),
    creators: Number(creators),
    videos: Number(videos),
  }));
}

/** The serving table of each list that is of a market. */
export type MarketTables = Readonly<Record<Exclude<keyof Market, 'region'>, string>>;

function statement(tables: MarketTables): string {
  const names = Object.keys(tables) as (keyof MarketTables)[];
  const counted = names.map(
    (name) => `SELECT region, '${name}' AS list FROM ${tables[name]} WHERE version = {version:UInt32}`,
  );
  const columns = names.map((name) => `countIf(list = '${name}') AS ${name}`);
  return `
    SELECT region, ${columns.join(', ')} FROM (${counted.join(' UNION ALL ')})
    WHERE region != ''
    GROUP BY region ORDER BY products DESC, region
    SETTINGS max_execution_time = ${pageSecondsMax}`;
}
