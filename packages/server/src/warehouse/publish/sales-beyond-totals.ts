import type { Engine, SqlParameters } from '../engine/engine.ts';
import { stepFile } from './steps.ts';

/** Days that are looked back on: those of the longest window. */
const days = 90;
const examplesMax = 3;

/** Known sales that are more than their products sold on their days: they are limited to what these sold. */
export interface SalesBeyondTotals {
  /** Units that are left out. */
  readonly units: number;
  /** Days of a product on which there are any. */
  readonly productDays: number;
  readonly products: number;
  /** IDs of some of these, those with most units first. */
  readonly examples: readonly string[];
}

interface Row {
  readonly product: string;
  readonly all_units: string;
  readonly all_days: string;
  readonly all_products: string;
}

/** Those of the last 90 days up to the as-of day. */
export async function salesBeyondTotals(engine: Engine, parameters: SqlParameters): Promise<SalesBeyondTotals> {
  const [statement = ''] = stepFile('87_sales_beyond_totals').statements;
  const rows = await engine.rows<Row>(statement, { ...parameters, days, examples: examplesMax });
  const [first] = rows;
  return {
    units: Number(first?.all_units ?? 0),
    productDays: Number(first?.all_days ?? 0),
    products: Number(first?.all_products ?? 0),
    examples: rows.map(({ product }) => product),
  };
}
