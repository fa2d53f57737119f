import { type SimulationOptions, simulateAs, simulateWithTruth } from '@vitrine/simulator';
import type { Observation } from '../oracle/observation.ts';

/** The last day of every world. */
export const lastDay = '2026-08-12';
const days = 40;

/** Small worlds that have nothing in common, seen without gaps or corrections: what is observed is the truth. */
export function worlds(more: Partial<SimulationOptions> = {}): readonly SimulationOptions[] {
  return [1, 2, 3, 4].map((seed) => ({
    products: 5,
    days,
    seed,
    endDate: lastDay,
    gapChance: 0,
    correctionChance: 0,
    ...more,
  }));
}

/** The file of a source that shows a world so many days before its last. */
export function fileOf(source: string, world: SimulationOptions, daysBefore = 0): Buffer {
  return Buffer.concat([...simulateAs(source, world, dayBefore(daysBefore))]);
}

/** The day so many days before the last. */
export function dayBefore(count: number): string {
  return new Date(Date.parse(lastDay) - count * 86_400_000).toISOString().slice(0, 10);
}

/** Units and GMV of a product in a window. */
export interface WindowSales {
  readonly units: number;
  readonly gmv: number;
}

/** What the marketplace truly sold, and the records that plain observation of it gives. */
export class Truth {
  readonly records: readonly Observation[];
  readonly #sales: readonly Readonly<Record<string, string | number>>[];
  readonly #firstSeen = new Map<string, string>();

  constructor(all: readonly SimulationOptions[]) {
    const streams = { observations: '', truth: '' };
    for (const world of all) {
      for (const { stream, bytes } of simulateWithTruth(world)) streams[stream] += Buffer.from(bytes).toString();
    }
    this.records = lines<Observation>(streams.observations);
    this.#sales = lines(streams.truth);
    for (const record of this.records) {
      if (record.kind !== 'product' || this.#firstSeen.has(record.product_id)) continue;
      this.#firstSeen.set(record.product_id, record.observed_at.slice(0, 10));
    }
  }

  /** Whether the records tell all that a product sold in the last so many days: growth needs a total before. */
  isTold(product: string, count: number): boolean {
    const first = this.#firstSeen.get(product);
    return first !== undefined && first <= dayBefore(count);
  }

  /** What a product sold in the last so many days, by all sources, or by `video`, `live` or `storefront`. */
  sold(product: string, count: number, by?: string): WindowSales {
    const from = dayBefore(count - 1);
    const sales = this.#sales.filter(
      ({ product_id, day = '', source }) =>
        product_id === product && String(day) >= from && (by === undefined || source === by),
    );
    return {
      units: sales.reduce((sum, { units }) => sum + Number(units), 0),
      gmv: Math.round(100 * sales.reduce((sum, { gmv_amt }) => sum + Number(gmv_amt), 0)) / 100,
    };
  }
}

function lines<Row>(text: string): readonly Row[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
