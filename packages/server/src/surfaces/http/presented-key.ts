import type { IncomingHttpHeaders } from 'node:http';
import { bearerToken } from './bearer.ts';

/**
 * The key that a request presents: as Bearer token, as password or user name of Basic, or as `X-API-Key`; the first of
 * these that is there counts.
 */
export function presentedKey({ authorization, 'x-api-key': apiKey }: IncomingHttpHeaders): string | undefined {
  return bearerToken(authorization) ?? basicKey(authorization) ?? textOf(apiKey);
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' && header.trim() !== '' ? header.trim() : undefined;
}

/**
 * Of the user name and the password the one that looks like a key; neither: what was meant as one is refused with the
 * reason.
 */
function basicKey(authorization: string | undefined): string | undefined {
  const encoded = /^basic +([\w+/-]+=*) *$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, userName = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return [password, userName].find((each) => each.startsWith('sk_')) ?? (password || userName || undefined);
}
