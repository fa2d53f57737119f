/** Digits after the point that a number is exact to: whole units, cents, thousandths. */
export type Digits = 0 | 2 | 3;

/** A number in units of its last digit as plain text, without zeros at its end: 19500 of three digits is `19.5`. */
export function decimalText(units: bigint, digits: Digits): string {
  const sign = units < 0n ? '-' : '';
  const padded = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const fraction = padded.slice(padded.length - digits).replace(/0+$/, '');
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** A decimal in units of its last digit; what it has beyond is rounded half up, away from zero. */
export function unitsOf(decimal: string | number, digits: Digits): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(decimal)) ?? [];
  const next = Number(fraction.charAt(digits) || '0');
  const units = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0')) + (next >= 5 ? 1n : 0n);
  return sign === '-' ? -units : units;
}

/** How a number of more digits becomes the served one. */
export type Rounding = 'half-up' | 'half-down';

/** A number of some digits in units of fewer; those of sales are never negative. */
export function rounded(units: bigint, digits: Digits, served: Digits, rounding: Rounding): bigint {
  if (digits <= served) return units * 10n ** BigInt(served - digits);
  const step = 10n ** BigInt(digits - served);
  return (units + (rounding === 'half-up' ? step / 2n : step / 2n - 1n)) / step;
}
