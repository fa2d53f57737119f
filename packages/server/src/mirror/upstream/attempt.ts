import type { Platform } from './platform.ts';
import { type UpstreamAddress, withoutKey } from './upstream-address.ts';

/** What came back of one attempt. */
export type Heard =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly text: string }
  /** More came than any answer has, or no text. */
  | { readonly kind: 'unreadable'; readonly status: number; readonly headers: Headers; readonly why: string }
  /** Nothing came, or not all of it. `isSent`: the upstream may have read and charged it. */
  | { readonly kind: 'silence'; readonly why: string; readonly isSent: boolean };

export interface AttemptLimits {
  /** From the request to the end of the answer. */
  readonly msMax: number;
  readonly bytesMax: number;
}

export const attemptLimits: AttemptLimits = { msMax: 20_000, bytesMax: 16 * 1024 * 1024 };

/** A connection that was never made carried nothing. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** Asks once, and reads no more than an answer may have in no more time than it may take. */
export async function attempt(
  platform: Platform,
  address: UpstreamAddress,
  target: string,
  etag: string | undefined,
  limits: AttemptLimits,
): Promise<Heard> {
  const signal = platform.deadline(limits.msMax);
  try {
    const response = await platform.fetch(address.url + target, {
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${address.key}`,
        'user-agent': 'vitrine',
        ...(etag !== undefined && { 'if-none-match': etag }),
      },
      // The key is for this address alone.
      redirect: 'manual',
      signal,
    });
    const { status, headers } = response;
    const read = await textOf(response, limits.bytesMax);
    if ('why' in read) return { kind: 'unreadable', status, headers, why: read.why };
    return { kind: 'answer', status, headers, text: withoutKey(address, read.text) };
  } catch (error) {
    const why = signal.aborted ? `no answer within ${limits.msMax / 1000} s` : withoutKey(address, reasonOf(error));
    return { kind: 'silence', why, isSent: !unsent.includes(codeOf(error)) };
  }
}

async function textOf({ body }: Response, bytesMax: number): Promise<{ text: string } | { why: string }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    // Leaving the loop gives the rest up.
    if (bytes > bytesMax) return { why: `more than ${bytesMax / 1024 / 1024} MiB` };
    chunks.push(chunk);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { why: 'no UTF-8 text' };
  }
}

/** `fetch` says "fetch failed"; the reason is below. */
function causeOf(error: unknown): unknown {
  const inner = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return inner instanceof AggregateError ? (inner.errors[0] ?? inner) : inner;
}

function codeOf(error: unknown): string {
  const cause = causeOf(error);
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function reasonOf(error: unknown): string {
  const cause = causeOf(error);
  return cause instanceof Error ? cause.message : String(cause);
}
