import { isRecord, type JsonRecord } from '../../fields/records.ts';
import { markAround, pointIn, rangeParts } from './currencies.ts';
import { type CurrencyMark, currencyMark, currencyOf, mayBe } from './currency-marks.ts';
import { ambiguous, numberOf, type ShownNumber, shownNumber } from './number-text.ts';
import { type Reader, type Reading, Rounded, reading, saysNothing, Unreadable, unreadable } from './reader.ts';

const expected = 'an amount, such as 12.97, $61.79K or Rp199.000';
const ofRange = 'prices, the lowest first, such as $8.00 - 12.80';

/** Money: `12.97`, `$61.79K`, `Rp199.000`, `199.000₫`, `1.234,50 €`, `{value: 12.97, currency: "USD"}`. */
const amountReader: Reader = { reads: 'amount (`12.97`, `$61.79K`, `199.000₫`)', read: readAmount };

export const amount = reading(amountReader);

/** The lower price of a range, `$8.00 - 12.80`; of a single price that price. */
export const lowestPrice = reading(rangeReader('lowest', (prices) => prices[0]));

/** The higher price of a range. */
export const highestPrice = reading(rangeReader('highest', (prices) => prices.at(-1)));

function rangeReader(which: string, choose: (prices: readonly number[]) => number | undefined): Reader {
  return {
    reads: `${which} price (\`$8.00 - 12.80\`, \`$17.6\`)`,
    read(value, known) {
      if (Array.isArray(value)) return pricesOf(value, known, (prices) => choose([...prices].sort((a, b) => a - b)));
      const parts = typeof value === 'string' ? rangeParts(value) : [];
      if (parts.length < 2) return readAmount(value, known);
      const isRange = (prices: readonly number[]) => prices.length === 2 && Number(prices[0]) <= Number(prices[1]);
      return pricesOf(parts, known, (prices) => (isRange(prices) ? choose(prices) : unreadable(ofRange, value)));
    },
  };
}

/** Of prices that can all be read. The sign of the first stands for those without one. */
function pricesOf(given: readonly unknown[], known: Reading, choose: (prices: readonly number[]) => unknown): unknown {
  const read = given
    .map((price) => readAmount(price, known))
    .filter((price) => price !== undefined)
    .map((price) => (price instanceof Rounded ? price.value : price));
  return read.find((price) => price instanceof Unreadable) ?? choose(read.filter((price) => typeof price === 'number'));
}

function readAmount(value: unknown, known: Reading): unknown {
  if (isRecord(value)) return readPriced(value, known);
  if (typeof value === 'number') {
    if (value < 0) return unreadable(expected, value);
    return isOther(known.headed, known) ? inOther(value, known) : value;
  }
  if (typeof value !== 'string') return unreadable(expected, value);
  if (saysNothing(value.trim())) return undefined;
  const shown = shownNumber(value);
  return shown === undefined || shown.isNegative ? unreadable(expected, value) : readShown(shown, value, known);
}

function readShown(shown: ShownNumber, value: unknown, known: Reading): unknown {
  const mark = markAround(shown);
  if (mark === undefined && shown.before + shown.after !== '') return unreadable(expected, value);
  if (isOther(mark, known) || isOther(known.headed, known)) return inOther(value, known);
  const read = numberOf(shown, { point: pointIn(currencyAt(mark, known)) });
  if (read === undefined) return unreadable(expected, value);
  if (read === ambiguous)
    return new Unreadable(
      `${JSON.stringify(value)} has a point before three digits, which the currency decides`,
      'currency',
    );
  return read.step === undefined ? read.value : new Rounded(read.value, read.step);
}

/** `{value: 12.97, currency: "USD"}`. */
function readPriced({ value, currency }: JsonRecord, known: Reading): unknown {
  const mark = typeof currency === 'string' ? currencyMark(currency) : undefined;
  if (typeof currency === 'string' && mark === undefined) return unreadable('an amount in a known currency', currency);
  if (isOther(mark, known)) return inOther(`${value} ${currency}`, known);
  return value === undefined ? unreadable(expected, value) : readAmount(value, known);
}

/** The currency of the record, else the likeliest. */
function currencyAt(mark: CurrencyMark | undefined, { currency, told, local }: Reading): string | undefined {
  if (currency !== undefined) return currency;
  return mark === undefined ? (told.currency ?? local) : currencyOf(mark, [told.currency, local]);
}

/** Amounts of a record are in one currency: what is marked as another is left out. */
function isOther(mark: CurrencyMark | undefined, { currency }: Reading): boolean {
  if (mark === undefined) return false;
  return mark.length === 0 || (currency !== undefined && !mayBe(mark, currency));
}

function inOther(value: unknown, { currency, headed }: Reading): Unreadable {
  const wanted = currency === undefined ? 'a heading that names a currency' : `an amount in ${currency}, as the record`;
  const found = unreadable(wanted, value);
  return headed === undefined
    ? found
    : new Unreadable(`${found.reason} under a heading in ${headed.join(' or ') || 'none'}`);
}
