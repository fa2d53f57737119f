import type { Field } from '../server/catalogue.ts';

/** How a person writes the bounds of a range: a day, the day of a moment, percent, a whole number or one with decimals. */
export type BoundKind = 'day' | 'moment' | 'percent' | 'whole' | 'decimal';

/**
 * @param field what the range is of.
 * @param domain kind of values that its parameters take.
 */
export function boundKindOf(field: Pick<Field, 'kind'>, domain: string): BoundKind {
  if (domain === 'day') return 'day';
  if (field.kind === 'digits') return 'moment';
  if (field.kind === 'rate') return 'percent';
  return domain === 'decimal' ? 'decimal' : 'whole';
}

/** Whether a bound is typed as a date. */
export function isDate(kind: BoundKind): boolean {
  return kind === 'day' || kind === 'moment';
}

/** The value of a parameter as its input shows it. */
export function shownBound(kind: BoundKind, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  return shown[kind](value);
}

/**
 * What was typed as the value of the parameter: undefined when nothing was, null when it is none.
 *
 * @param end of a day that is given for moments, its first or its last one is meant.
 */
export function sentBound(kind: BoundKind, text: string, end: 'min' | 'max'): string | undefined | null {
  const plain = text
    .trim()
    .replaceAll(/[\s_%]/g, '')
    .replace(thousands, (number) => number.replaceAll(',', ''));
  if (plain === '') return undefined;
  return sent[kind](plain, end) ?? null;
}

/** What is no value, such as one that was typed into the address, is shown as it is. */
const thousands = /^\d{1,3}(,\d{3})+(?=\.|$)/;

const shown: Readonly<Record<BoundKind, (value: string) => string>> = {
  day: (value) => value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
  moment: (value) => (/^\d{1,11}$/.test(value) ? new Date(Number(value) * 1000).toISOString().slice(0, 10) : value),
  percent: (value) => (decimalPattern.test(value) ? moved(value, 2) : value),
  whole: (value) => value,
  decimal: (value) => value,
};

const secondsOfDay = 86_400;
const decimalPattern = /^\d{1,15}(\.\d{1,6})?$/;

const sent: Readonly<Record<BoundKind, (plain: string, end: 'min' | 'max') => string | undefined>> = {
  day: (plain) => (startOf(plain) === undefined ? undefined : plain.replaceAll('-', '')),
  moment: (plain, end) => {
    const start = startOf(plain);
    if (start === undefined || start < 0) return undefined;
    return String(end === 'min' ? start : start + secondsOfDay - 1);
  },
  percent: (plain) => (/^\d{1,15}(\.\d{1,4})?$/.test(plain) ? moved(plain, -2) : undefined),
  whole: (plain) => (/^\d{1,18}$/.test(plain) ? plain : undefined),
  decimal: (plain) => (decimalPattern.test(plain) ? plain : undefined),
};

/** First second of a day of the calendar, yyyy-MM-dd; undefined when there is none such. */
function startOf(day: string): number | undefined {
  const start = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return undefined;
  return start / 1000;
}

/** A decimal with its point moved by so many places to the right, exactly. */
function moved(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole.padStart(3, '0') + fraction.padEnd(2, '0');
  const point = whole.padStart(3, '0').length + places;
  const text = `${digits.slice(0, point)}.${digits.slice(point)}`;
  return text.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '');
}
