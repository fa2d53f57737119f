import { type SimulationOptions, simulateWithTruth } from '@vitrine/simulator';
import type { HiddenSale } from '../../packages/server/src/estimates/hidden-sales.ts';

interface TrueSale {
  readonly day: string;
  readonly product_id: string;
  readonly source: string;
  readonly source_id: string;
  readonly units: number;
}

type Sold = Pick<HiddenSale, 'product' | 'kind' | 'source' | 'window'>;

/** What each video and live of a simulated marketplace truly sold of a product in a window up to the last day. */
export function trueSales(options: SimulationOptions): (sale: Sold) => number {
  const last = Date.parse(options.endDate);
  const sold = new Map<string, { readonly age: number; readonly units: number }[]>();
  for (const { day, product_id, source, source_id, units } of salesOf(options)) {
    const key = `${product_id} ${source} ${source_id}`;
    const days = sold.get(key) ?? [];
    days.push({ age: (last - Date.parse(day)) / 86_400_000, units });
    sold.set(key, days);
  }
  return ({ product, kind, source, window }) =>
    (sold.get(`${product} ${kind} ${source}`) ?? [])
      .filter(({ age }) => age < window)
      .reduce((sum, { units }) => sum + units, 0);
}

function* salesOf(options: SimulationOptions): Generator<TrueSale, void, undefined> {
  for (const { stream, bytes } of simulateWithTruth(options)) {
    if (stream !== 'truth') continue;
    for (const line of Buffer.from(bytes).toString().split('\n')) if (line !== '') yield JSON.parse(line) as TrueSale;
  }
}
