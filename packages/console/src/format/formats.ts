import { type Messages, useMessages } from '../messages/messages.tsx';

/** How numbers, money and days are written in the viewer's locale. Nothing is ever converted. */
export interface Formats {
  /** `1,234` */
  count(value: number): string;
  /** `1.2K`: for where there is no room; the exact value goes into a tooltip. */
  compact(value: number): string;
  /** With the sign of the currency; without one where it is unknown. */
  money(value: number, currency: string): string;
  compactMoney(value: number, currency: string): string;
  /** A fraction as percent. */
  percent(value: number): string;
  /** The same with all its digits. */
  exactPercent(value: number): string;
  /** `+12 %`, of a change by a fraction. */
  change(value: number): string;
  decimal(value: number): string;
  /** With all its digits after the point, such as thousandths of a unit. */
  exact(value: number): string;
  /** yyyy-MM-dd or yyyyMMdd */
  day(value: string | number): string;
  /** Without the year, for axes. */
  shortDay(value: string): string;
  /** Epoch milliseconds. */
  moment(value: number): string;
}

const largeAmount = 1_000_000;

function createFormats(locale: string): Formats {
  const numbers = cached((key) => new Intl.NumberFormat(locale, JSON.parse(key)));
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    numbers(JSON.stringify(options)).format(value);
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const shortDayFormat = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const momentFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const currencyOptions = (currency: string): Intl.NumberFormatOptions =>
    currency === '' ? {} : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  return {
    count: (value) => number(value, { maximumFractionDigits: 2 }),
    compact: (value) => number(value, { notation: 'compact', maximumFractionDigits: 1 }),
    money: (value, currency) =>
      number(value, {
        ...currencyOptions(currency),
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
        // Where units are small, cents are none.
        ...(value >= largeAmount && { trailingZeroDisplay: 'stripIfInteger' }),
      }),
    compactMoney: (value, currency) =>
      number(value, {
        ...currencyOptions(currency),
        notation: 'compact',
        maximumFractionDigits: 1,
        minimumFractionDigits: 0,
      }),
    percent: (value) => number(value, { style: 'percent', maximumFractionDigits: 1 }),
    exactPercent: (value) => number(value, { style: 'percent', maximumFractionDigits: 4 }),
    change: (value) => number(value, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
    decimal: (value) => number(value, { maximumFractionDigits: 2 }),
    exact: (value) => number(value, { maximumFractionDigits: 6 }),
    day: (value) => dayFormat.format(utcDay(String(value))),
    shortDay: (value) => shortDayFormat.format(utcDay(value)),
    moment: (value) => momentFormat.format(value),
  };
}

function utcDay(text: string): number {
  const plain = text.replaceAll('-', '');
  return Date.UTC(Number(plain.slice(0, 4)), Number(plain.slice(4, 6)) - 1, Number(plain.slice(6, 8)));
}

/** Formatters cost a hundred times what formatting does. */
function cached<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const formatsOf = cached(createFormats);

/** The formats of the chosen language, the same for all who ask. */
export function useFormats(): Formats {
  return formatsOf(useMessages().locale);
}

/** Name of a market in the viewer's language; its code where there is none. */
export function regionName({ locale }: Messages, region: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(region) ?? region;
  } catch {
    return region;
  }
}
