import { hash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const prefixes = { live: 'sk_live_', test: 'sk_test_', admin: 'sk_admin_' } as const;
/** 32 · log2(62) = 190.5 bits. */
const secretLength = 32;
/** The fewest base-62 digits that hold 32 bits. */
const checksumLength = 6;
const keyPattern = new RegExp(`^(sk_(?:live|test|admin)_)[0-9A-Za-z]{${secretLength + checksumLength}}$`);

/** A test key reads the same data as a live one, and costs nothing. */
export type KeyMode = 'live' | 'test';

/** A new key: `sk_live_`, `sk_test_` or `sk_admin_`, 32 random base-62 digits and the checksum of all that. */
export function newKey(kind: keyof typeof prefixes = 'live'): string {
  const unchecked = prefixes[kind] + randomDigits(secretLength);
  return unchecked + checksumOf(unchecked);
}

/**
 * A new public key id; 12 random digits: no two alike in practice, and the database refuses the second if there were.
 */
export function newKeyId<Prefix extends 'key' | 'adm' | 'ses'>(prefix: Prefix): `${Prefix}_${string}` {
  return `${prefix}_${randomDigits(12)}`;
}

/** What ids of keys and sessions look like: what else stands in a path is no id, and may be a secret. */
export const keyIdPattern = /^(?:key|adm|ses)_\w{1,40}$/;

/**
 * Whether a text can be a key at all: a mistyped character never passes, since CRC-32 sees every change of one byte.
 */
export function isWellFormed(presented: string): boolean {
  return keyPattern.test(presented) && presented.endsWith(checksumOf(presented.slice(0, -checksumLength)));
}

/** What is stored of a key: its SHA-256, hexadecimal. Needs no salt, the key being random. */
export function hashOf(key: string): string {
  return hash('sha256', key);
}

/** A key as it may be shown: `sk_live_ab…wxyz`. Of a text that is no key only the length is told. */
export function hintOf(presented: string): string {
  const [, prefix] = keyPattern.exec(presented) ?? [];
  if (prefix === undefined) return `a text of ${presented.length} characters`;
  return `${presented.slice(0, prefix.length + 2)}…${presented.slice(-4)}`;
}

function checksumOf(unchecked: string): string {
  let rest = crc32(unchecked);
  let digits = '';
  for (let place = 0; place < checksumLength; place++) {
    digits = alphabet.charAt(rest % alphabet.length) + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  return digits;
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
