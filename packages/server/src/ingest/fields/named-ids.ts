import { createHash } from 'node:crypto';

/** Where ids of ours begin: those of the marketplace are below. */
const ownIdsFrom = 1n << 63n;

/** What may stand around a name: schema/005_functions.sql knows the same. */
const around = /^[\t\n\f\r ]+|[\t\n\f\r ]+$/g;

/** A handle as it is compared: without `@` before it, in small letters. */
export function normalHandle(given: string): string {
  return lowered(given.replace(around, '').replace(/^@+/, ''));
}

/**
 * The id that stands for a creator of whom the handle alone is known: 2^63 and the last 63 bits of the first eight bytes
 * of SHA-256 of `creator:` and the normal handle.
 */
export function handleId(given: string): string {
  return idOf(`creator:${normalHandle(given)}`);
}

/** The same for a shop, of its region and name: `shop:REGION:name`, blanks inside being one space each. */
export function shopNameId(region: string, name: string): string {
  return idOf(`shop:${region}:${normalShopName(name)}`);
}

/** The name of a shop as it is compared. */
export function normalShopName(given: string): string {
  return lowered(given.replace(around, '').replace(/[\t\n\f\r ]+/g, ' '));
}

function idOf(words: string): string {
  const hash = createHash('sha256').update(words).digest().readBigUInt64BE();
  return String(hash | ownIdsFrom);
}

/** Letters of ASCII alone: handles have no others, and both programs lower them in the same way. */
function lowered(words: string): string {
  return words.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
