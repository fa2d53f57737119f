/** A market with its own currency and language. */
export interface Region {
  readonly code: string;
  readonly currency: string;
  readonly language: Language;
  /** Share of the products, relative to the other regions of the run. */
  readonly weight: number;
  /** Units of the currency for one US dollar on an average day. */
  readonly perUsd: number;
  /** Prices are multiples of this many hundredths of the currency. */
  readonly priceStepCents: number;
}

export type Language = 'en' | 'es' | 'id' | 'th' | 'vi';

const KNOWN: readonly Region[] = [
  { code: 'US', currency: 'USD', language: 'en', weight: 34, perUsd: 1, priceStepCents: 1 },
  { code: 'ID', currency: 'IDR', language: 'id', weight: 24, perUsd: 16_250, priceStepCents: 10_000 },
  { code: 'VN', currency: 'VND', language: 'vi', weight: 14, perUsd: 25_400, priceStepCents: 100_000 },
  { code: 'TH', currency: 'THB', language: 'th', weight: 12, perUsd: 33.5, priceStepCents: 100 },
  { code: 'GB', currency: 'GBP', language: 'en', weight: 8, perUsd: 0.78, priceStepCents: 1 },
  { code: 'MX', currency: 'MXN', language: 'es', weight: 8, perUsd: 18.4, priceStepCents: 50 },
];

/** Codes of the regions that can be simulated. */
export const REGION_CODES: readonly string[] = KNOWN.map((region) => region.code);

/** @throws RangeError naming the code that is not known. */
export function regionsOf(codes: readonly string[]): readonly Region[] {
  if (codes.length === 0) throw new RangeError('regions: expected at least one region code, got none');
  if (new Set(codes).size < codes.length)
    throw new RangeError(`regions: expected each code once, got ${codes.join(', ')}`);
  return codes.map(regionOf);
}

function regionOf(code: string): Region {
  const region = KNOWN.find((known) => known.code === code);
  if (!region) throw new RangeError(`regions: expected codes out of ${REGION_CODES.join(', ')}, got "${code}"`);
  return region;
}

/** Entities of one region lie side by side: `first` is the index of the first. */
export interface RegionRange {
  readonly region: Region;
  readonly first: number;
  readonly count: number;
}

/** Shares `total` products out among the regions by weight. */
export function splitByWeight(regions: readonly Region[], total: number): readonly RegionRange[] {
  const weightSum = regions.reduce((sum, region) => sum + region.weight, 0);
  let weightBefore = 0;
  return regions.map((region) => {
    const first = Math.round((total * weightBefore) / weightSum);
    weightBefore += region.weight;
    return { region, first, count: Math.round((total * weightBefore) / weightSum) - first };
  });
}

/**
 * Ranges of another kind with one entity for every `productsEach` products of the region, at least one where it has
 * any.
 */
export function splitByProducts(products: readonly RegionRange[], productsEach: number): readonly RegionRange[] {
  let first = 0;
  return products.map(({ region, count }) => {
    const range = { region, first, count: Math.ceil(count / productsEach) };
    first += range.count;
    return range;
  });
}

/** Number of entities in all ranges. */
export function countOf(ranges: readonly RegionRange[]): number {
  return ranges.reduce((sum, range) => sum + range.count, 0);
}

/** The region an entity belongs to, by the ranges of its kind. */
export function regionAt(ranges: readonly RegionRange[], index: number): Region {
  const range = ranges.find(({ first, count }) => index >= first && index < first + count);
  if (!range) throw new RangeError(`expected an index below ${countOf(ranges)}, got ${index}`);
  return range.region;
}

/** For each entity the index of its range. */
export function regionColumn(ranges: readonly RegionRange[]): Int32Array {
  const column = new Int32Array(countOf(ranges));
  ranges.forEach((range, index) => {
    column.fill(index, range.first, range.first + range.count);
  });
  return column;
}
