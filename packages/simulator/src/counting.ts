import { mix } from './random.ts';

const SPREAD = 4;
const TWO_32 = 4294967296;

/**
 * Whole events out of an expectation that grows: one random threshold in [n, n + 4) for each whole n, and the
 * thresholds that `expected` has passed are counted. Growing with `expected`, it needs no history: any day can be asked
 * for by itself. Subtract the count at 0 and the mean is `expected`, with gaps about as irregular as chance makes them
 * while events are rare.
 */
export function thresholdsPassed(key: number, entity: number, expected: number): number {
  const own = mix(key ^ Math.imul(entity, 0x9e3779b1));
  const top = Math.floor(expected);
  let passed = top - SPREAD;
  for (let n = top - SPREAD + 1; n <= top; n++) {
    if (n + (SPREAD * mix(own ^ Math.imul(n, 0x85ebca6b))) / TWO_32 < expected) passed++;
  }
  return passed;
}
