import type { ApiError } from '../kernel/errors.ts';
import { masked } from '../kernel/secrets.ts';
import type { Frame } from '../serving/reader.ts';

/** Everything a caller gets is in this envelope. `code` is 0, or the HTTP status of an error. */
export interface Envelope<Data> {
  readonly code: number;
  readonly message: string;
  readonly data: Data;
  readonly requestId: string;
}

const pageStart = startWith('success');

/** What the envelope of a page has around its rows. @param message default: `success`. */
export function pageFrame(requestId: string, message?: string): Frame {
  const before = message === undefined ? pageStart : startWith(message);
  return { before, after: Buffer.from(`],"requestId":${JSON.stringify(requestId)}}`) };
}

function startWith(message: string): Buffer {
  return Buffer.from(`{"code":0,"message":${JSON.stringify(message)},"data":[`);
}

/** The envelope of a page, around rows that are JSON already. */
export function pageEnvelope(rows: Buffer, requestId: string): Buffer {
  const { before, after } = pageFrame(requestId);
  return Buffer.concat([before, rows, after]);
}

/** The envelope of any other success. */
export function successEnvelope<Data>(data: Data, requestId: string): Envelope<Data> {
  return { code: 0, message: 'success', data, requestId };
}

/** An error as its caller gets it. */
export interface ErrorEnvelope extends Envelope<null> {
  readonly error: {
    /** Kebab-case name, stable across releases. */
    readonly id: string;
    /** Path of the page about it on this server. */
    readonly doc_url: string;
    /** The parameter without which it cannot be done; absent: it is another error. */
    readonly asks?: string;
  };
}

/** The envelope of an error. */
export function errorEnvelope(
  { status, message, id, asks }: Pick<ApiError, 'status' | 'message' | 'id'> & Partial<Pick<ApiError, 'asks'>>,
  requestId: string,
): ErrorEnvelope {
  const error = { ...errorPage(id), ...(asks !== undefined && { asks }) };
  return { code: status, message: masked(message), data: null, requestId, error };
}

/** What an error says of itself beside the envelope's fields. */
export function errorPage(id: string): ErrorEnvelope['error'] {
  return { id, doc_url: `/docs/errors/${id}` };
}
