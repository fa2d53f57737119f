import { createKeys, share } from '../../../packages/simulator/src/random.ts';

/** Random choices one after the other, the same ones for the same seed and name. */
export class Draws {
  readonly #key: number;
  #drawn = 0;

  constructor(seed: number, name: string) {
    this.#key = createKeys(seed)(name);
  }

  /** From 0 to below 1. */
  share(): number {
    return share(this.#key, this.#drawn++);
  }

  chance(probability: number): boolean {
    return this.share() < probability;
  }

  /** A whole number, both ends included. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.share() * (max - min + 1));
  }

  /** @throws RangeError when there is nothing to pick from. */
  pick<Item>(list: readonly Item[]): Item {
    const item = list[this.whole(0, list.length - 1)];
    if (item === undefined) throw new RangeError('cannot pick from an empty list');
    return item;
  }

  /** As many different items, in random order; all of them when there are no more. */
  some<Item>(list: readonly Item[], count: number): readonly Item[] {
    const left = [...list];
    return Array.from({ length: Math.min(count, list.length) }, () =>
      left.splice(this.whole(0, left.length - 1), 1),
    ).flat();
  }
}
