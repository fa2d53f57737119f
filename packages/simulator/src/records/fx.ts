import { share } from '../random.ts';
import type { RecordSource, Stage } from './stage.ts';

const KNOT_DAYS = 7;

/** One rate a currency and day, drifting by about a hundredth between weekly marks. */
export function fxRecords({ world }: Stage): RecordSource {
  const markets = [...new Map(world.settings.regions.map((region) => [region.currency, region.perUsd])).entries()];
  const key = world.keyOf('fx');
  const mark = (currency: number, knot: number): number => 0.99 + 0.02 * share(key, currency, knot);
  return {
    range: () => ({ first: 0, end: markets.length }),
    lines(index, day) {
      const [currency = 'USD', usual = 1] = markets[index] ?? [];
      const knot = Math.floor(day / KNOT_DAYS);
      const part = day / KNOT_DAYS - knot;
      const drift = mark(index, knot) * (1 - part) + mark(index, knot + 1) * part;
      const perUsd = currency === 'USD' ? 1 : Math.round(usual * drift * 10_000) / 10_000;
      return `{"kind":"fx","currency":"${currency}","date":"${world.calendar.dateOf(day)}","per_usd":${perUsd}}\n`;
    },
  };
}
