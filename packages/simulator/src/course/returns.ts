import { at, floats } from '../columns.ts';
import { share } from '../random.ts';
import type { World } from '../world/world.ts';

/** Days after which what comes back is back. */
const RETURN_DAYS = 14;
const PART_MAX = 0.12;

/** Units that came back by the end of a day, a product; none unless the world has `returns`. */
export interface Returns {
  readonly units: Float64Array;
  /** @param sold running units by the end of the day, a product */
  advance(sold: Float64Array): void;
}

/** Before the first day. */
export function createReturns({ products, keyOf, settings }: World): Returns {
  const units = new Float64Array(products.count);
  if (!settings.features.has('returns')) return { units, advance() {} };
  const key = keyOf('product.returns');
  const part = floats(products.count, (p) => PART_MAX * share(key, p));
  const before = Float64Array.from(products.unitsBefore);
  const lately: Float64Array[] = [];
  return {
    units,
    advance(sold) {
      lately.push(Float64Array.from(sold));
      const then = lately.length > RETURN_DAYS ? lately.shift() : undefined;
      if (then === undefined) return;
      for (let p = 0; p < products.count; p++) units[p] = Math.floor(at(part, p) * (at(then, p) - at(before, p)));
    },
  };
}
