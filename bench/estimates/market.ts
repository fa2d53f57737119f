import { type SimulationOptions, simulateWithTruth } from '@vitrine/simulator';
import type { Published, PublishedLink } from './published.ts';

/** A number for each day of the run. */
export type Series = Float64Array;

/** A video or live that promotes a product, with what it truly sold. */
export interface Link extends Omit<PublishedLink, 'traffic' | 'units' | 'product'> {
  readonly product: number;
  readonly traffic: Series;
  /** What the product attributes to it. */
  readonly served: Series;
  readonly sold: Series;
}

/** A marketplace as it was published, and as it is. */
export interface Market {
  readonly days: number;
  /** First day of each week, from Monday on, and the first after it. */
  readonly weeks: readonly (readonly [from: number, to: number])[];
  /** Units sold as published, a product. */
  readonly units: readonly Series[];
  /** Truly sold by none of the links: by the storefront, and by what was never observed. */
  readonly sold: readonly Series[];
  readonly links: readonly Link[];
  /** Indexes of the links of each product. */
  readonly linksOf: readonly (readonly number[])[];
}

/** Opens the truth beside what was published. */
export function openTruth({ products, links }: Published, options: SimulationOptions): Market {
  const { days } = options;
  const indexOf = new Map(products.map(({ product }, index) => [product, index]));
  const known = links.filter(({ product }) => indexOf.has(product));
  const linksOf = products.map(() => [] as number[]);
  known.forEach(({ product }, index) => {
    linksOf[indexOf.get(product) ?? 0]?.push(index);
  });
  const market: Market = {
    days,
    weeks: weeksOf(options),
    linksOf,
    units: products.map(({ units }) => seriesOf(days, units)),
    sold: products.map(() => new Float64Array(days)),
    links: known.map((link) => ({
      ...link,
      product: indexOf.get(link.product) ?? 0,
      traffic: seriesOf(days, link.traffic),
      served: seriesOf(days, link.units),
      sold: new Float64Array(days),
    })),
  };
  addTruth(market, indexOf, options);
  return market;
}

function weeksOf({ days, endDate }: SimulationOptions): Market['weeks'] {
  const first = Date.parse(endDate) / 86_400_000 - days + 1;
  const mondays = Array.from({ length: days }, (_, day) => day).filter(
    (day) => day === 0 || (first + day + 3) % 7 === 0,
  );
  return mondays.map((day, place) => [day, mondays[place + 1] ?? days] as const);
}

function seriesOf(days: number, values: PublishedLink['units']): Series {
  const series = new Float64Array(days);
  for (const [day, value] of values) if (day >= 0 && day < days) series[day] = value;
  return series;
}

interface TrueSale {
  readonly day: string;
  readonly product_id: string;
  readonly source: string;
  readonly source_id: string;
  readonly units: number;
}

function addTruth(market: Market, productOf: ReadonlyMap<string, number>, options: SimulationOptions): void {
  const linkOf = new Map(market.links.map((link) => [`${link.product} ${link.kind} ${link.source}`, link]));
  const last = Date.parse(options.endDate);
  for (const { day, product_id, source, source_id, units } of trueSales(options)) {
    const product = productOf.get(product_id);
    if (product === undefined) continue;
    const sold = linkOf.get(`${product} ${source} ${source_id}`)?.sold ?? market.sold[product];
    const number = options.days - 1 - Math.round((last - Date.parse(day)) / 86_400_000);
    if (sold !== undefined) sold[number] = (sold[number] ?? 0) + units;
  }
}

function* trueSales(options: SimulationOptions): Generator<TrueSale, void, undefined> {
  for (const { stream, bytes } of simulateWithTruth(options)) {
    if (stream !== 'truth') continue;
    for (const line of Buffer.from(bytes).toString().split('\n')) if (line !== '') yield JSON.parse(line) as TrueSale;
  }
}
