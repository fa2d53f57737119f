import { describe, expect, test } from 'vitest';
import { exponential, logarithm, logNormal, normal, poisson, power } from '../src/exact-functions.ts';

const draws = Array.from({ length: 20_000 }, (_, i) => i);

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}

describe('functions of exactly rounded arithmetic are those of Math, but for the last digits', () => {
  test.each([-40, -2.5, -0.001, 0, 0.001, 1, 3.3, 40])('e to the power of %d', (x) => {
    expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 8);
  });

  test.each([0.000_3, 0.5, 0.7, 1, 1.5, 2, 10, 1e9])('the logarithm of %d', (x) => {
    expect(logarithm(x)).toBeCloseTo(Math.log(x), 9);
  });

  test('powers', () => {
    for (const [base, exponent] of [
      [2, 0.35],
      [31, -0.15],
      [1_000_001, -0.12],
      [0.7, -2.8],
    ] as const) {
      expect(power(base, exponent) / base ** exponent).toBeCloseTo(1, 9);
    }
  });
});

describe('random numbers have the distribution they are named after', () => {
  test('normal: mean 0, deviation 1, 68 % within one deviation', () => {
    const values = draws.map((i) => normal(7, i, 3));
    expect(meanOf(values)).toBeCloseTo(0, 1);
    expect(varianceOf(values)).toBeCloseTo(1, 1);
    expect(values.filter((value) => Math.abs(value) < 1).length / values.length).toBeCloseTo(0.683, 1);
  });

  test('log-normal: median 1', () => {
    expect(draws.filter((i) => logNormal(0.7, 9, i) < 1).length / draws.length).toBeCloseTo(0.5, 1);
  });

  test.each([0.05, 0.9, 6, 39, 41, 400])('Poisson of mean %d: its variance is its mean', (mean) => {
    const values = draws.map((i) => poisson(mean, 5, i, 2));
    expect(meanOf(values) / mean).toBeCloseTo(1, 1);
    expect(varianceOf(values) / mean).toBeCloseTo(1, 1);
    expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
  });

  test('nothing comes of nothing', () => {
    expect(poisson(0, 5, 1, 2)).toBe(0);
  });
});
