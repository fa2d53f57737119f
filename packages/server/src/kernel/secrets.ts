/**
 * Keys (`sk_live_…`, `sk_test_…`) and admin tokens (`vta_…`), in whatever stands around them: in JSON, what is before one may
 * be the letter of an escaped line end. The few characters that a hint shows are no secret.
 */
const secrets = /(sk_(?:live|test)_|vta_)[0-9A-Za-z_-]{4,}/g;

/** A text without the keys and tokens in it. Whatever is written down of what callers send goes through here. */
export function masked(text: string): string {
  if (!text.includes('sk_') && !text.includes('vta_')) return text;
  return text.replace(secrets, '$1[hidden]');
}
