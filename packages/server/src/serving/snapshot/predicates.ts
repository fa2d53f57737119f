import type { Condition } from '../page-query.ts';
import { type Bounds, boundsOf } from './numbers.ts';
import type { ListPlan } from './plan.ts';
import type { IdNumbers } from './row-values.ts';

/** What must hold of a column. */
export interface Predicate extends Bounds {
  /** Index of the column in the plan. */
  readonly column: number;
}

/** Ids by number, of each id column. */
export type IdColumns = ReadonlyMap<string, IdNumbers>;

/**
 * The conditions as bounds of columns, one a column.
 *
 * @returns undefined when no row can meet them.
 */
export function predicatesOf(
  plan: ListPlan,
  ids: IdColumns,
  conditions: readonly Condition[],
): readonly Predicate[] | undefined {
  const byColumn = new Map<number, Bounds>();
  for (const condition of conditions) {
    const column = plan.columns.findIndex(({ name }) => name === condition.field);
    const bounds = boundsIn(plan, ids, column, condition);
    const { low, high } = byColumn.get(column) ?? { low: 0, high: Number.POSITIVE_INFINITY };
    byColumn.set(column, { low: Math.max(low, bounds.low), high: Math.min(high, bounds.high) });
  }
  const predicates = [...byColumn].map(([column, bounds]) => ({ column, ...bounds }));
  return predicates.some(({ low, high }) => low > high) ? undefined : predicates;
}

function boundsIn(plan: ListPlan, ids: IdColumns, column: number, condition: Condition): Bounds {
  const kind = plan.columns[column]?.kind;
  if (kind === undefined) throw new TypeError(`${plan.id} keeps no column ${condition.field}`);
  if (kind !== 'id') return boundsOf(condition, kind);
  const number = ids.get(condition.field)?.numberOf(condition.value) ?? -1;
  return { low: number, high: number };
}
