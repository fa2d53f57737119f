import { ambiguous, numberOf, shownNumber } from './number-text.ts';
import { saysSold } from './number-words.ts';
import { type Reader, Rounded, reading, saysNothing, unreadable } from './reader.ts';

const expected = 'a count, such as 1234, 1,234 or 4.6K';

/**
 * A count: `1234`, `1,234`, `1.234`, `3324.0`, `4.6K`, `1.2M`, `1.2K+ sold`, `5 ribu terjual`. One that ends in a plus sign
 * is rounded: `100+` is 100 in steps of 100 (see `numberOf`).
 */
const countReader: Reader = {
  reads: 'count (`1,234`, `4.6K`, `100+`)',
  read(value) {
    if (typeof value === 'number') return value < 0 ? unreadable(expected, value) : value;
    if (typeof value !== 'string') return unreadable(expected, value);
    if (/^\d{1,15}$/.test(value)) return Number(value);
    return saysNothing(value.trim()) ? undefined : (countIn(value) ?? unreadable(expected, value));
  },
};

export const count = reading(countReader);

/** There are no parts of a unit: what stands behind a point in groups of three are thousands. */
function countIn(text: string): number | Rounded | undefined {
  const shown = shownNumber(text);
  if (shown === undefined || shown.isNegative || !saysSold(shown.before) || !saysSold(shown.after)) return undefined;
  const read = numberOf(shown, { point: 'thousands' });
  if (read === undefined || read === ambiguous || !Number.isInteger(read.value)) return undefined;
  return read.step === undefined ? read.value : new Rounded(read.value, read.step);
}
