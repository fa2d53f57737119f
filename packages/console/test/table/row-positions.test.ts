import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  moved,
  type RowSpace,
  rowsInView,
  scrollHeightPx,
  scrollPxAt,
  scrollPxMax,
  topPxAt,
  topPxShowing,
} from '../../src/table/row-positions.ts';

const spaces: fc.Arbitrary<RowSpace> = fc.record({
  rows: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 20_000_000 })),
  rowPx: fc.integer({ min: 20, max: 120 }),
  viewPx: fc.integer({ min: 100, max: 3_000 }),
});
const parts = fc.double({ min: 0, max: 1, noNaN: true });
const endOf = (space: RowSpace) => Math.max(0, space.rows * space.rowPx - space.viewPx);
const scrollEndOf = (space: RowSpace) => Math.max(0, scrollHeightPx(space) - space.viewPx);

describe('rows under a scrollbar', () => {
  it('are never in a box higher than browsers lay out', () => {
    fc.assert(fc.property(spaces, (space) => scrollHeightPx(space) <= scrollPxMax));
  });

  it('are all reached: the ends of the scrollbar are the ends of the rows, and no two positions are out of order', () => {
    fc.assert(
      fc.property(spaces, parts, parts, (space, a, b) => {
        expect(topPxAt(space, 0)).toBe(0);
        expect(topPxAt(space, scrollEndOf(space))).toBeCloseTo(endOf(space), 3);
        const [low, high] = [Math.min(a, b) * scrollEndOf(space), Math.max(a, b) * scrollEndOf(space)];
        expect(topPxAt(space, low)).toBeLessThanOrEqual(topPxAt(space, high) + 1e-6);
      }),
    );
  });

  it('have one position of the scrollbar each', () => {
    fc.assert(
      fc.property(spaces, parts, (space, part) => {
        const topPx = part * endOf(space);
        expect(topPxAt(space, scrollPxAt(space, topPx))).toBeCloseTo(topPx, 2);
      }),
    );
  });

  it('move by as many pixels as a wheel does', () => {
    fc.assert(
      fc.property(spaces, parts, fc.integer({ min: -300, max: 300 }), (space, part, by) => {
        const topPx = part * endOf(space);
        const from = { scrollPx: scrollPxAt(space, topPx), topPx };
        const to = moved(space, from, from.scrollPx + by);
        const isWithin = from.scrollPx + by > 0 && from.scrollPx + by < scrollEndOf(space);
        if (isWithin) expect(to.topPx - from.topPx).toBeCloseTo(by, 2);
        else expect(to.topPx).toBeCloseTo(by < 0 ? 0 : by > 0 ? endOf(space) : from.topPx, 2);
      }),
    );
  });

  it('in view are those whose pixels are', () => {
    fc.assert(
      fc.property(spaces, parts, (space, part) => {
        const topPx = part * endOf(space);
        const { from, to } = rowsInView(space, topPx);
        expect(from * space.rowPx).toBeLessThanOrEqual(topPx);
        expect(to === space.rows || to * space.rowPx >= topPx + space.viewPx).toBe(true);
      }),
    );
  });

  it('come into view whole with the least movement', () => {
    fc.assert(
      fc.property(spaces, parts, parts, (space, at, which) => {
        fc.pre(space.rows > 0 && space.viewPx >= space.rowPx);
        const row = Math.min(space.rows - 1, Math.floor(which * space.rows));
        const topPx = topPxShowing(space, row, at * endOf(space));
        expect(row * space.rowPx).toBeGreaterThanOrEqual(topPx - 1e-6);
        expect((row + 1) * space.rowPx).toBeLessThanOrEqual(topPx + space.viewPx + 1e-6);
      }),
    );
  });
});
