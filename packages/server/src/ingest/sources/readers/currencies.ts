import { isRecord } from '../../fields/records.ts';
import { type CurrencyMark, currencyMark, currencyOf } from './currency-marks.ts';
import { shownNumber } from './number-text.ts';
import { type FieldSource, type Reader, type Reading, saysNothing, Unreadable, unreadable } from './reader.ts';

/** In prices of these, a point stands between thousands: `199.000`. */
const pointed: ReadonlySet<string> = new Set(
  'IDR VND EUR BRL ARS CLP COP PYG TRY DKK ISK RSD CRC UYU JPY KRW'.split(' '),
);

/** What a single point before three digits is in amounts of a currency. */
export function pointIn(currency: string | undefined): 'thousands' | 'decimal' | undefined {
  if (currency === undefined) return undefined;
  return pointed.has(currency) ? 'thousands' : 'decimal';
}

/** A column that names the currency: what it says and cannot be read is not made up for. */
const currencyReader: Reader = {
  reads: 'currency (`USD`, `Rp`)',
  read(value, known) {
    if (typeof value !== 'string') return unreadable('a currency, such as USD', value);
    if (saysNothing(value.trim())) return undefined;
    const mark = currencyMark(value);
    return mark === undefined ? unreadable('a currency, such as USD', value) : meant(mark, value, known);
  },
};

/** The sign beside an amount or in its heading. An amount without one says nothing. */
export const signReader: Reader = {
  reads: 'sign or code of an amount (`Rp199.000`, `12 USD`), or in its heading (`Price($)`)',
  read(value, known) {
    const mark = markOf(value, known);
    return mark === undefined ? undefined : meant(mark, value, known);
  },
};

/** As {@link signReader}, where neither an option nor the marketplace says it. */
const lastSignReader: Reader = {
  reads: `currency of the option, the region or the zone; else ${signReader.reads}`,
  read: (value, known) => known.told.currency ?? known.local ?? signReader.read(value, known),
};

function meant(mark: CurrencyMark, value: unknown, { told, local }: Reading): string | Unreadable | undefined {
  if (mark.length === 0) return undefined;
  const currency = currencyOf(mark, [told.currency, local]);
  return currency ?? new Unreadable(`${JSON.stringify(value)} may be ${mark.join(' or ')}`, 'currency');
}

/** What stands beside an amount, or above it. @returns undefined: nothing, or what is no currency */
function markOf(value: unknown, known: Reading): CurrencyMark | undefined {
  if (known.headed !== undefined) return known.headed;
  if (Array.isArray(value)) return value.map((each) => markOf(each, known)).find((mark) => mark !== undefined);
  if (isRecord(value))
    return typeof value['currency'] === 'string' ? currencyMark(value['currency']) : markOf(value['value'], known);
  if (typeof value !== 'string') return undefined;
  const parts = rangeParts(value).map(shownNumber);
  return parts.map((shown) => shown && markAround(shown)).find((mark) => mark !== undefined);
}

/** The currency that the text around a number names. @returns undefined: it is no currency, or two */
export function markAround({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}): CurrencyMark | undefined {
  return currencyMark(`${before}${after}`);
}

/** The prices of a range: `$8.00 - 12.80`. */
export function rangeParts(text: string): readonly string[] {
  return text.split(/(?<=\d\D*)\s*[-–—~～]\s*(?=\D*\d)/u);
}

/** The column that names the currency, else the sign of amounts; `--currency` where neither says it. */
export function currency(named: readonly string[], amounts: readonly string[]): readonly FieldSource[] {
  return [
    { from: named, reader: currencyReader },
    { from: amounts, reader: signReader, told: 'currency' },
  ];
}

/** Of sales: a sign beside the amount of a line says nothing better than the marketplace does. */
export function currencyOfSales(named: readonly string[], amounts: readonly string[]): readonly FieldSource[] {
  return [
    { from: named, reader: currencyReader },
    { from: amounts, reader: lastSignReader, told: 'currency' },
  ];
}

/** The currency that the prices of variants are in. */
export const currencyOfSkus: FieldSource = {
  from: ['skus'],
  reader: {
    reads: 'currency of the prices of variants',
    read(value) {
      const written = typeof value === 'string' ? value : JSON.stringify(value);
      return /"currency(?:_name)?"\s*:\s*"([A-Z]{3})"/.exec(written)?.[1];
    },
  },
};
