import { mismatch, type Verdict } from './field-check.ts';
import { columnOf, declaring, type StampedType } from './field-type.ts';
import { idStamp } from './stamps.ts';

const digits = /^\d{1,20}$/;
const uint64Max = '18446744073709551615';

/** An id of the marketplace: 1 to 20 digits in a string, from 1 to 2^64−1. */
export const idType: StampedType = {
  isId: true,
  check: (value) => checkId(value, '1'),
  name: 'id',
  column: columnOf('UInt64'),
  stamp: idStamp,
};

/** See {@link idType}. */
export const id = declaring(idType);

/** As {@link idType}, and 0 for "unset". */
export const categoryId = declaring({
  ...idType,
  check: (value) => checkId(value, '0'),
  name: 'id, or `"0"` for none',
});

/** Whether a text is an id of the marketplace. */
export function isId(text: string): boolean {
  return checkId(text, '1') === undefined;
}

function checkId(value: unknown, least: '0' | '1'): Verdict {
  if (typeof value !== 'string') return notText(value);
  if (!digits.test(value)) return mismatch('an id of 1 to 20 digits', value);
  if (value.length === 20 && value > uint64Max) return mismatch(`an id up to ${uint64Max}`, value);
  if (least === '1' && isZero(value)) return mismatch('an id above 0', value);
  return undefined;
}

function notText(value: unknown): string {
  const hint = typeof value === 'number' ? ' (a JSON number loses digits above 2^53)' : '';
  return mismatch(`an id as a string of digits${hint}`, value);
}

function isZero(idDigits: string): boolean {
  return idDigits.charCodeAt(0) === 48 && /^0+$/.test(idDigits);
}
