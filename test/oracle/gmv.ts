import type { Conversion } from './currency.ts';
import type { Day } from './day.ts';
import { capped, cents, count } from './exact.ts';
import type { ProductObservation } from './observation.ts';
import { ownCurrencyOf } from './ownCurrency.ts';
import { type Prices, pricesOf } from './price.ts';
import { dailySeries, growthOn, type Series } from './series.ts';
import { largest, sum } from './split.ts';
import { currentValue, valueByDay } from './state.ts';

/** What a product sold. Amounts are cents in the currency served. */
export interface Sales {
  readonly currency: string;
  /** The records whose amounts count, and the currencies of all others, one a moment. */
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

interface RunningTotals {
  readonly units: Series;
  readonly gmv: Series;
  readonly prices: Prices;
  readonly gmvCurrent: bigint | undefined;
}

/** What the videos and lives of a product are known to have sold together: their current own totals. */
export interface KnownSales {
  readonly units: bigint;
  /** Cents in the product's own currency. */
  readonly gmv: bigint;
}

export function salesOf(
  records: readonly ProductObservation[],
  known: KnownSales,
  { conversion, asOf }: { readonly conversion: Conversion; readonly asOf: Day },
): Sales {
  const { currency, counted, others } = ownCurrencyOf(records);
  const totals = runningTotalsOf(records, counted);
  const days = [...new Set([...totals.units.growth.keys(), ...totals.gmv.growth.keys()])];
  const gmvOn = (day: Day) => conversion.amount(gmvOfDay(totals, day), currency, day);
  const toServed = (amount: bigint, day: Day) => conversion.amount(amount, currency, day);
  const unitsTotal = currentValue(records, (record) => count(record.total_sale_cnt)) ?? known.units;
  return {
    currency,
    counted,
    others,
    servedCurrency: conversion.servedIn(currency),
    unitsTotal,
    unitsMax: largest(unitsTotal, sum([...totals.units.growth.values()])),
    gmvTotal: totalSaleGmv(totals, sum(days.map(gmvOn)), toServed(known.gmv, asOf), toServed, conversion.converts),
    days,
    unitsOn: (day) => growthOn(totals.units, day),
    gmvOn,
  };
}

function runningTotalsOf(
  records: readonly ProductObservation[],
  counted: readonly ProductObservation[],
): RunningTotals {
  return {
    units: dailySeries(valueByDay(records, (record) => count(record.total_sale_cnt))),
    gmv: dailySeries(valueByDay(counted, (record) => cents(record.total_sale_gmv_amt))),
    prices: pricesOf(counted),
    gmvCurrent: currentValue(counted, (record) => cents(record.total_sale_gmv_amt)),
  };
}

/** Section 3, "The GMV of a day", in the product's own currency. */
function gmvOfDay(totals: RunningTotals, day: Day): bigint {
  return totals.gmv.growth.get(day) ?? capped(growthOn(totals.units, day) * totals.prices.on(day));
}

type ToServed = (cents: bigint, day: Day) => bigint;

/** Section 3, `total_sale_gmv_amt`: the observed one, else (and always when converted) the base plus all days. */
function totalSaleGmv(
  totals: RunningTotals,
  gmvOfDays: bigint,
  knownGmv: bigint,
  toServed: ToServed,
  converts: boolean,
): bigint {
  if (!converts && totals.gmvCurrent !== undefined) return largest(totals.gmvCurrent, gmvOfDays);
  const derived = baseOf(totals, toServed) + gmvOfDays;
  return totals.gmvCurrent === undefined ? largest(derived, knownGmv) : derived;
}

/** What was observed first: GMV, or (before any GMV) units at the first price; at the rate of that day. */
function baseOf({ gmv, units, prices }: RunningTotals, toServed: ToServed): bigint {
  const gmvComesFirst = units.firstDay === undefined || (gmv.firstDay !== undefined && gmv.firstDay <= units.firstDay);
  if (gmvComesFirst)
    return gmv.first === undefined || gmv.firstDay === undefined ? 0n : toServed(gmv.first, gmv.firstDay);
  return units.first === undefined ? 0n : toServed(capped(units.first * prices.first), units.firstDay ?? 0);
}
