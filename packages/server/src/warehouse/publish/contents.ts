import type { Engine, SqlParameters } from '../engine/engine.ts';
import { imagesTable } from './housekeeping.ts';
import { unitedStatements } from './list-statements.ts';
import { type PublishedList, publishedLists } from './lists/published-lists.ts';
import { reportName } from './report-names.ts';
import { type SalesBeyondTotals, salesBeyondTotals } from './sales-beyond-totals.ts';

/** What a version holds, for the report of its publish. */
export interface VersionContents {
  /** Rows by list, and how many images they show under `images`. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows in which a number reached the largest one that is served, by list; lists without any are left out. */
  readonly saturated: Readonly<Record<string, number>>;
  /** Products whose amounts count as 0 for want of an exchange rate, by currency. */
  readonly withoutRate: Readonly<Record<string, number>>;
  /** Records in another currency than their product's, so that their amounts count for nothing, by their currency. */
  readonly otherCurrency: Readonly<Record<string, number>>;
  /** Sales that count for nothing yet, because no product was seen with their SKU. */
  readonly unknownSkus: UnknownSkus;
  /** Known sales of the last 90 days that are more than their products sold, and are limited to that. */
  readonly beyondTotals: SalesBeyondTotals;
}

/** SKUs that no product was seen with. */
export interface UnknownSkus {
  readonly skus: number;
  readonly sales: number;
  /** Some of them, those with most sales first. */
  readonly examples: readonly string[];
}

/** Counts what the version holds that was just built. */
export async function versionContents(
  engine: Engine,
  version: number,
  parameters: SqlParameters,
): Promise<VersionContents> {
  const united = unitedStatements('saturated', await filledLists(engine, version));
  const saturated = united === '' ? {} : await counts(engine, united, parameters);
  return {
    rows: await rowsOf(engine, version),
    saturated: Object.fromEntries(Object.entries(saturated).filter(([, rows]) => rows > 0)),
    withoutRate: await counts(engine, productsWithoutRate, parameters),
    otherCurrency: await counts(engine, recordsInOtherCurrency, parameters),
    unknownSkus: await unknownSkus(engine, parameters),
    beyondTotals: await salesBeyondTotals(engine, parameters),
  };
}

/** Rows of a version by list, and images. */
export async function rowsOf(engine: Engine, version: number): Promise<Readonly<Record<string, number>>> {
  const found = await counts(engine, rowsByTable, { version });
  return Object.fromEntries(countedTables.map(({ name, table }) => [name, found[table] ?? 0]));
}

/** The lists that have rows in a version. */
export async function filledLists(engine: Engine, version: number): Promise<readonly PublishedList[]> {
  const found = await counts(engine, rowsByTable, { version });
  return publishedLists.filter(({ table }) => (found[table] ?? 0) > 0);
}

async function counts(engine: Engine, sql: string, parameters: SqlParameters): Promise<Record<string, number>> {
  const counted = await engine.rows<{ name: string; rows: string }>(sql, parameters);
  return Object.fromEntries(counted.map(({ name, rows }) => [name, Number(rows)]));
}

const countedTables = [
  ...publishedLists.map((list) => ({ name: reportName(list), table: list.table })),
  { name: 'images', table: imagesTable },
];

const rowsByTable = `
  SELECT table AS name, sum(rows) AS rows FROM system.parts
  WHERE active AND database = currentDatabase() AND partition = toString({version:UInt32}) GROUP BY name`;

const productsWithoutRate = `
  SELECT own.currency AS name, count() AS rows
  FROM {state:Identifier}.product_current AS product
  INNER JOIN (SELECT * FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}) AS own USING (product_id)
  WHERE lacks_rate GROUP BY name ORDER BY name`;

const recordsInOtherCurrency = `
  SELECT name, sum(records) AS rows FROM (
    SELECT currency AS name, count() AS records FROM {state:Identifier}.other_currency GROUP BY name
    UNION ALL
    SELECT sold.named AS name, uniqExact(sale) AS records
    FROM (
      SELECT sale, toString(assumeNotNull(currency)) AS named, if(isNull(landing_sale.product_id), of_sku.product_id, landing_sale.product_id) AS product_id
      FROM landing_sale
      LEFT JOIN (SELECT toNullable(sku_id) AS sku_id, min(product_id) AS product_id FROM {state:Identifier}.sku GROUP BY sku_id) AS of_sku USING (sku_id)
      WHERE out_of_bounds = '' AND isNotNull(gmv) AND isNotNull(currency) AND observed_at < {until:DateTime64(3, 'UTC')}
    ) AS sold
    INNER JOIN (SELECT * FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}) AS own USING (product_id)
    WHERE sold.named != own.currency
    GROUP BY name
  ) GROUP BY name ORDER BY name`;

async function unknownSkus(engine: Engine, parameters: SqlParameters): Promise<UnknownSkus> {
  const rows = await engine.rows<{ sku: string; skus: string; sales: string }>(salesOfUnknownSkus, parameters);
  const [first] = rows;
  return { skus: Number(first?.skus ?? 0), sales: Number(first?.sales ?? 0), examples: rows.map(({ sku }) => sku) };
}

const salesOfUnknownSkus = `
  SELECT toString(sku_id) AS sku, uniqExact(sale) AS its_sales, count() OVER () AS skus, sum(its_sales) OVER () AS sales
  FROM landing_sale
  WHERE out_of_bounds = '' AND isNull(product_id) AND observed_at < {until:DateTime64(3, 'UTC')}
    AND ifNull(sku_id, 0) NOT IN (SELECT sku_id FROM {state:Identifier}.sku)
  GROUP BY sku_id ORDER BY its_sales DESC, sku_id LIMIT 3`;
