import { type Day, dateOf, dayOf } from '../../warehouse/day.ts';
import type { RowField } from '../list-source.ts';
import type { Span } from './span.ts';
import type { TrendSource } from './trend-source.ts';

/** A row as it is served. */
export type TrendRow = Readonly<Record<string, string | number>>;

/**
 * A signed change of what running totals grew by on a day, in units of their last digit or thousandths of them. Amounts in
 * another `currency` than that of the row of the list do not count.
 */
export type DayChange = Readonly<Record<string, string | number>> & { readonly day: Day };

/** What running totals grew by on a day: the sum of its changes. */
type Growth = ReadonlyMap<string, bigint>;

/** The largest number that is served (`vitrineLargest`), in units of the last digit. */
const largest = 9_000_000_000_000_000n;

/**
 * The days of an entity (docs/estimates.md, "Trends"): a running total of a day is what it is on the as-of day, less what
 * it grew by since.
 */
export class TrendDays {
  /** How many days of the span have a row. */
  readonly count: number;
  readonly #source: TrendSource;
  readonly #now: TrendRow;
  readonly #growth: ReadonlyMap<Day, Growth>;
  readonly #asOfDay: Day;
  readonly #first: Day;

  /**
   * @param now the row of the list, as of the as-of day.
   * @param changes of the days up to the as-of day, in any order: from the first of the span where the entity is known by then, else
   * from the first of all.
   */
  constructor(source: TrendSource, now: TrendRow, changes: readonly DayChange[], span: Span, asOfDay: Day) {
    this.#source = source;
    this.#now = now;
    this.#growth = growthByDay(source, now, changes);
    this.#asOfDay = asOfDay;
    this.#first = Math.max(span.first, Math.min(knownFrom(source, now, asOfDay), ...this.#growth.keys()));
    this.count = Math.max(0, Math.min(span.last, asOfDay) - this.#first + 1);
  }

  /** The rows of some of the days, all of them unless told: the oldest first. */
  rows(from = 0, size = this.count): readonly TrendRow[] {
    const first = this.#first + from;
    const last = this.#first + Math.min(from + size, this.count) - 1;
    const fields = this.#source.row.map((field) => fieldOf(field, this.#now, this.#source));
    const rows: TrendRow[] = [];
    for (let day = this.#asOfDay; day >= first; day--) {
      const growth = this.#growth.get(day);
      if (day <= last) rows.push(Object.fromEntries(fields.map(({ name, on }) => [name, on(day, growth)])));
      for (const { pass } of fields) pass(growth);
    }
    return rows.reverse();
  }
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

/** The day from which on it is known by its row; the as-of day where that does not say. */
export function knownFrom({ since }: TrendSource, now: TrendRow, asOfDay: Day): Day {
  const said = String(now[since] ?? '');
  return said.length === 8 ? dayOf(said.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')) : asOfDay;
}

/** A field of the rows, as the days are walked back from the last one. */
interface WalkedField {
  readonly name: string;
  on(day: Day, growth: Growth | undefined): string | number;
  /** Leaves a day behind. */
  pass(growth: Growth | undefined): void;
}

/** What a running total grew by since a day, in whole units of its last digit, half up. */
class GrownSince {
  readonly #part: bigint;
  #grown = 0n;

  constructor(inThousandths: boolean) {
    this.#part = inThousandths ? 1_000n : 1n;
  }

  /** @param before what it grew by on the day as well. */
  whole(before = 0n): bigint {
    const parts = this.#grown + before;
    return (parts + this.#part / 2n) / this.#part;
  }

  add(growth: bigint): void {
    this.#grown += growth;
  }
}

function fieldOf({ name, kind }: RowField, now: TrendRow, source: TrendSource): WalkedField {
  const digits = kind === 'amount' ? 100 : 1;
  const served = (units: bigint) => Number(units < largest ? units : largest) / digits;
  if (name === 'dt') return { name, on: (day) => dateOf(day), pass() {} };
  const total = name.replace('_1d_', '_');
  if (!source.grows.includes(total)) return { name, on: () => now[name] ?? '', pass() {} };
  const since = new GrownSince(source.inThousandths.includes(total));
  const pass = (growth: Growth | undefined) => since.add(growth?.get(total) ?? 0n);
  if (total !== name) return { name, on: (_, growth) => served(since.whole(growth?.get(total)) - since.whole()), pass };
  const last = BigInt(Math.round(Number(now[name] ?? 0) * digits));
  return {
    name,
    on() {
      const left = last - since.whole();
      return served(left > 0n ? left : 0n);
    },
    pass,
  };
}
