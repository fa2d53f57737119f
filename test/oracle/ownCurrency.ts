import { momentMs } from './day.ts';
import { text } from './exact.ts';
import { groupBy } from './group.ts';
import type { ProductObservation } from './observation.ts';
import { currentValue, valueByDay } from './state.ts';

/** Section 3, "Currency": which currency a product's amounts are in, and which records' amounts count. */
export interface OwnCurrency {
  /** '' when none was ever observed. */
  readonly currency: string;
  /** The records whose amounts count: those that name no other currency. */
  readonly counted: readonly ProductObservation[];
  /** The currencies of all others, one a moment. */
  readonly others: readonly string[];
}

const DAYS_MAX = 7;

/** @param soldIn the currency its sales were last stated in, '' if none. */
export function ownCurrencyOf(records: readonly ProductObservation[], soldIn = ''): OwnCurrency {
  const currency = commonest([...valueByDay(records, currencyOf).values()].slice(-DAYS_MAX)) ?? soldIn;
  const moments = [...groupBy(records, (record) => momentMs(record.observed_at)).values()].map((together) => ({
    together,
    named: currentValue(together, currencyOf) ?? currency,
  }));
  return {
    currency,
    counted: moments.filter(({ named }) => named === currency).flatMap(({ together }) => together),
    others: moments.map(({ named }) => named).filter((named) => named !== currency),
  };
}

function currencyOf(record: ProductObservation): string | undefined {
  return text(record.currency);
}

/** The value that is there most often; of several the one that comes first. */
function commonest(values: readonly string[]): string | undefined {
  const sizes = [...groupBy(values, (value) => value)].map(([value, same]) => ({ value, size: same.length }));
  return sizes.reduce<(typeof sizes)[number] | undefined>(
    (best, one) => (best === undefined || one.size > best.size ? one : best),
    undefined,
  )?.value;
}
