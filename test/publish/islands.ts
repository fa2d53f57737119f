import fc from 'fast-check';
import { marketplaces } from '../oracle/arbitrary.ts';
import type { Observation } from '../oracle/observation.ts';

/** Names of an island end in its number: who has the same name elsewhere is somebody else. */
const nameFields = new Set(['unique_id', 'seller_name', 'shop_name']);
const idFields = new Set(['product_id', 'seller_id', 'user_id', 'video_id', 'live_id', 'sku_id']);

/** Ids of an island keep their lowest 58 bits; the upper ones tell the island. */
const islandBits = 58n;

/**
 * Many random marketplaces side by side in one, their ids told apart: as much is tried as with one publish each, in a
 * fraction of the time. They share exchange rates and the as-of day. Some are of one or two islands, where whole kinds of
 * records are missing.
 */
export function archipelagos(islandsMax: number): fc.Arbitrary<Observation[]> {
  const some = (minLength: number, maxLength: number) =>
    fc.array(marketplaces(), { minLength, maxLength, size: 'max' });
  const islands = fc.oneof(
    { weight: 3, arbitrary: some(islandsMax, islandsMax) },
    { weight: 1, arbitrary: some(1, 2) },
  );
  return islands.map((each) =>
    each.flatMap((observations, index) => observations.map((one) => moved(one, BigInt(index + 1)))),
  );
}

function moved(observation: Observation, island: bigint): Observation {
  const move = (value: unknown, field: string): unknown => {
    if (idFields.has(field) && typeof value === 'string') return islandId(value, island);
    if (nameFields.has(field) && typeof value === 'string' && value !== '') return `${value.trimEnd()}.i${island}`;
    if (field === 'sale_id' && typeof value === 'string') return `${island}/${value}`;
    if (field === 'skus' && typeof value === 'string')
      return value.replace(/("sku_id":\s*")(\d+)/g, (_, name, sku) => `${name}${islandId(sku, island)}`);
    if ((field === 'products' || field === 'skus') && Array.isArray(value))
      return value.map((link: object) =>
        Object.fromEntries(Object.entries(link).map(([name, held]) => [name, move(held, name)])),
      );
    return value;
  };
  return Object.fromEntries(
    Object.entries(observation).map(([field, value]) => [field, move(value, field)]),
  ) as unknown as Observation;
}

function islandId(id: string, island: bigint): string {
  return String((BigInt(id) & ((1n << islandBits) - 1n)) | (island << islandBits));
}
