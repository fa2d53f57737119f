import type { IncomingMessage } from 'node:http';
import { imageUrl } from './image-url.ts';
import { OriginFailure } from './origin-failure.ts';
import { type Network, pinnedRequest } from './pinned-request.ts';

export interface FetchLimits {
  readonly bytesMax: number;
  /** From the first look-up to the last byte. */
  readonly msMax: number;
  readonly redirectsMax: number;
}

export const defaultFetchLimits: FetchLimits = { bytesMax: 10 * 1024 * 1024, msMax: 15_000, redirectsMax: 3 };

const redirects: readonly (number | undefined)[] = [301, 302, 303, 307, 308];
/** Origins answer 403 for addresses that have expired. */
const goneStatuses: readonly (number | undefined)[] = [403, 404, 410, 451];

/**
 * Gets what is at an address: bytes that nothing is known of yet. Every hop is checked as the first one is.
 *
 * @throws OriginFailure
 */
export async function fetchImage(
  address: string,
  network: Network,
  limits: FetchLimits = defaultFetchLimits,
): Promise<Buffer> {
  const signal = AbortSignal.timeout(limits.msMax);
  try {
    let url = checked(address);
    for (let hops = 0; hops <= limits.redirectsMax; hops++) {
      const response = await pinnedRequest(url, network, signal);
      if (!redirects.includes(response.statusCode)) return await bodyOf(response, limits.bytesMax);
      response.destroy();
      url = checked(response.headers.location ?? '', url);
    }
    throw new OriginFailure('refused', `more than ${limits.redirectsMax} redirects`);
  } catch (cause) {
    if (cause instanceof OriginFailure) throw cause;
    const reason = signal.aborted ? `no response within ${limits.msMax} ms` : messageOf(cause);
    throw new OriginFailure('failed', reason, { cause });
  }
}

function checked(address: string, base?: URL): URL {
  const url = imageUrl(address, base);
  if (url === undefined) throw new OriginFailure('refused', 'not an http or https URL on its default port');
  return url;
}

async function bodyOf(response: IncomingMessage, bytesMax: number): Promise<Buffer> {
  try {
    requireImage(response, bytesMax);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw tooLarge(bytesMax);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    response.destroy();
  }
}

/** @throws OriginFailure when what the head says rules an image out */
function requireImage({ statusCode, headers }: IncomingMessage, bytesMax: number): void {
  if (goneStatuses.includes(statusCode)) throw new OriginFailure('gone', `the origin responds with ${statusCode}`);
  if (statusCode !== 200) throw new OriginFailure('failed', `the origin responds with ${statusCode}`);
  if (Number(headers['content-length'] ?? 0) > bytesMax) throw tooLarge(bytesMax);
  // Few bytes may unpack to many.
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new OriginFailure('refused', `encoded as ${encoding.slice(0, 20)}`);
}

function tooLarge(bytesMax: number): OriginFailure {
  return new OriginFailure('refused', `more than ${bytesMax} bytes`);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
