import fc from 'fast-check';
import { expect, it } from 'vitest';
import { interval80, intervalOf80 } from '../../src/estimates/interval.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const units = fc.double({ min: 0, max: 1e9, noNaN: true });
/** How many more of the product there are. */
const more = fc.double({ min: 0, max: 1e9, noNaN: true });

it('has the estimate within it, whole numbers, and never less than nothing', () => {
  fc.assert(
    fc.property(units, more, (estimate, others) => {
      const { low, high } = interval80(estimate, estimate + others);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(estimate);
      expect(high).toBeGreaterThanOrEqual(estimate);
      expect([low, high].every(Number.isSafeInteger)).toBe(true);
    }),
  );
});

it('is the narrower the more of its product a source sold', () => {
  fc.assert(
    fc.property(units, more, more, (estimate, one, other) => {
      const [less, most] = [Math.max(one, other), Math.min(one, other)].map((rest) =>
        interval80(estimate, estimate + rest),
      );
      expect(most?.low).toBeGreaterThanOrEqual(less?.low ?? Number.POSITIVE_INFINITY);
      expect(most?.high).toBeLessThanOrEqual(less?.high ?? 0);
    }),
  );
});

it('ends no higher than what the product sold, and no higher for fewer units', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), share, share, (ofProduct, one, other) => {
      const fewer = interval80(Math.min(one, other) * ofProduct, ofProduct);
      const more = interval80(Math.max(one, other) * ofProduct, ofProduct);
      expect(fewer.high).toBeLessThanOrEqual(more.high);
      expect(more.high).toBeLessThanOrEqual(ofProduct);
    }),
  );
});

it('is by the formula of docs/estimates.md', () => {
  // σ² = 0.5 · (1/100.5 + 0.36) = 0.18498; e^(1.28 σ) = 1.7342: 57.45 to 173.79.
  expect(interval80(100, 200)).toEqual({ low: 57, high: 175 });
  expect(interval80(0, 1_000)).toEqual({ low: 0, high: 4 });
});

it('of several sources together holds their sum, and is not as wide as all of theirs', () => {
  const parts = fc.array(fc.record({ units: fc.double({ min: 0, max: 1e6, noNaN: true }), ofProduct: more }), {
    minLength: 2,
    maxLength: 40,
  });
  fc.assert(
    fc.property(parts, (each) => {
      const { low, high } = intervalOf80(each);
      const sum = each.reduce((all, part) => all + part.units, 0);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(sum);
      expect(high).toBeGreaterThanOrEqual(Math.floor(sum));
    }),
  );
  // A hundred videos that sold nothing: together at most as many as two deviations, not fifty times that.
  expect(intervalOf80(Array.from({ length: 100 }, () => ({ units: 0, ofProduct: 1_000 }))).high).toBe(16);
});
