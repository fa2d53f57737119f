import type { RowSpan } from './order-bits.ts';

/** The ids of the rows of a list of columns: those of a key ascend. */
export class RowIds {
  readonly #halves: Uint32Array;
  readonly #groups: readonly RowSpan[];

  /** @param halves lower and higher half of the id of each row. */
  constructor(halves: Uint32Array, groups: readonly RowSpan[]) {
    this.#halves = halves;
    this.#groups = groups;
  }

  /** Numbers of the rows with these ids, in their order, of these keys or of any; ids that no row has are left out. */
  rowsOf(ids: readonly string[], groups: readonly RowSpan[] = this.#groups): readonly number[] {
    return ids.map((id) => this.#rowOf(BigInt(id), groups)).filter((row) => row !== undefined);
  }

  #rowOf(id: bigint, groups: readonly RowSpan[]): number | undefined {
    const [low, high] = [Number(id & 0xffffffffn), Number(id >> 32n)];
    for (const group of groups) {
      const row = this.#firstFrom(low, high, group);
      if (row < group.first + group.rows && this.#compare(row, low, high) === 0) return row;
    }
    return undefined;
  }

  /** The first row of the group whose id is not below this one; the one after the last where there is none. */
  #firstFrom(low: number, high: number, { first, rows }: RowSpan): number {
    let [from, to] = [first, first + rows];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#compare(middle, low, high) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #compare(row: number, low: number, high: number): number {
    return (this.#halves[2 * row + 1] as number) - high || (this.#halves[2 * row] as number) - low;
  }
}
