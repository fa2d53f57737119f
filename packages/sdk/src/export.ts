import { attemptsOf } from './attempts.ts';
import type { ClientOptions } from './connection.ts';
import type { ExportedList, ExportOptions } from './endpoint-method.ts';
import { type EndpointSpec, exportedOf } from './endpoint-spec.ts';
import type { Platform } from './platform.ts';
import { type ParameterValues, queryOf } from './query.ts';
import { dataOf, envelopeIn, reasonOf } from './transport.ts';
import { BadRequestError, errorOf } from './vitrine-error.ts';

/** Begins an export. Only until it begins are there further attempts. @throws VitrineError */
export async function exportList(
  options: ClientOptions,
  platform: Platform,
  endpoint: EndpointSpec,
  parameters: ParameterValues,
  { format, limit, signal }: ExportOptions,
): Promise<ExportedList> {
  const exported = exportedOf(endpoint);
  if (exported === undefined) throw new BadRequestError(`${endpoint.id} cannot be exported`, 400);
  const query = queryOf(exported, parameters);
  query.set('format', format);
  if (limit !== undefined) query.set('limit', String(limit));
  const response = await begun(options, platform, `/v1/export/${endpoint.id}?${query}`, signal);
  const announced = (name: string) => Number(response.headers.get(name));
  return {
    rows: announced('x-export-rows'),
    credits: announced('x-export-credits'),
    datasetVersion: announced('x-dataset-version'),
    bytes: bytesOf(response, options.baseUrl, signal),
  };
}

async function begun(
  options: ClientOptions,
  platform: Platform,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const { retriesMax = 3 } = options;
  let success: Response | undefined;
  const received = await attemptsOf(
    async () => {
      const response = await head(options, platform, path, signal);
      const { status, headers } = response;
      if (status === 200) success = response;
      const text = status === 200 ? '' : await response.text();
      return { status, retryAfter: headers.get('retry-after'), text, headers };
    },
    { retriesMax, platform, signal },
  );
  if (success !== undefined) return success;
  dataOf(envelopeIn(received.text, received.status));
  throw errorOf(`${options.baseUrl} responded with ${received.status}`, received.status);
}

/** The time is for the beginning of the answer: the rest takes as long as the file is large. */
async function head(
  { baseUrl, key, timeoutMs = 30_000 }: ClientOptions,
  platform: Platform,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  signal?.throwIfAborted();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return await platform.fetch(baseUrl.replace(/\/+$/, '') + path, {
      headers: { authorization: `Bearer ${key}` },
      signal: signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]),
    });
  } catch (cause) {
    signal?.throwIfAborted();
    const reason = late.signal.aborted ? `none within ${timeoutMs} ms` : reasonOf(cause);
    throw errorOf(`no response from ${baseUrl}: ${reason}`, 0, undefined, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** With a reader, for not every browser iterates over a stream. */
async function* bytesOf(
  { body }: Response,
  baseUrl: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } catch (cause) {
    signal?.throwIfAborted();
    throw errorOf(`the export from ${baseUrl} was interrupted: ${reasonOf(cause)}`, 0, undefined, { cause });
  } finally {
    await reader.cancel().catch(() => {});
  }
}
