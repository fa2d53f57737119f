import type { NumberStyle } from './styles.ts';

const dayMs = 86_400_000;
/** Day 0 of a workbook, so that days from March 1900 on are right: Excel believes in a 29 February 1900. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const wholeNumber = /^-?\d+$/;

/** A number that a cell shows beside the sign of a currency. As text it is the number alone. */
export class AmountCell {
  readonly value: number;
  readonly currency: string;

  constructor(value: number, currency: string) {
    this.value = value;
    this.currency = currency;
  }

  toString(): string {
    return String(this.value);
  }
}

/** A number as it stands in a cell: as shown where that is a date, a time or a percentage. */
export function numberValue(text: string, style: NumberStyle, countsFrom1904: boolean): unknown {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text;
  if (style === 'moment' && number >= 0 && number < 2_958_466) return momentText(number, countsFrom1904);
  if (style === 'elapsed' && number >= 0 && number < 1e6) return elapsedText(number);
  if (style === 'percent') return `${Number((number * 100).toPrecision(12))}%`;
  if (typeof style === 'object') return new AmountCell(number, style.currency.trim());
  // Beyond what a double holds, all digits are kept as text.
  return wholeNumber.test(text) && !Number.isSafeInteger(number) ? text : number;
}

/** ISO 8601 without a zone: a day, a time of day, or both. */
function momentText(days: number, countsFrom1904: boolean): string {
  const seconds = Math.round(days * 86_400);
  const text = new Date((countsFrom1904 ? epoch1904 : epoch1900) + seconds * 1000).toISOString().slice(0, 19);
  if (seconds % 86_400 === 0) return text.slice(0, 10);
  return seconds * 1000 < dayMs ? text.slice(11) : text;
}

function elapsedText(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
