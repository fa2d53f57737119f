import { linesOf } from './lines.ts';
import { errorOf, type VitrineError } from './vitrine-error.ts';

/** A server and the token to show it. */
export interface Address {
  /** For example `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly token: string;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: object | undefined;
  /** Sent as it is. */
  readonly body?: AsyncIterable<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Envelope {
  readonly code: number;
  readonly message: string;
  readonly data: unknown;
  readonly requestId: string;
  /** Of an error. */
  readonly error?: { readonly id: string; readonly doc_url: string };
}

/** Calls and gives the response, whatever its status. @throws VitrineError of status 0 when no answer came. */
export async function send({ url, token }: Address, { method, path, json, body, headers }: Call): Promise<Response> {
  const init: RequestInit = { method, headers: { authorization: `Bearer ${token}`, ...headers } };
  if (json !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(json);
  }
  if (body !== undefined) Object.assign(init, { body, duplex: 'half' });
  try {
    return await fetch(new URL(path, url), init);
  } catch (cause) {
    throw errorOf(`no response from ${url}: ${reasonOf(cause)}`, 0, undefined, { cause });
  }
}

/** Calls and gives the data of the envelope. @throws VitrineError */
export async function request<Data>(address: Address, call: Call): Promise<Data> {
  const response = await send(address, call);
  return dataOf<Data>(envelopeIn(await textOf(address, response), response.status));
}

/** The answer as text. @throws VitrineError of status 0 when it broke off. */
export function textOf(address: Address, response: Response): Promise<string> {
  return response.text().catch((cause: unknown) => {
    throw brokenOff(address, cause);
  });
}

/** Its lines, as they come. @throws VitrineError of status 0 when it broke off. */
export async function* answeredLines(address: Address, body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  try {
    yield* linesOf(body);
  } catch (cause) {
    throw brokenOff(address, cause);
  }
}

/** Who went away does not stop the work. */
export function brokenOff({ url }: Address, cause?: unknown): VitrineError {
  return errorOf(
    `the response from ${url} was interrupted: the operation may still have been carried out`,
    0,
    undefined,
    {
      cause,
    },
  );
}

/** @throws VitrineError when it is none: something else than Vitrine answered. */
export function envelopeIn(text: string, status: number): Envelope {
  try {
    const envelope = JSON.parse(text) as Partial<Envelope> | null;
    if (typeof envelope?.code === 'number') return envelope as Envelope;
  } catch {}
  throw errorOf(`the response (HTTP ${status}) is not from Vitrine: check the URL`, status);
}

/** @throws VitrineError when the envelope holds an error. */
export function dataOf<Data>({ code, message, data, requestId, error }: Envelope): Data {
  if (code !== 0) throw errorOf(message, code, requestId, { id: error?.id, docUrl: error?.doc_url });
  return data as Data;
}

/** `fetch` says "fetch failed"; the reason is below. */
export function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (inner instanceof AggregateError) return String(inner.errors[0]?.message ?? inner.message);
  return inner instanceof Error ? inner.message : String(inner);
}
