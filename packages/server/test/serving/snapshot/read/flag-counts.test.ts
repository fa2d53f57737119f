import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagCounts, skipTo } from '../../../../src/serving/snapshot/read/flag-counts.ts';

const length = 4_000;
const drawn = (seed: number) => Math.imul(seed, 0x9e3779b1) >>> 9;
/** Flags of all rows, in runs or not, and a part of the order in which rows follow one another by a fixed step. */
const searches = fc.record({
  flags: fc
    .tuple(fc.nat(), fc.constantFrom(1, 512, 700))
    .map(([seed, run]) => Float64Array.from({ length }, (_, row) => drawn(Math.floor(row / run) + seed) % 5)),
  order: fc
    .constantFrom(1, 7, 1_231)
    .map((step) => Uint32Array.from({ length }, (_, place) => (place * step) % length)),
  ends: fc.tuple(fc.nat(length), fc.nat(length)),
  value: fc.nat(3),
  offset: fc.oneof(fc.nat(1_200), fc.constantFrom(0, 512, 1_024)),
});

describe('counts of a flag', () => {
  it('lead to a place less than 512 before the row looked for, or before the end of the part', () => {
    fc.assert(
      fc.property(searches, ({ flags, order, ends, value, offset }) => {
        const [from, to] = [Math.min(...ends), Math.max(...ends)];
        const places = [...order.keys()].slice(from, to).filter((place) => flags[order[place] ?? 0] === value);
        const start = skipTo({ order, from, to }, { counts: flagCounts(order, flags), flags, value }, offset);
        expect(start.from).toBeGreaterThanOrEqual(from);
        expect(start.from).toBeGreaterThan((places[offset] ?? to) - 512);
        expect(start.from).toBeLessThanOrEqual(places[offset] ?? to);
        expect(start.total).toBe(places.length);
        expect(start.skipped).toBe(places.filter((place) => place < start.from).length);
      }),
      { numRuns: 500 },
    );
  });
});
