import type { TimeData } from '../charts/time-chart.ts';
import { currencyOf } from '../format/fields.ts';
import type { Field, Row } from '../server/catalogue.ts';

/** Most things whose days are on one chart. */
export const comparedMax = 5;

/** A thing, and its days in any order. */
export interface ThingDays {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** A chart of several things. */
export interface ComparedDays {
  /** The last days of those that any of them has; null where a thing has none. */
  readonly data: TimeData;
  /** Names of those whose amounts are in another currency than the first one’s: they are not drawn. */
  readonly leftOut: readonly string[];
}

/**
 * @param things with different names.
 * @param span how many days at most.
 */
export function comparedDays(things: readonly ThingDays[], field: Field, span: number): ComparedDays {
  const currency = currencyIn(things[0]);
  const isDrawn = (thing: ThingDays) => field.kind !== 'amount' || currencyIn(thing) === currency;
  const drawn = things.filter(isDrawn);
  const days = [...new Set(drawn.flatMap(({ rows }) => rows.map((row) => String(row['dt']))))].sort().slice(-span);
  return {
    data: { days, series: drawn.map(({ name, rows }) => ({ name, values: valuesOf(rows, field, days) })) },
    leftOut: things.filter((thing) => !isDrawn(thing)).map(({ name }) => name),
  };
}

function currencyIn(thing: ThingDays | undefined): string {
  return thing?.rows.map(currencyOf).find((currency) => currency !== '') ?? '';
}

function valuesOf(rows: readonly Row[], { name, kind }: Field, days: readonly string[]): readonly (number | null)[] {
  const byDay = new Map(rows.map((row) => [String(row['dt']), Number(row[name])]));
  // A price of 0 is one that is not known.
  const isUnknown = (value: number) => kind === 'amount' && name === 'spu_avg_price' && value === 0;
  return days.map((day) => {
    const value = byDay.get(day);
    return value === undefined || isUnknown(value) ? null : value;
  });
}
