/** Why the server did not answer with data. `status` 0: there was no answer. */
export class RequestError extends Error {
  readonly status: number;
  /** Kebab-case name of the error, as in the docs; empty when the answer names none. */
  readonly id: string;
  /** The parameter that has to be told, where that is what is wrong. */
  readonly asks: string | undefined;
  /** What the server says all the same, such as of a file of which nothing can go in. */
  readonly data: unknown;

  constructor(status: number, id: string, message: string, more: { asks?: string | undefined; data?: unknown } = {}) {
    super(message);
    this.status = status;
    this.id = id;
    this.asks = more.asks;
    this.data = more.data ?? undefined;
  }
}

/** Data of an answer, with what its headers say. */
export interface Answered<Data> {
  readonly data: Data;
  /** Dataset version that the data are of; undefined where they are of none. */
  readonly version: number | undefined;
  /** Rows of all pages together; undefined where the server did not count them. */
  readonly total: number | undefined;
}

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** The address of a path of the server, whatever path the server itself is under. */
export function addressOf(path: string, parameters: Parameters = {}): string {
  const address = new URL(path.replace(/^\//, ''), document.baseURI);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== '') address.searchParams.set(name, String(value));
  return address.href;
}

/** Asks for what a path has. @throws RequestError */
export async function get<Data>(
  path: string,
  parameters: Parameters = {},
  signal?: AbortSignal,
): Promise<Answered<Data>> {
  return answered<Data>(await sent(addressOf(path, parameters), { signal: signal ?? null }));
}

/** What a change carries that no other site can send. */
export const ofConsole = { 'X-Vitrine-Console': '1' } as const;

/** Asks for a change. @throws RequestError */
export async function send<Data>(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Data> {
  const headers = { ...ofConsole, ...(body !== undefined && { 'Content-Type': 'application/json' }) };
  const response = await sent(addressOf(path), {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  return (await answered<Data>(response)).data;
}

/** Sends a request, whatever the status of its answer. @throws RequestError where there is none */
export async function sent(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new RequestError(0, '', 'The server does not answer.');
  }
}

export interface Envelope<Data> {
  readonly code: number;
  readonly message: string;
  readonly data: Data;
  readonly error?: { readonly id: string; readonly asks?: string };
}

/** What an answer has. @throws RequestError where it is an error */
export async function answered<Data>(response: Response): Promise<Answered<Data>> {
  const { status, headers } = response;
  if (status === 204) return { data: undefined as Data, version: undefined, total: undefined };
  const envelope = await envelopeOf<Data>(response);
  if (!response.ok) throw errorOf(status, envelope);
  if (envelope === undefined) throw new RequestError(status, '', 'The server answered with something other than JSON.');
  return {
    data: envelope.data,
    version: versionIn(headers.get('ETag')),
    total: numberIn(headers.get('X-Total-Count')),
  };
}

/** The error that an envelope tells of. */
export function errorOf(status: number, envelope: Envelope<unknown> | undefined): RequestError {
  const { message = `HTTP ${status}`, data, error } = envelope ?? {};
  return new RequestError(status, error?.id ?? '', message, { asks: error?.asks, data });
}

async function envelopeOf<Data>(response: Response): Promise<Envelope<Data> | undefined> {
  try {
    return (await response.json()) as Envelope<Data>;
  } catch {
    return undefined;
  }
}

/** `W/"12-…"`: version 12. */
function versionIn(etag: string | null): number | undefined {
  return numberIn(etag?.match(/^W\/"(\d+)-/)?.[1] ?? null);
}

function numberIn(text: string | null): number | undefined {
  return text === null ? undefined : Number(text);
}
