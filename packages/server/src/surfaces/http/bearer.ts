/** The token of an `Authorization` header; the scheme's case does not matter. Undefined when there is none. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}
