import type { Condition } from '../../page-query.ts';
import { type IdNumbers, isNumbered } from '../build/row-values.ts';
import { type Bounds, boundsOf } from '../plan/numbers.ts';
import type { ColumnPlan, ListPlan } from '../plan/plan.ts';

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
  for (const predicate of conditions.flatMap((condition) => predicatesFor(plan, ids, condition))) {
    const { low, high } = byColumn.get(predicate.column) ?? { low: 0, high: Number.POSITIVE_INFINITY };
    const bounds = { low: Math.max(low, predicate.low), high: Math.min(high, predicate.high) };
    byColumn.set(predicate.column, bounds);
  }
  const predicates = [...byColumn].map(([column, bounds]) => ({ column, ...bounds }));
  return predicates.some(({ low, high }) => low > high) ? undefined : predicates;
}

function predicatesFor(plan: ListPlan, ids: IdColumns, condition: Condition): readonly Predicate[] {
  const found = plan.columns.flatMap((column, i) =>
    column.name === condition.field ? [{ column: i, ...boundsIn(column, ids, condition) }] : [],
  );
  if (found.length === 0) throw new TypeError(`${plan.id} keeps no column ${condition.field}`);
  return found;
}

function boundsIn({ kind, half }: ColumnPlan, ids: IdColumns, condition: Condition): Bounds {
  if (!isNumbered(kind)) return boundsOf(condition, kind);
  if (half !== undefined) return exactly(halfOf(BigInt(condition.value), half));
  return exactly(ids.get(condition.field)?.numberOf(storedText(condition.value)) ?? -1);
}

/** As it stands in a row, byte by byte. */
function storedText(value: string): string {
  return Buffer.from(value).toString('latin1');
}

function exactly(value: number): Bounds {
  return { low: value, high: value };
}

function halfOf(id: bigint, half: 'low' | 'high'): number {
  return Number(half === 'low' ? id & 0xffffffffn : id >> 32n);
}
