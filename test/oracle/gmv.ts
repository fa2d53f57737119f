import type { Conversion } from './currency.ts';
import type { Day } from './day.ts';
import { capped, cents, count } from './exact.ts';
import type { ProductObservation } from './observation.ts';
import { type OwnCurrency, ownCurrencyOf } from './ownCurrency.ts';
import { type Prices, pricesOf } from './price.ts';
import { gradedTotals, seenRecords } from './reservations.ts';
import { dailySeries, type Series } from './series.ts';
import { largest, sum } from './split.ts';
import { currentValue } from './state.ts';

/** What a product sold. Amounts are cents in the currency served. */
export interface Sales {
  readonly currency: string;
  /** The records seen whose amounts count, and the currencies of all others, one a moment. */
  readonly counted: readonly ProductObservation[];
  readonly others: readonly string[];
  readonly servedCurrency: string;
  readonly unitsTotal: bigint;
  readonly gmvTotal: bigint;
  /** Section 6: no total of a source exceeds it; for GMV that is `gmvTotal`. */
  readonly unitsMax: bigint;
  /** The days with an entry in one of the two series; on all others nothing was sold. */
  readonly days: readonly Day[];
  unitsOn(day: Day): bigint;
  gmvOn(day: Day): bigint;
}

/** What the records of a product say of its sales. */
export interface Observed extends OwnCurrency {
  readonly totals: RunningTotals;
}

interface RunningTotals {
  readonly units: Series;
  readonly gmv: Series;
  readonly prices: Prices;
  readonly gmvCurrent: bigint | undefined;
  readonly unitsCurrent: bigint | undefined;
}

export function observedOf(records: readonly ProductObservation[], soldIn: string): Observed {
  const own = ownCurrencyOf(records, soldIn);
  return { ...own, totals: runningTotalsOf(records, own.counted) };
}

/** What the days say that the product's own totals do not reach, and its videos and lives beyond their shares. */
export interface Beside {
  readonly days: ReadonlyMap<Day, { readonly units: bigint; readonly gmv: bigint }>;
}

export interface SalesTerms {
  readonly conversion: Conversion;
}

/** The sales of each day: the product's own where its totals stand, else what is known. Totals are added by `withTotals`. */
export function salesOf({ currency, counted, others, totals }: Observed, beside: Beside, { conversion }: SalesTerms) {
  const days = [...new Set([...totals.units.growth.keys(), ...totals.gmv.growth.keys(), ...beside.days.keys()])];
  const gmvOn = (day: Day) => {
    const own = ownGmvOn(totals, day);
    return own === undefined ? (beside.days.get(day)?.gmv ?? 0n) : conversion.amount(own, currency, day);
  };
  return {
    currency,
    counted: seenRecords(counted),
    others,
    servedCurrency: conversion.servedIn(currency),
    days,
    unitsOn: (day: Day) => totals.units.growth.get(day) ?? beside.days.get(day)?.units ?? 0n,
    gmvOn,
  };
}

/** Section 3, "The GMV of a day" by the product's own totals, in its own currency. */
export function ownGmvOn(totals: RunningTotals, day: Day): bigint | undefined {
  const units = totals.units.growth.get(day);
  return totals.gmv.growth.get(day) ?? (units === undefined ? undefined : capped(units * totals.prices.on(day)));
}

/** What its videos and lives state of themselves beyond their shares of all days. */
export interface Beyond {
  readonly units: bigint;
  /** Cents in the currency served. */
  readonly gmv: bigint;
}

/** Section 3, `total_sale_cnt` and `total_sale_gmv_amt`. */
export function totalsOf(
  { totals, currency }: Observed,
  { days, unitsOn, gmvOn }: Pick<Sales, 'days' | 'unitsOn' | 'gmvOn'>,
  beyond: Beyond,
  { conversion }: SalesTerms,
): Pick<Sales, 'unitsTotal' | 'unitsMax' | 'gmvTotal'> {
  const unitsOfDays = sum(days.map(unitsOn));
  const unitsTotal = totals.unitsCurrent ?? capped(unitsOfDays + beyond.units);
  const toServed = (amount: bigint, day: Day) => conversion.amount(amount, currency, day);
  const base = baseOf(totals, toServed);
  const all = sum(days.map(gmvOn));
  const later = sum(days.filter((day) => day > base.day).map(gmvOn));
  const isObserved = totals.gmvCurrent !== undefined;
  return {
    unitsTotal,
    unitsMax: largest(unitsTotal, capped(unitsOfDays)),
    gmvTotal:
      isObserved && !conversion.converts
        ? largest(totals.gmvCurrent ?? 0n, all)
        : largest(base.amount + later, all + (isObserved ? 0n : beyond.gmv)),
  };
}

function runningTotalsOf(
  records: readonly ProductObservation[],
  counted: readonly ProductObservation[],
): RunningTotals {
  return {
    units: dailySeries(gradedTotals(records, (record) => count(record.total_sale_cnt))),
    gmv: dailySeries(gradedTotals(counted, (record) => cents(record.total_sale_gmv_amt))),
    prices: pricesOf(seenRecords(counted)),
    unitsCurrent: currentValue(seenRecords(records), (record) => count(record.total_sale_cnt)),
    gmvCurrent: currentValue(seenRecords(counted), (record) => cents(record.total_sale_gmv_amt)),
  };
}

type ToServed = (cents: bigint, day: Day) => bigint;

/** What was observed first, at the rate of its day: GMV, or (before any GMV) units at the first price. */
function baseOf({ gmv, units, prices }: RunningTotals, toServed: ToServed): { amount: bigint; day: Day } {
  const gmvComesFirst = units.firstDay === undefined || (gmv.firstDay !== undefined && gmv.firstDay <= units.firstDay);
  const day = (gmvComesFirst ? gmv.firstDay : units.firstDay) ?? 0;
  const first = gmvComesFirst ? gmv.first : capped((units.first ?? 0n) * prices.first);
  return { amount: first === undefined ? 0n : toServed(first, day), day };
}
