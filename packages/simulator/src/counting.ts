import { mix } from './random.ts';

const SPREAD = 4;
const TWO_32 = 4294967296;

/**
 * Turns a growing expectation into whole events: each whole n has one random threshold in [n, n + 4), and the
 * thresholds that `expected` has passed are counted. It needs no history, so any day can be requested alone. Minus the
 * count at 0, the mean is `expected`, and the gaps are about as irregular as chance makes them while events are rare.
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
