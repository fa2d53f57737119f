import { createHash, timingSafeEqual } from 'node:crypto';

/** The token of an `Authorization` header; the scheme's case does not matter. Undefined when there is none. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}

/** Tells whether a header presents a token. Digests have one length, so that it takes the same time whatever was sent. */
export function bearerCheck(token: string): (authorization: string | undefined) => boolean {
  const expected = digest(token);
  return (authorization) => timingSafeEqual(digest(bearerToken(authorization) ?? ''), expected);
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
