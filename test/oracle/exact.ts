import type { JsonField, Seen } from './observation.ts';

/** An exact number, `numerator / denominator`. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function isSeen<T>(value: Seen<T>): value is T {
  return value !== null && value !== undefined;
}

/** The exact value of a decimal as it is written: 14.98 is 1498/100, not the nearest binary fraction. */
export function decimal(value: number | string): Ratio {
  const [mantissa = '0', exponent = '0'] = String(value).toLowerCase().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(`${whole}${fraction}`);
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) };
}

/** The mean of at least one exact number. */
export function mean(values: readonly Ratio[]): Ratio {
  const sum = values.reduce(add);
  return { numerator: sum.numerator, denominator: sum.denominator * BigInt(values.length) };
}

function add(a: Ratio, b: Ratio): Ratio {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** Half up: to the nearest whole number, halves away from zero. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** An exact number in units of 10^-decimals, half up. */
export function scaled(value: Ratio, decimals: number): bigint {
  return roundHalfUp(value.numerator * 10n ** BigInt(decimals), value.denominator);
}

export function count(value: Seen<number>): bigint | undefined {
  return isSeen(value) ? BigInt(value) : undefined;
}

export function cents(value: Seen<number>): bigint | undefined {
  return isSeen(value) ? scaled(decimal(value), 2) : undefined;
}

/** A fraction in units of 0.0001. */
export function tenThousandths(value: Seen<number>): bigint | undefined {
  return isSeen(value) ? scaled(decimal(value), 4) : undefined;
}

export function flag(value: Seen<number | boolean>): bigint | undefined {
  return isSeen(value) ? BigInt(value) : undefined;
}

export function id(value: Seen<string>): bigint | undefined {
  return isSeen(value) ? BigInt(value) : undefined;
}

export function text(value: Seen<string>): string | undefined {
  return isSeen(value) ? value : undefined;
}

/** The value of a JSON field, whichever way it arrived. */
export function jsonValue(field: JsonField): unknown {
  return typeof field === 'string' ? JSON.parse(field) : field;
}

/** A JSON field as the text it came in: what ties are decided by. */
export function jsonText(field: JsonField): string | undefined {
  if (!isSeen(field)) return undefined;
  return typeof field === 'string' ? field : JSON.stringify(field);
}

/** JSON text as served: compact, control characters escaped. */
export function servedJson(text: string | undefined): string {
  return text === undefined ? '' : JSON.stringify(JSON.parse(text));
}

/** Covers as served: in ascending order of `index`, equal ones as they came. */
export function servedCovers(text: string | undefined): string {
  const covers: unknown = JSON.parse(text ?? 'null');
  return Array.isArray(covers) ? JSON.stringify(covers.toSorted((a, b) => a.index - b.index)) : servedJson(text);
}

/** docs/estimates.md, "Largest numbers": in units of the last digit. */
export const LARGEST = 9n * 10n ** 15n;

/** Cut to the largest number that is served. */
export function capped(value: bigint): bigint {
  return value < LARGEST ? value : LARGEST;
}

/** A count as it is served. */
export function servedCount(value: bigint): number {
  return Number(capped(value));
}

/** A whole number of 10^-decimals as the nearest JSON number. */
export function served(value: bigint, decimals: number): number {
  const digits = capped(value)
    .toString()
    .padStart(decimals + 1, '0');
  return Number(`${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
}
