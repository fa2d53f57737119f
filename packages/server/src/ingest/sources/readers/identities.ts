import { type Reader, reading, saysNothing, unreadable } from './reader.ts';

const expected = 'an id of digits, or an address with one';
const digits = /^\d{1,20}$/;
/** Where addresses of products, videos, lives and shops hold the id. */
const inAddress = [
  /\/(?:product|pdp|video|live|photo|shop|store)\/(?:[^/?#]*\/)?(\d{6,20})(?=[/?#]|$)/,
  /[?&](?:id|product_id|item_id|video_id|room_id|seller_id)=(\d{1,20})(?=[&#]|$)/,
  /(?:^|\D)(\d{15,20})(?=\D|$)/,
];

/** An id: `1729…`, with a trailing tab, in an address, or a whole number whose digits are all there. 0: unset. */
const idReader: Reader = {
  reads: 'id (`1729…`, also with a tab or in an address)',
  read(value) {
    if (typeof value === 'number') {
      return Number.isSafeInteger(value)
        ? positive(String(value))
        : unreadable('an id with all its digits, as text', value);
    }
    if (typeof value !== 'string') return unreadable(expected, value);
    if (digits.test(value)) return positive(value);
    const text = value.trim().replace(/^'/, '');
    if (saysNothing(text)) return undefined;
    if (digits.test(text)) return positive(text);
    for (const pattern of inAddress) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) return found;
    }
    return unreadable(expected, value);
  },
};

export const id = reading(idReader);

/** The handle of a creator: `name`, `@name`, or an address with `/@name`. Without the @. */
const handleReader: Reader = {
  reads: 'handle (`name`, `@name`, an address)',
  read(value) {
    if (typeof value !== 'string') return unreadable('a handle, such as @name', value);
    const text = value.trim();
    if (saysNothing(text)) return undefined;
    const name = /\/@([^/?#\s]+)/.exec(text)?.[1] ?? text.replace(/^@/, '');
    return /^[^\s/@]{1,64}$/.test(name) ? name : unreadable('a handle, such as @name', value);
  },
};

export const handle = reading(handleReader);

function positive(text: string): string | undefined {
  return /^0*$|^-/.test(text) ? undefined : text;
}
