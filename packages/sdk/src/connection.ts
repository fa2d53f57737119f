import { attemptsOf } from './attempts.ts';
import type { CallOptions, ResponseInfo } from './endpoint-method.ts';
import type { Platform, Received } from './platform.ts';
import { dataOf, envelopeIn, reasonOf } from './transport.ts';
import { errorOf } from './vitrine-error.ts';

/** Server, key and request options. */
export interface ClientOptions {
  /** For example `http://127.0.0.1:8080`; a path in it is prepended to the path of the endpoint. */
  readonly baseUrl: string;
  /** `sk_live_…` */
  readonly key: string;
  /** Timeout of one attempt, including the response; default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Retries after a 429, a 5xx or no response; default 3. A call is charged again only if its response was lost. */
  readonly retriesMax?: number | undefined;
}

/** Gets a path below the base URL, again if need be, and gives the data of its envelope. @throws VitrineError */
export async function get<Data>(
  options: ClientOptions,
  platform: Platform,
  path: string,
  { signal, onResponse }: CallOptions,
): Promise<Data> {
  const { retriesMax = 3 } = options;
  const received = await attemptsOf(() => attempt(options, platform, path, signal), { retriesMax, platform, signal });
  onResponse?.(infoOf(received));
  return dataOf<Data>(envelopeIn(received.text, received.status));
}

function infoOf({ headers }: Received): ResponseInfo {
  const number = (name: string) => {
    const told = headers.get(name);
    return told === null ? undefined : Number(told);
  };
  return {
    creditsRemaining: number('x-credits-remaining'),
    datasetAsOf: headers.get('x-dataset-as-of') ?? undefined,
    totalCount: number('x-total-count'),
    requestId: headers.get('x-request-id') ?? undefined,
  };
}

async function attempt(
  { baseUrl, key, timeoutMs = 30_000 }: ClientOptions,
  platform: Platform,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Received> {
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await platform.fetch(baseUrl.replace(/\/+$/, '') + path, {
      headers: { authorization: `Bearer ${key}` },
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    const { status, headers } = response;
    return { status, retryAfter: headers.get('retry-after'), text: await response.text(), headers };
  } catch (cause) {
    signal?.throwIfAborted();
    const reason = timeout.aborted ? `none within ${timeoutMs} ms` : reasonOf(cause);
    throw errorOf(`no response from ${baseUrl}: ${reason}`, 0, undefined, { cause });
  }
}
