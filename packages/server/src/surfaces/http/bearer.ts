import { secretCheck } from '../../kernel/secrets.ts';

/** The token of an `Authorization` header; the scheme's case does not matter. Undefined when there is none. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}

/** Tells whether a header presents a token, in a time that says nothing of it. */
export function bearerCheck(token: string): (authorization: string | undefined) => boolean {
  const isToken = secretCheck(token);
  return (authorization) => isToken(bearerToken(authorization) ?? '');
}
