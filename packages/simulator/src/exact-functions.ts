import { share } from './random.ts';

/*
 * Functions of exactly rounded arithmetic alone, so that every machine gets the same bytes: those of Math are left to the
 * platform.
 */

const HALVINGS = 12;

/** e to the power of x, for x between about −100 and 100. */
export function exponential(x: number): number {
  const small = x / 2 ** HALVINGS;
  let result = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + small / 4)));
  for (let i = 0; i < HALVINGS; i++) result *= result;
  return result;
}

/** The natural logarithm of a positive number. */
export function logarithm(x: number): number {
  let [mantissa, exponent] = [x, 0];
  for (; mantissa > Math.SQRT2; mantissa /= 2) exponent++;
  for (; mantissa < Math.SQRT1_2; mantissa *= 2) exponent--;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let series = 0;
  for (let odd = 17; odd >= 1; odd -= 2) series = series * square + 1 / odd;
  return exponent * Math.LN2 + 2 * ratio * series;
}

/** A positive number to any power. */
export function power(base: number, exponent: number): number {
  return exponential(exponent * logarithm(base));
}

const SUMMANDS = 12;

/** About normally distributed, of mean 0 and deviation 1, and never beyond 6: a sum of uniform numbers. */
export function normal(key: number, entity: number, salt = 0): number {
  let sum = -SUMMANDS / 2;
  for (let i = 0; i < SUMMANDS; i++) sum += share(key, entity, salt * SUMMANDS + i);
  return sum;
}

/** A positive factor of median 1 whose logarithm has this deviation. */
export function logNormal(deviation: number, key: number, entity: number, salt = 0): number {
  return exponential(deviation * normal(key, entity, salt));
}

const LARGE = 40;

/** A count of a Poisson distribution; of a large mean the nearest of a normal one. */
export function poisson(mean: number, key: number, entity: number, salt: number): number {
  if (mean <= 0) return 0;
  if (mean > LARGE) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(key, entity, salt)));
  let chance = exponential(-mean);
  let left = share(key, entity, salt) - chance;
  let count = 0;
  while (left > 0 && count < 10 * LARGE) {
    count++;
    chance *= mean / count;
    left -= chance;
  }
  return count;
}
