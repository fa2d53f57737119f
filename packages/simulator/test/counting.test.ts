import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thresholdsPassed } from '../src/counting.ts';

describe('counting whole events out of an expectation', () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });

  test('the count never falls while the expectation grows, and stays within four of it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), amount, amount, (key, entity, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const origin = thresholdsPassed(key, entity, 0);
        const [few, many] = [
          thresholdsPassed(key, entity, less) - origin,
          thresholdsPassed(key, entity, more) - origin,
        ];
        expect(few).toBeGreaterThanOrEqual(0);
        expect(many).toBeGreaterThanOrEqual(few);
        expect(Math.abs(many - more)).toBeLessThanOrEqual(4);
      }),
    );
  });

  test.each([0.05, 0.5, 3, 40.25])('over many entities the mean is the expectation (%d)', (expected) => {
    const entities = 20_000;
    let sum = 0;
    for (let entity = 0; entity < entities; entity++)
      sum += thresholdsPassed(7, entity, expected) - thresholdsPassed(7, entity, 0);
    expect(sum / entities).toBeCloseTo(expected, 1);
  });
});
