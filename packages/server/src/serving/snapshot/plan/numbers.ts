import type { FieldKind } from '../../list-source.ts';
import type { Condition } from '../../page-query.ts';

/** Decimals of a kind: its values are held as whole numbers of the last decimal, which doubles hold exactly. */
const decimals: Readonly<Partial<Record<FieldKind, number>>> = { amount: 2, rate: 4, rating: 2 };

export function decimalsOf(kind: FieldKind): number {
  return decimals[kind] ?? 0;
}

const quote = 0x22;
const point = 0x2e;
const zero = 0x30;

/**
 * Reads the JSON of a number, or of a string of digits (0 when empty), as a whole number of its last decimal.
 *
 * @returns NaN for what is negative, too fine or too large to be held exactly, or no number.
 */
export function numberIn(bytes: Uint8Array, start: number, end: number, decimalCount: number): number {
  let value = 0;
  let missing = decimalCount;
  let pointSeen = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === point && decimalCount > 0) pointSeen = true;
    else if (byte >= zero && byte < zero + 10) {
      value = value * 10 + (byte - zero);
      if (pointSeen) missing--;
    } else if (byte !== quote) return Number.NaN;
  }
  value *= 10 ** missing;
  return missing >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
}

/** Reads the JSON of a date, `"2026-01-31"`, as the number yyyyMMdd. @returns NaN for what is no date. */
export function dateIn(bytes: Uint8Array, start: number, end: number): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  return /^"\d{4}-\d{2}-\d{2}"$/.test(text) ? Number(text.replace(/\D/g, '')) : Number.NaN;
}

/** The values that meet a condition: whole numbers from `low` to `high`, both included; none when high is below low. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

const none: Bounds = { low: 1, high: 0 };

/**
 * The bounds a condition sets to the whole numbers of its field. Its value may be finer, or larger, than any of them.
 */
export function boundsOf({ test, value }: Condition, kind: FieldKind): Bounds {
  const [whole = '', fraction = ''] = (kind === 'date' ? value.replaceAll('-', '') : value).split('.');
  const decimalCount = decimalsOf(kind);
  const floor = Number(whole + fraction.slice(0, decimalCount).padEnd(decimalCount, '0'));
  const isBetween = /[1-9]/.test(fraction.slice(decimalCount));
  if (test === 'atMost') return { low: 0, high: floor };
  if (test === 'atLeast') return { low: isBetween ? floor + 1 : floor, high: Number.POSITIVE_INFINITY };
  return isBetween || floor > Number.MAX_SAFE_INTEGER ? none : { low: floor, high: floor };
}
