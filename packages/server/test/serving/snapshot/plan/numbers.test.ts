import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldKind } from '../../../../src/serving/list-source.ts';
import type { ValueTest } from '../../../../src/serving/page-query.ts';
import { boundsOf, decimalsOf, numberIn } from '../../../../src/serving/snapshot/plan/numbers.ts';

const kind = fc.constantFrom<FieldKind>('count', 'flag', 'day', 'digits', 'amount', 'rate', 'rating');
/** Values are held as whole numbers of the last decimal. */
const held = fc.oneof(fc.maxSafeNat(), fc.nat(1_000_000), fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER));

function numberInText(text: string, decimals: number): number {
  const bytes = Buffer.from(`,${text},`);
  return numberIn(bytes, 1, bytes.length - 1, decimals);
}

/** Text of `units / 10^decimals` without trailing zeros. */
function decimalText(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  return `${whole}.${fraction}`.replace(/\.?0*$/, '') || '0';
}

describe('a number is read', () => {
  it('exactly, as whole numbers of its last decimal, up to 2^53, and above that not at all', () => {
    const units = fc.oneof(
      held.map(BigInt),
      fc.bigInt({ min: 0n, max: 10n ** 24n }),
      fc.bigInt({ min: -20n, max: 20n }).map((beside) => 2n ** 53n + beside),
    );
    fc.assert(
      fc.property(kind, units, (of, value) => {
        const expected = value < 2n ** 53n ? Number(value) : Number.NaN;
        expect(numberInText(decimalText(value, decimalsOf(of)), decimalsOf(of))).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('out of a string of digits, 0 if that is empty', () => {
    fc.assert(
      fc.property(held, fc.nat(3), (value, zeros) => {
        expect(numberInText(`"${'0'.repeat(zeros)}${value}"`, 0)).toBe(value);
      }),
    );
    expect(numberInText('""', 0)).toBe(0);
  });

  it('from nothing else, so that the list is left to the engine', () => {
    const other = fc.stringMatching(/^"?[0-9]{0,3}[-+.eE, \\/x:]+[0-9]{0,3}"?$/);
    fc.assert(
      fc.property(other, (text) => {
        expect(numberInText(text, 0)).toBe(Number.NaN);
      }),
    );
    for (const text of ['null', 'true', '-1', '"-0"', '0-', '1-2', '1e3', 'nan', '"1.5"'])
      expect(numberInText(text, 0)).toBe(Number.NaN);
    for (const text of ['-0.01', '0.123', '1e-2']) expect(numberInText(text, 2)).toBe(Number.NaN);
  });
});

describe('the bounds of a condition', () => {
  const scale = 6;
  const exactly: Readonly<Record<ValueTest, (a: bigint, b: bigint) => boolean>> = {
    equal: (a, b) => a === b,
    atLeast: (a, b) => a >= b,
    atMost: (a, b) => a <= b,
  };

  it('hold of exactly those values that meet it as decimals', () => {
    const wanted = fc.bigInt({ min: 0n, max: 10n ** 21n - 1n });
    const beside = fc.bigInt({ min: -1_000_001n, max: 1_000_001n });
    const isNear = fc.boolean();
    fc.assert(
      fc.property(
        kind,
        held,
        wanted,
        beside,
        isNear,
        fc.constantFrom<ValueTest>('equal', 'atLeast', 'atMost'),
        (of, value, far, by, near, test) => {
          const exact = BigInt(value) * 10n ** BigInt(scale - decimalsOf(of));
          const condition = near ? exact + by : far;
          fc.pre(condition >= 0n && condition < 10n ** 21n);
          const { low, high } = boundsOf({ field: 'any', test, value: decimalText(condition, scale) }, of);
          expect(value >= low && value <= high).toBe(exactly[test](exact, condition));
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
