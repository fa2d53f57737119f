import { type Day, dayOf, momentMs } from './day.ts';
import { capped, decimal, roundHalfUp, scaled } from './exact.ts';
import type { FxObservation } from './observation.ts';

/** Section 3, "Currency": an amount of a day in the currency it is served in. */
export interface Conversion {
  /** Base plus days make a converted total; without a reporting currency the observed one is served. */
  readonly converts: boolean;
  amount(cents: bigint, currency: string, day: Day): bigint;
  /** The currency an amount of `currency` is served in. */
  servedIn(currency: string): string;
}

const RATE_DECIMALS = 6;
const DOLLAR = 10n ** BigInt(RATE_DECIMALS);

export function conversion(fx: readonly FxObservation[], reportingCurrency: string | undefined): Conversion {
  if (reportingCurrency === undefined) {
    return { converts: false, amount: (cents) => cents, servedIn: (currency) => currency };
  }
  return {
    converts: true,
    amount: (cents, currency, day) => convert(cents, currency, reportingCurrency, day, fx),
    servedIn: () => reportingCurrency,
  };
}

function convert(cents: bigint, from: string, to: string, day: Day, fx: readonly FxObservation[]): bigint {
  if (from === to) return cents;
  const fromRate = perUsd(fx, from, day);
  const toRate = perUsd(fx, to, day);
  return fromRate === undefined || toRate === undefined ? 0n : capped(roundHalfUp(cents * toRate, fromRate));
}

/** The rate of the latest date on or before the day, in millionths. */
function perUsd(fx: readonly FxObservation[], currency: string, day: Day): bigint | undefined {
  const dated = fx.filter((record) => record.currency === currency && dayOf(record.date) <= day);
  const best = dated.reduce<FxObservation | undefined>(
    (a, b) => (a === undefined || supersedes(b, a) ? b : a),
    undefined,
  );
  if (best !== undefined) return scaled(decimal(best.per_usd), RATE_DECIMALS);
  return currency === 'USD' ? DOLLAR : undefined;
}

/** Later date first; on one date the later record; of one moment the larger rate. */
function supersedes(b: FxObservation, a: FxObservation): boolean {
  const difference = dayOf(b.date) - dayOf(a.date) || recordedMs(b) - recordedMs(a) || b.per_usd - a.per_usd;
  return difference > 0;
}

function recordedMs(record: FxObservation): number {
  return momentMs(record.observed_at ?? record.date);
}
