import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GrowingNumbers } from '../../../../src/serving/snapshot/build/growing.ts';
import { byIds, pushId } from '../../../../src/serving/snapshot/build/row-values.ts';

const idMax = 2n ** 64n - 1n;
const half = 2n ** 32n;

/** Numbers beside the edges of halves, doubles, signs and the whole, and all others of up to 20 digits. */
const id = fc.oneof(
  fc
    .tuple(fc.constantFrom(0n, half, 2n ** 53n, 2n ** 63n, idMax), fc.bigInt({ min: -3n, max: 3n }))
    .map(([edge, beside]) => edge + beside)
    .filter((value) => value >= 0n && value <= idMax),
  fc.integer({ min: 1, max: 64 }).chain((bits) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n })),
);

/** Pushes the ids as the second values of rows. */
function halvesOf(ids: readonly bigint[]): Float64Array {
  const halves = new GrowingNumbers();
  for (const one of ids) {
    const [before, text] = ['"12"\u0001', JSON.stringify(String(one))];
    const bytes = Buffer.from(`${before}${text}\u000134\n`);
    const starts = Uint32Array.of(0, before.length, before.length + text.length + 1);
    const ends = Uint32Array.of(before.length - 1, before.length + text.length, bytes.length - 1);
    pushId({ bytes, starts, ends, length: bytes.length }, 1, halves);
  }
  return halves.view();
}

it('the halves of an id are those of its number', () => {
  fc.assert(
    fc.property(id, (one) => {
      expect([...halvesOf([one])].map(BigInt)).toEqual([one % half, one / half]);
    }),
    { numRuns: 2_000 },
  );
});

it('ids come in the order of their numbers', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 50 }), (ids) => {
      const rows = ids.map((_, row) => row).sort(byIds(halvesOf(ids)));
      expect(rows.map((row) => ids[row])).toEqual([...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }),
    { numRuns: 1_000 },
  );
});

it('of two ids the smaller comes first, and the same is no different', () => {
  fc.assert(
    fc.property(id, id, (a, b) => {
      const compare = byIds(halvesOf([a, b, a]));
      expect(Math.sign(compare(0, 1))).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(compare(0, 2)).toBe(0);
    }),
    { numRuns: 1_000 },
  );
});
