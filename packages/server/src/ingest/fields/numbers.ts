import { type FieldCheck, type FieldReport, mismatch, rewrite, type Verdict } from './field-check.ts';
import { columnOf, declaring, type Field, type FieldType, type StampedType, upTo } from './field-type.ts';
import { decimalStamp, smallStamp, wholeStamp } from './stamps.ts';

/** A total of more units than this is a moment in seconds, or another field. */
export const unitsMax = 1_000_000_000;
/** Smaller than any moment from the year 2000 on, in milliseconds. */
export const countMax = 900_000_000_000;
export const amountMax = 1e13;
export const priceMax = 1e12;
export const perUsdMax = 1e9;

const wholeNumber = /^\d{1,16}(\.0+)?$/;
const decimalNumber = /^\d{1,20}(\.\d{1,40})?([eE][+-]?\d{1,3})?$/;

/** How many: a whole number from 0 to 900,000,000,000, as a number or a string. */
export const count = declaring(wholeType('count', countMax));

/** Units of a product: a whole number from 0 to 1,000,000,000, as a number or a string. */
export const units = declaring(wholeType('units', unitsMax));

/** Money in the record's currency, from 0 to 10^13, as a number or a string; four decimals are kept. */
export const amount = declaring(moneyType('amount', 'an amount from 0 to 10^13', amountMax));

/** A price in the record's currency, from 0 to 10^12; as {@link amount}. */
export const price = declaring(moneyType('price', 'a price from 0 to 10^12', priceMax));

const fractionType = decimalType('fraction', 'a fraction below 1 (0.05 is 5 %)', 1);

/** A share of one: 0.05 is 5 %. A whole 1 is refused, for it mostly stands for 1 %. */
export const fraction = declaring({
  ...fractionType,
  check: (value, ...context) => fractionType.check(value, ...context) ?? checkBelowOne(value),
  stamp: decimalStamp,
});

/** Stars, from 0 to 5. */
export const rating = declaring({ ...decimalType('rating', 'a rating from 0 to 5', 5), stamp: decimalStamp });

/** Units of a currency for one US dollar: above 0, at most six decimals. */
export const perUsd = declaring<FieldType>({
  check: (value, limits, lineBytes) => rateInRange.check(value, limits, lineBytes) ?? checkSixDecimals(value),
  name: 'number above 0, up to 10^9, at most six decimals',
  column: columnOf('Decimal(18, 6)'),
  bound: (name, value) =>
    `if(${value} > 0, ${upTo(perUsdMax)(name, value)}, concat('${name} is ', toString(${value}), '; '))`,
});

/** One of a few states: a whole number from 0 to `largest`, at most 255, as a number or a string. */
export function small(meaning: string, largest: number): Field<StampedType> {
  const type = wholeType(`whole number from 0 to ${largest}`, largest);
  return { meaning, type: { ...type, column: columnOf('UInt8'), stamp: smallStamp } };
}

/** Yes or no: 0, 1, true or false. */
export const flag = declaring<StampedType>({
  check: (value) => (flagValues.has(value) ? undefined : mismatch('0, 1, true or false', value)),
  name: 'flag',
  column: columnOf('UInt8'),
  stamp: smallStamp,
});

const flagValues: ReadonlySet<unknown> = new Set([0, 1, true, false, '0', '1', 'true', 'false']);

const rateInRange = decimal('a rate above 0, up to 10^9', Number.MIN_VALUE, perUsdMax);

/** The whole number a field holds, or undefined when it holds none. */
export function wholeValue(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && wholeNumber.test(value) ? Number(value) : undefined;
}

/**
 * The engine reads whole numbers in strings, but none with a point; of a JSON number the point is not to be seen here.
 */
export function written(value: unknown): Verdict {
  return typeof value === 'string' && value.includes('.') ? rewrite : undefined;
}

function wholeType(name: string, max: number): StampedType {
  return { ...whole(max), name, column: columnOf('Int64'), bound: upTo(max), stamp: wholeStamp };
}

/** Refuses nothing else, and reports a dot that may separate thousands. */
function moneyType(name: string, expected: string, max: number): FieldType {
  const type = decimalType(name, expected, max);
  return {
    ...type,
    isMoney: true,
    check(value, limits, lineBytes, report) {
      const verdict = type.check(value, limits, lineBytes);
      if (verdict === undefined && typeof value === 'string') reportThousands(value, report);
      return verdict;
    },
  };
}

function decimalType(name: string, expected: string, max: number): FieldType {
  return { ...decimal(expected, 0, max), name, column: columnOf('Decimal(18, 4)'), bound: upTo(max) };
}

function whole(max: number): FieldCheck {
  const expected = `a whole number from 0 to ${max.toLocaleString('en-US')}`;
  return {
    check(value, _limits, _lineBytes, report) {
      const number = wholeValue(value);
      if (number === undefined || number < 0 || number > max) return mismatch(expected, value) + momentHint(number);
      if (typeof value === 'string') reportThousands(value, report);
      return written(value);
    },
    normal: Number,
  };
}

/** What is too large to be a number of things is mostly the time of something. */
function momentHint(number: number | undefined): string {
  if (number === undefined) return '';
  if (isThisAge(number * 1000)) return ' (a timestamp in seconds?)';
  return isThisAge(number) ? ' (a timestamp in milliseconds?)' : '';
}

function isThisAge(ms: number): boolean {
  return ms >= Date.UTC(2000) && ms < Date.UTC(2100);
}

function decimal(expected: string, min: number, max: number): FieldCheck {
  return {
    check(value) {
      const number = decimalValue(value);
      return number !== undefined && number >= min && number <= max ? undefined : mismatch(expected, value);
    },
  };
}

/** `199.000` is 199 here, and 199,000 where a dot separates thousands. */
function reportThousands(value: string, report: FieldReport | undefined): void {
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(value)) report?.ambiguous(value);
}

function checkBelowOne(value: unknown): Verdict {
  return Number(value) < 1 ? undefined : mismatch('a fraction below 1 (0.05 is 5 %)', value);
}

function decimalValue(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && decimalNumber.test(value) ? Number(value) : undefined;
}

function checkSixDecimals(value: unknown): Verdict {
  return /^\d+(\.\d{1,6}0*)?$/.test(String(value)) ? undefined : mismatch('a rate of at most six decimals', value);
}
