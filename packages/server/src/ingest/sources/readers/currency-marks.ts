import { meantCurrency } from '../../fields/texts.ts';
import { currencyOfRegion } from './marketplaces.ts';

/** Currencies that a sign, code or both may stand for, the one it mostly stands for first. */
export type CurrencyMark = readonly string[];

/** Signs, by what they stand for; beside them `US$`, `NZ$` and `COP$` are read by their country or code. */
const signs: Readonly<Record<string, string>> = {
  $: 'USD MXN SGD CAD AUD NZD HKD TWD CLP COP ARS UYU',
  M$: 'MXN',
  R$: 'BRL',
  S$: 'SGD',
  A$: 'AUD',
  C$: 'CAD',
  NT$: 'TWD',
  '¥': 'CNY JPY',
  元: 'CNY',
  人民币: 'CNY',
  円: 'JPY',
  RM: 'MYR',
  RP: 'IDR',
  '₫': 'VND',
  Đ: 'VND',
  VNĐ: 'VND',
  '฿': 'THB',
  บาท: 'THB',
  '₱': 'PHP',
  '£': 'GBP',
  '€': 'EUR',
  '₩': 'KRW',
  원: 'KRW',
  '₹': 'INR',
  '₺': 'TRY',
  '₽': 'RUB',
  ZŁ: 'PLN',
};

const marks: ReadonlyMap<string, CurrencyMark> = new Map(
  Object.entries(signs).map(([sign, currencies]) => [sign, currencies.split(' ')]),
);
const codes: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), 'RMB']);

/**
 * What a text that is nothing but a currency stands for: `USD`, `usd `, `Rp`, `NT$`, `US $`, `COP $`.
 *
 * @returns undefined when it names none.
 */
export function currencyMark(text: string): CurrencyMark | undefined {
  const given = text
    .normalize('NFKC')
    .replace(/[\s.:]/g, '')
    .toUpperCase();
  const known = marks.get(given);
  if (known !== undefined) return known;
  if (codes.has(given)) return [given];
  const [, before = '', sign = '', after = ''] = /^([A-Z]*)(\p{Sc})([A-Z]*)$/u.exec(given) ?? [];
  const named = before + after;
  const meant = named.length === 2 ? currencyOfRegion(named) : codes.has(named) ? named : undefined;
  return meant !== undefined && mayBe(marks.get(sign) ?? [], meant) ? [meant] : undefined;
}

/** Whether a mark may stand for a currency. */
export function mayBe(mark: CurrencyMark, currency: string): boolean {
  return mark.some((each) => meantCurrency(each) === meantCurrency(currency));
}

/**
 * The currency of a mark: the only one, or the first of the given ones that it may be. `$` that none of them explains is
 * the US dollar.
 *
 * @returns undefined when it cannot be known.
 */
export function currencyOf(mark: CurrencyMark, likely: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = mark;
  if (others.length === 0) return first;
  return likely.find((each) => each !== undefined && mayBe(mark, each)) ?? (first === 'USD' ? first : undefined);
}
