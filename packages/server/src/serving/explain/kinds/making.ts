import type { Digits } from '../decimals.ts';
import type { BreakdownOf, Measure, Place, SeenOf, SumOf } from '../measure.ts';

const lastSeenRule =
  'The value last observed on or before the as-of day; of several of one moment the larger one. Derived records have none.';

/** A value as it was last observed, under the name of its column where that is another one. */
export function lastSeen(place: Place, column: string, more: Partial<SeenOf> = {}): Measure {
  return { rule: lastSeenRule, basis: 'observed', seen: [{ place, column, as: 'last', ...more }] };
}

/** The same of several fields that have the names of their columns. */
export function allLastSeen(place: Place, names: readonly string[]): Readonly<Record<string, Measure>> {
  return Object.fromEntries(names.map((name) => [name, lastSeen(place, name)]));
}

/** A value that the row has of another entity, whose id is in a field of it. */
export function ofOther(place: Place, idField: string, column: string): Measure {
  return lastSeen(place, column, { idField });
}

/** A running total as it was last observed, and the days on which it grew to that. */
export function lastTotal(seen: Omit<SeenOf, 'as'>, days: BreakdownOf): Measure {
  const rest = 'what it was when it was first observed, less what corrections took';
  return {
    rule: `${lastSeenRule} Its growth is spread over the days between two days on which it was observed.`,
    basis: 'observed',
    breakdowns: [{ ...days, rest }],
    seen: [{ ...seen, as: 'total' }],
  };
}

/** What a running total grew by in a window. */
export function growth(seen: Omit<SeenOf, 'as'>, days: BreakdownOf): Measure {
  return {
    rule: seen.isWonAndLost
      ? 'The sum of the days of the window. Between two days on which the total was observed, its change, gain or loss, is spread evenly.'
      : 'The sum of the days of the window. Between two days on which the total was observed, its growth is spread evenly; a fall is a correction and no growth.',
    basis: 'observed',
    breakdowns: [days],
    seen: [{ ...seen, as: 'total' }],
  };
}

/** A number that is calculated from others of the row. */
export function calculated(rule: string, ...from: readonly string[]): Measure {
  return { rule, basis: 'calculated', from };
}

/** A fixed or looked-up value without parts. */
export function ruleAlone(rule: string): Measure {
  return { rule, basis: 'calculated' };
}

/** How many of something there are. */
export function counted(rule: string, breakdowns: readonly BreakdownOf[], more: Partial<Measure> = {}): Measure {
  return { rule, basis: 'counted', breakdowns, ...more };
}

/** Days of a table of the state. */
export function days(table: string, key: string, column: string, digits: Digits): BreakdownOf {
  return { by: 'day', statement: 'days', parameters: { table, key, column }, digits };
}

/** Days of a table of the state in the currency of the row. */
export function daysInCurrency(table: string, key: string, column: string): BreakdownOf {
  return { by: 'day', statement: 'days-in-currency', parameters: { table, key, column }, digits: 2 };
}

/** Days of a table of the state of videos (1), lives (2) or likes of videos (3). */
export function daysOfKind(table: string, source: 1 | 2 | 3): BreakdownOf {
  return { by: 'day', statement: 'days-of-kind', parameters: { table, source, column: 'grown' }, digits: 0 };
}

export interface RowsIn {
  readonly by: string;
  readonly list: string;
  /** Field with the id that the rows are of. */
  readonly key: string;
  /** Field that tells the parts apart. */
  readonly member: string;
}

/** Rows of another list, of which a field is summed; default: the one that is explained. */
export function rowsOf({ by, list, key, member }: RowsIn, column?: string): BreakdownOf {
  const parameters = { key, member, scale: 1, ...(column !== undefined && { column }) };
  return { by, list, statement: 'rows', parameters, digits: 0 };
}

/** The same of an amount: of rows in the currency of the row. */
export function amountsOf({ by, list, key, member }: RowsIn, column?: string): BreakdownOf {
  const parameters = { key, member, scale: 100, ...(column !== undefined && { column }) };
  return { by, list, statement: 'rows-in-currency', parameters, digits: 2 };
}

/** What decides whether sales rise. */
export function twoWeeks(of: BreakdownOf): readonly SumOf[] {
  return [
    { what: 'units of the last 7 days', of, ages: [6, 0] },
    { what: 'units of the 7 days before', of, ages: [13, 7] },
  ];
}

/** Rows of another list, each of which counts 1. */
export function membersOf({ by, list, key, member }: RowsIn): BreakdownOf {
  return { by, list, statement: 'members', parameters: { key, member }, digits: 0 };
}

/** A breakdown that may not be all of the number. */
export function withRest(breakdown: BreakdownOf, rest: string): BreakdownOf {
  return { ...breakdown, rest };
}
