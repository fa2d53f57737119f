import { type Reader, reading, saysNothing, unreadable } from './reader.ts';

/** How a bare number is meant: 0.15, 15 or 1500 for 15 %. */
export type PercentScale = 'fraction' | 'percent' | 'basisPoints';

const ones: Readonly<Record<PercentScale, number>> = { fraction: 1, percent: 100, basisPoints: 10_000 };

/** A share of one: `15%`, or a bare number on a scale. */
export function fractionOf(scale: PercentScale) {
  return reading(fractionReader(`on the scale ${scale}`, () => scale));
}

/**
 * A share of one where the source writes fractions and percents: below 1 it is a fraction, above 1 a percent. 1 itself
 * can be both, and is not read.
 */
export const fraction = reading(
  fractionReader('`0.15` or `15`', (number) => {
    if (number === 0 || number < 1) return 'fraction';
    return number > 1 ? 'percent' : undefined;
  }),
);

function fractionReader(shown: string, scaleOf: (number: number) => PercentScale | undefined): Reader {
  const expected = `a percentage, such as 15% (or ${shown})`;
  return {
    reads: `percentage (\`15%\`, ${shown})`,
    read(value) {
      const text = typeof value === 'number' ? String(value) : value;
      if (typeof text !== 'string') return unreadable(expected, value);
      if (saysNothing(text.trim())) return undefined;
      const [, digits, sign] = /^(-?\d+(?:[.,]\d+)?)\s*([%％])?$/.exec(text.trim()) ?? [];
      if (digits === undefined) return unreadable(expected, value);
      const number = Number(digits.replace(',', '.'));
      const scale = sign === undefined ? scaleOf(number) : 'percent';
      if (number < 0) return unreadable(expected, value);
      if (scale === undefined) return unreadable(`${expected}: 1 may be 1 % or 100 %`, value);
      const share = Number((number / ones[scale]).toPrecision(12));
      return share <= 1 ? share : unreadable(expected, value);
    },
  };
}
