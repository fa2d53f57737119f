import { type Day, dateOf, dayOf } from '../../warehouse/day.ts';
import type { RowField } from '../list-source.ts';
import type { Span } from './span.ts';
import type { TrendSource } from './trend-source.ts';

/** A row as it is served. */
export type TrendRow = Readonly<Record<string, string | number>>;

/**
 * A signed change of what running totals grew by on a day, in units of their last digit. Amounts in another `currency` than
 * that of the row of the list do not count.
 */
export type DayChange = Readonly<Record<string, string | number>> & { readonly day: Day };

/** What running totals grew by on a day: the sum of its changes. */
type Growth = ReadonlyMap<string, bigint>;

/** The largest number that is served (`vitrineLargest`), in units of the last digit. */
const largest = 9_000_000_000_000_000n;

/**
 * The days of an entity (docs/estimates.md, "Trends"): a running total of a day is what it is on the as-of day, less what
 * it grew by since.
 *
 * @param now the row of the list, as of the as-of day.
 * @param changes of the days from the first of the span up to the as-of day, in any order.
 */
export function trendDays(
  source: TrendSource,
  now: TrendRow,
  changes: readonly DayChange[],
  span: Span,
  asOfDay: Day,
): readonly TrendRow[] {
  const byDay = growthByDay(source, now, changes);
  const known = Math.min(knownFrom(source, now) ?? asOfDay, ...byDay.keys());
  const fields = source.row.map((field) => fieldOf(field, now, source.grows));
  const rows: TrendRow[] = [];
  for (let day = asOfDay; day >= Math.max(span.first, known); day--) {
    const of = byDay.get(day);
    if (day <= span.last) rows.push(Object.fromEntries(fields.map(({ name, on }) => [name, on(day, of)])));
    for (const { pass } of fields) pass(of);
  }
  return rows.reverse();
}

/** Days on which nothing is left of the changes have no entry. */
function growthByDay(source: TrendSource, now: TrendRow, changes: readonly DayChange[]): ReadonlyMap<Day, Growth> {
  const totals = source.row.filter(({ name }) => source.grows.includes(name));
  const inAnyCurrency = totals.filter(({ kind }) => kind !== 'amount');
  const byDay = new Map<Day, Map<string, bigint>>();
  for (const change of changes) {
    const { day, currency = now['currency'] } = change;
    const growth = byDay.get(day) ?? new Map<string, bigint>();
    for (const { name } of currency === now['currency'] ? totals : inAnyCurrency)
      growth.set(name, (growth.get(name) ?? 0n) + BigInt(change[name] ?? 0));
    byDay.set(day, growth);
  }
  return new Map([...byDay].filter(([, growth]) => [...growth.values()].some((sum) => sum !== 0n)));
}

/** The day from which on it is known; undefined where the row does not say. */
function knownFrom({ since }: TrendSource, now: TrendRow): Day | undefined {
  const said = String(now[since] ?? '');
  return said.length === 8 ? dayOf(said.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')) : undefined;
}

/** A field of the rows, as the days are walked back from the last one. */
interface WalkedField {
  readonly name: string;
  on(day: Day, growth: Growth | undefined): string | number;
  /** Leaves a day behind. */
  pass(growth: Growth | undefined): void;
}

function fieldOf({ name, kind }: RowField, now: TrendRow, grows: readonly string[]): WalkedField {
  const digits = kind === 'amount' ? 100 : 1;
  const served = (units: bigint) => Number(units < largest ? units : largest) / digits;
  if (name === 'dt') return { name, on: (day) => dateOf(day), pass() {} };
  const total = name.replace('_1d_', '_');
  if (total !== name) return { name, on: (_, growth) => served(growth?.get(total) ?? 0n), pass() {} };
  if (!grows.includes(name)) return { name, on: () => now[name] ?? '', pass() {} };
  let left = BigInt(Math.round(Number(now[name] ?? 0) * digits));
  return {
    name,
    on: () => served(left > 0n ? left : 0n),
    pass(growth) {
      left -= growth?.get(name) ?? 0n;
    },
  };
}
