const GOLDEN = 0x9e3779b1;
const SECOND = 0x85ebca6b;
const TWO_32 = 4294967296;

/** Mixes 32 bits into 32 bits. It is lowbias32 of Chris Wellons' hash-prospector (public domain). */
export function mix(word: number): number {
  let x = word ^ (word >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * 32 random bits that depend on nothing but their three integers, so that any entity and day can be drawn in any order.
 */
export function draw(key: number, entity: number, salt = 0): number {
  return mix(mix(key ^ Math.imul(entity, GOLDEN)) ^ Math.imul(salt + 1, SECOND));
}

/** A number strictly between 0 and 1 made of 32 random bits. */
function unit(bits: number): number {
  return (bits + 0.5) / TWO_32;
}

/** A number strictly between 0 and 1 for one entity and salt. */
export function share(key: number, entity: number, salt = 0): number {
  return unit(draw(key, entity, salt));
}

/** Names a stream of random numbers: streams of different names or seeds have nothing to do with each other. */
export type KeyOf = (name: string) => number;

/** The streams of one seed (any safe integer). */
export function createKeys(seed: number): KeyOf {
  const base = mix(mix(seed | 0) ^ Math.floor(seed / TWO_32)) ^ GOLDEN;
  return (name) => {
    let key = base;
    for (let i = 0; i < name.length; i++) key = mix(key ^ Math.imul(name.charCodeAt(i) + i, GOLDEN));
    return key;
  };
}

/** Picks one of a list that is not empty. */
export function pick<T>(list: readonly [T, ...T[]], bits: number): T {
  return list[bits % list.length] ?? list[0];
}

/**
 * A positive factor around 1 with a long tail on both sides (about 1/25 to 25). Only exactly rounded arithmetic, so
 * that every machine gets the same bytes: Math.pow and Math.exp are left to the platform, division is not.
 */
export function skew(u1: number, u2: number): number {
  const ratio = sway(u1, u2);
  return ratio * ratio;
}

/** A positive factor around 1 that stays between 1/5 and 5. */
export function sway(u1: number, u2: number): number {
  return (0.25 + u1) / (0.25 + u2);
}

/** At least 1 and 4 on average, with a Pareto tail of exponent 4/3: one in ten thousand is above 1,000. */
export function heavyTail(u: number): number {
  return 1 / Math.sqrt(u * Math.sqrt(u));
}
