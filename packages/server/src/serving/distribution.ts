import type { Engine } from '../warehouse/engine/engine.ts';
import type { FieldKind, ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';
import { type Grouping, groupsStatement, noneGroup, powerGroups } from './page-sql.ts';

/**
 * How many rows of a query have a value of a field from `from` up to but not including `to`. Both are the value where values
 * are not grouped, the month, yyyyMM, of days and times, and empty of those that are unknown.
 */
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
  const { grouping, kind, sql, parameters } = groupsStatement(source, query, field, version);
  const found = await engine.rows<{ grp: string; rows: string }>(sql, parameters);
  return found.map(({ grp, rows }) => ({ ...boundsOf(grouping, kind, grp), rows: Number(rows) }));
}

/** Digits after the point that values of a kind have. */
const decimals: Readonly<Partial<Record<FieldKind, number>>> = { amount: 2, rate: 4, rating: 2 };

/** Bounds are values that the field can have: no value lies between a bound and the power it stands for. */
function boundsOf(grouping: Grouping, kind: FieldKind, group: string): Pick<DistributionGroup, 'from' | 'to'> {
  if (grouping === 'months' && group === '0') return { from: '', to: '' };
  if (grouping !== 'powers') return { from: group, to: group };
  if (group === String(noneGroup)) return { from: '0', to: '0' };
  const steps = 10 ** (decimals[kind] ?? 0);
  const bound = (power: number) => String(Math.ceil(10 ** (power / powerGroups) * steps - nearlyNone) / steps);
  return { from: bound(Number(group)), to: bound(Number(group) + 1) };
}

/** What powers of ten differ by from whole numbers for being floats. */
const nearlyNone = 1e-6;
