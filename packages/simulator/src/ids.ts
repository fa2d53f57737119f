import { type KeyOf, mix } from './random.ts';

const SCRAMBLE = 0x9e3779b1;

/** Makes the id of the index-th entity of a kind, given when it was made: 19 digits, unique within the kind. */
export type TimedIdOf = (index: number, madeSeconds: number) => string;

/**
 * Ids as marketplaces make them: the time of making above, 32 other bits below. The lower ten digits alone are unique,
 * being the index times an odd number modulo 2^32, so the sum of both parts is never needed and no BigInt either.
 */
export function createTimedIds(kind: string, keyOf: KeyOf): TimedIdOf {
  const own = keyOf(`id.${kind}`);
  return (index, madeSeconds) => `${Math.floor(madeSeconds * 0.4294967296)}${lowDigits(index, own)}`;
}

/** Ids with a fixed beginning (four digits) in place of a time; still 19 digits and unique within the kind. */
export function createPrefixedIds(kind: string, prefix: string, keyOf: KeyOf): (index: number) => string {
  const own = keyOf(`id.${kind}`);
  return (index) => `${prefix}${String(mix(own ^ index) % 100_000).padStart(5, '0')}${lowDigits(index, own)}`;
}

function lowDigits(index: number, own: number): string {
  return String((Math.imul(index + 1, SCRAMBLE) ^ own) >>> 0).padStart(10, '0');
}
