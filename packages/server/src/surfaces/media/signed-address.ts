import { createHmac, timingSafeEqual } from 'node:crypto';

/** Path of the route. */
export const imagePath = '/media/image.webp';

const hourMs = 3_600_000;

/** What the query of a signed address says. */
export interface SignedQuery {
  readonly address?: unknown;
  readonly expires?: unknown;
  readonly signature?: unknown;
}

export type OpenedAddress =
  | { readonly kind: 'valid'; readonly address: string; readonly expiresAt: number }
  | { readonly kind: 'expired'; readonly expiresAt: number }
  | { readonly kind: 'forged' };

/**
 * Path and query under which the image at an address is served for the next one to two hours. Within an hour it stays
 * the same, so that what browsers keep is of use.
 *
 * @param now epoch milliseconds
 */
export function signedPath(address: string, key: Buffer, now: number): string {
  const expires = String((Math.floor(now / hourMs) + 2) * (hourMs / 1000));
  const query = new URLSearchParams({ address, expires, signature: signatureOf(address, expires, key) });
  return `${imagePath}?${query}`;
}

/** Tells what of a query is ours. @param now epoch milliseconds */
export function openSigned({ address, expires, signature }: SignedQuery, key: Buffer, now: number): OpenedAddress {
  if (typeof address !== 'string' || typeof expires !== 'string' || typeof signature !== 'string')
    return { kind: 'forged' };
  const expected = Buffer.from(signatureOf(address, expires, key));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'forged' };
  const expiresAt = Number(expires) * 1000;
  return now < expiresAt ? { kind: 'valid', address, expiresAt } : { kind: 'expired', expiresAt };
}

function signatureOf(address: string, expires: string, key: Buffer): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([expires, address]))
    .digest('base64url');
}
