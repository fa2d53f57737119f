import { multiplierIn } from './number-words.ts';

/** A number as a page shows it, with what stands around it. */
export interface ShownNumber {
  /** Text before it, such as the sign of a currency. */
  readonly before: string;
  readonly digits: string;
  /** What a word such as `K` or `万` makes of it; 1: there is none. */
  readonly multiplier: number;
  /** Text behind it and its multiplier. */
  readonly after: string;
  /** It is below 0: `-5`, `-$5`, `5-`, `(5)`. */
  readonly isNegative: boolean;
  /** It is so many or more: `100+`, `1.2K+`. */
  readonly isAtLeast: boolean;
}

/** A number that was read. */
export interface NumberText {
  readonly value: number;
  /** What it is rounded to; undefined: it is exact. */
  readonly step?: number;
}

/** How separators of digits are taken. */
export interface Separators {
  /** A single point before three digits: `1.234`. Undefined: it cannot be known. */
  readonly point: 'thousands' | 'decimal' | undefined;
}

/** The separators cannot be told apart. */
export const ambiguous = Symbol('ambiguous');

/** A point that follows a letter belongs to the text before, as in `Rp.5`. */
const shape = /^(\D*?)((?:(?<!\p{L})[.,])?\d(?:[\d.,'’\s]*\d)?)(\D*)$/u;
const inBrackets = /^([^()\d]*)\(([^()]*)\)([^()\d]*)$/;
const minus = /[-−–]/;

/** The only number in a text. @returns undefined when there is none, or several */
export function shownNumber(given: string): ShownNumber | undefined {
  const text = given.normalize('NFKC').trim();
  const [, outside, inside, behind] = inBrackets.exec(text) ?? [];
  const [, before = '', digits, rest = ''] =
    shape.exec(inside === undefined ? text : `${outside}${inside}${behind}`) ?? [];
  if (digits === undefined) return undefined;
  const { multiplier, after } = multiplierIn(rest);
  const isNegative = inside !== undefined || minus.test(before) || minus.test(after);
  const isAtLeast = /^\s*\+/.test(rest) || /^\s*\+/.test(after);
  return { before: plain(before), digits, multiplier, after: plain(after), isNegative, isAtLeast };
}

/** A plus sign and a minus are told apart. */
function plain(affix: string): string {
  return affix.replace(/[-−–+]/g, ' ').trim();
}

/**
 * Reads the digits of `1,234`, `4.6` K, `199.000`. A number before K or M is rounded to its last digit. One before a plus
 * sign is the least that it may be, and pages go on in steps of its last digit that is not 0: 100+ is 100 in steps of
 * 100, 1.2K+ is 1,200 in steps of 100. A single digit, as in 5+, is taken to have steps of 10, for those of 1 are exact.
 *
 * @returns undefined when their separators are those of no number.
 */
export function numberOf(
  { digits, multiplier, isAtLeast }: ShownNumber,
  separators: Separators,
): NumberText | typeof ambiguous | undefined {
  const decimal = multiplier === 1 ? plainDecimal(digits, separators) : shortDecimal(digits);
  if (decimal === undefined || decimal === ambiguous) return decimal;
  const value = Number(scaled(decimal, multiplier));
  if (isAtLeast) return { value, step: stepOfLeast(value) };
  if (multiplier === 1) return { value };
  const decimals = decimal.split('.')[1]?.length ?? 0;
  return { value, step: Math.max(1, multiplier / 10 ** decimals) };
}

/** The unit of the last digit that is not 0. */
function stepOfLeast(value: number): number {
  const zeros = /0*$/.exec(String(Math.trunc(value)))?.[0].length ?? 0;
  return value === 0 ? 10 : Math.max(10, 10 ** zeros);
}

/** Without the error of binary fractions: 61.79 × 1000 is 61790. */
function scaled(decimal: string, multiplier: number): number {
  return Number((Number(decimal) * multiplier).toPrecision(15));
}

/** Before K and M there are few digits, so a single separator is that of decimals. */
function shortDecimal(digits: string): string | undefined {
  const grouped = ungrouped(digits);
  if (/^\d*[.,]\d{1,2}$|^\d+$/.test(grouped)) return grouped.replace(',', '.');
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(grouped)) return grouped.replaceAll(',', '');
  return /^\d+\.\d+$/.test(grouped) ? grouped : undefined;
}

function plainDecimal(digits: string, { point }: Separators): string | typeof ambiguous | undefined {
  const grouped = ungrouped(digits);
  if (/^\d+$/.test(grouped)) return grouped;
  if (/^\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/.test(grouped)) return grouped.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(grouped) || /^\d{1,3}(\.\d{3}){2,}$/.test(grouped)) return unpointed(grouped);
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(grouped)) {
    if (point === undefined) return ambiguous;
    return point === 'thousands' ? unpointed(grouped) : grouped;
  }
  return /^\d*[.,]\d+$/.test(grouped) ? grouped.replace(',', '.') : undefined;
}

/** Without the blanks and apostrophes between groups of three; other blanks are left, and make no number. */
function ungrouped(digits: string): string {
  return /^\d{1,3}([\s'’])\d{3}(\1\d{3})*([.,]\d+)?$/.test(digits) ? digits.replace(/[\s'’]/g, '') : digits;
}

function unpointed(plain: string): string {
  return plain.replaceAll('.', '').replace(',', '.');
}
