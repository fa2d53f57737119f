import type { Engine } from '../warehouse/engine/engine.ts';
import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';
import { type Grouping, groupsStatement } from './page-sql.ts';

/** How many rows of a query have a value of a field from `from` up to but not including `to`; both are the value where values are not grouped. */
export interface DistributionGroup {
  readonly from: string;
  readonly to: string;
  readonly rows: number;
}

/**
 * How the values of a field are spread over the rows of a query: each value by itself where a field has few, months of
 * days, and quarters of powers of ten of numbers, whose groups are of any size a market has.
 *
 * @throws EngineError
 */
export async function distribution(
  engine: Pick<Engine, 'rows'>,
  source: ListSource,
  query: PageQuery,
  field: string,
  version: number,
): Promise<readonly DistributionGroup[]> {
  const { grouping, sql, parameters } = groupsStatement(source, query, field, version);
  const found = await engine.rows<{ grp: string; rows: string }>(sql, parameters);
  return found.map(({ grp, rows }) => ({ ...boundsOf(grouping, grp), rows: Number(rows) }));
}

const quartersOfTen = 4;

function boundsOf(grouping: Grouping, group: string): { readonly from: string; readonly to: string } {
  if (grouping !== 'powers') return { from: group, to: group };
  // The group of what is not positive.
  if (group === '-1000') return { from: '0', to: '0' };
  const bound = (power: number) => String(Number((10 ** (power / quartersOfTen)).toPrecision(3)));
  return { from: bound(Number(group)), to: bound(Number(group) + 1) };
}
