import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Keys (`sk_live_…`, `sk_test_…`, `sk_admin_…`), admin tokens (`vta_…`), and tokens of sessions (`vts_…`) and login codes
 * (`vtl_…`) of the console, in whatever stands around them: in JSON, what is before one may be the letter of an escaped
 * line end. The few characters that a hint shows are no secret.
 */
const secrets = /(sk_(?:live|test|admin)_|vt[als]_)[0-9A-Za-z_-]{4,}/g;

/** A text without the keys and tokens in it. Whatever is written down of what callers send goes through here. */
export function masked(text: string): string {
  if (!text.includes('sk_') && !text.includes('vt')) return text;
  return text.replace(secrets, '$1[hidden]');
}

/** Compares with a secret in a time that says nothing of it: digests have one length, whatever was given. */
export function secretCheck(secret: string): (given: string) => boolean {
  const expected = digest(secret);
  return (given) => timingSafeEqual(digest(given), expected);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
