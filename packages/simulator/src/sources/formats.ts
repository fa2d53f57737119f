import type { Region } from '../regions.ts';

/** Hundredths as a number with two decimals, `61790.50`. */
export function plainAmount(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** `501`, `4.6K`, `1.2M`: as pages show counts, cut off behind one decimal. */
export function shortCount(count: number): string {
  const [divisor, suffix] = count >= 1e6 ? [1e6, 'M'] : [1e3, 'K'];
  return count < 1e3 ? String(count) : `${Math.floor((10 * count) / divisor) / 10}${suffix}`;
}

/** A price or two, `$8.00`, `$8.00 - 12.80`, `Rp85.000 - 105.000`. */
export function priceRange(minCents: number, maxCents: number, region: Region): string {
  const sign = signs[region.currency] ?? region.currency;
  const range = minCents === maxCents ? [minCents] : [minCents, maxCents];
  return `${sign}${range.map((cents) => shownAmount(cents, region)).join(' - ')}`;
}

/** As people of the country write it: `1,234.50`, `199.000`. */
function shownAmount(cents: number, { currency }: Region): string {
  const [point, decimals] = currency === 'IDR' || currency === 'VND' ? ['.', 0] : [',', 2];
  const [whole = '', rest] = (cents / 100).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, point);
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** `15%`; `-` for none. */
export function percent(fraction: number): string {
  return fraction === 0 ? '-' : `${Number((fraction * 100).toFixed(2))}%`;
}

/** Signs that stand before amounts. */
export const signs: Readonly<Record<string, string>> = {
  USD: '$',
  GBP: '£',
  IDR: 'Rp',
  VND: '₫',
  THB: '฿',
  MXN: 'MX$',
};
