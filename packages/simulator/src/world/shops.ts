import { floats, ints, texts } from '../columns.ts';
import { createPrefixedIds } from '../ids.ts';
import { type KeyOf, share } from '../random.ts';
import { countOf, type RegionRange } from '../regions.ts';
import { firstSeen } from './creators.ts';

/** Shops in columns, by index; those of one region lie side by side, the ones with most products first. */
export interface Shops {
  readonly ranges: readonly RegionRange[];
  readonly count: number;
  readonly ids: readonly string[];
  /** Units sold of products that are no longer listed. */
  readonly unitsBefore: Float64Array;
  /** 1 for a shop run by the marketplace itself. */
  readonly isManaged: Int32Array;
  readonly seenDay: Int32Array;
}

/** Draws all shops of a run. */
export function createShops(keyOf: KeyOf, ranges: readonly RegionRange[]): Shops {
  const count = countOf(ranges);
  const [past, managed, seen] = [keyOf('shop.past'), keyOf('shop.managed'), keyOf('shop.seen')];
  const idOf = createPrefixedIds('shop', '7495', keyOf);
  return {
    ranges,
    count,
    ids: texts(count, idOf),
    unitsBefore: floats(count, (s) => Math.floor(40 / share(past, s))),
    isManaged: ints(count, (s) => (share(managed, s) < 0.08 ? 1 : 0)),
    seenDay: ints(count, (s) => firstSeen(share(seen, s), share(seen, s, 1))),
  };
}
