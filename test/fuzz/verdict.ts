import type { WireAnswer } from './wire-answers.ts';
import { bytesOf, type Expectation, type WireRequest } from './wire-request.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Holds the answers of a connection against its requests. @throws Error that says which answer is not right */
export function judge(requests: readonly WireRequest[], answers: readonly WireAnswer[]): void {
  if (answers.length > requests.length) throw new Error(`${answers.length} answers to ${requests.length} requests`);
  answers.forEach((answer, index) => {
    judgeAnswer(answer, requests[index]?.method);
    judgeExpected(answer, requests[index]?.expected);
  });
  if (answers.length < requests.length && !requests.some(isTooLong)) requireClosed(answers);
}

/** Request line and headers that the server takes, bytes. */
const headBytesMax = 16 * 1024;

/** The server closes while we still write, and then the network may drop what it had answered. */
function isTooLong(request: WireRequest): boolean {
  return bytesOf({ ...request, body: '' }, true).length > headBytesMax;
}

function judgeExpected(answer: WireAnswer, { statuses, names = '' }: Expectation = { statuses: [] }): void {
  if (!statuses.includes(answer.status)) fail(answer, `expected ${statuses.join(', ')}`);
  if (answer.status === 400 && !answer.body.includes(names)) fail(answer, `expected the name of ${names}`);
}

/** After an answer that ends the connection, the rest of the requests is void. */
function requireClosed(answers: readonly WireAnswer[]): void {
  if (answers.at(-1)?.headers.get('connection') === 'close') return;
  throw new Error(
    `no answer after the first ${answers.length}, none of which said that the connection would be closed`,
  );
}

/** Holds of every answer: no failure of the server, and the envelope with the status and the id of the request. */
export function judgeAnswer(answer: WireAnswer, method = ''): void {
  const { status, body } = answer;
  if (status >= 500) fail(answer, 'the server failed');
  if (status === 304 || method === 'HEAD') {
    if (body !== '') fail(answer, 'expected no body');
    return;
  }
  if (status === 202) {
    if (body !== '') fail(answer, 'expected no body');
    return;
  }
  if (body.startsWith('{"jsonrpc"') || body.startsWith('{"result"') || body.startsWith('{"error"'))
    judgeJsonRpc(answer);
  else if (!isFile(answer)) judgeEnvelope(answer);
}

/** A success that is no envelope: an export. */
function isFile({ status, headers }: WireAnswer): boolean {
  return status === 200 && headers.has('content-disposition');
}

function judgeEnvelope(answer: WireAnswer): void {
  const { status, headers } = answer;
  const { code, message, data, requestId, error, ...more } = envelopeOf(answer);
  if (code !== (status < 300 ? 0 : status)) fail(answer, `expected code ${status}`);
  if (typeof message !== 'string' || message === '') fail(answer, 'expected a message');
  if (status < 300 ? data === null || typeof data !== 'object' : data !== null) fail(answer, 'unexpected data');
  if (typeof requestId !== 'string' || !uuid.test(requestId)) fail(answer, 'expected a requestId');
  if (headers.get('x-request-id') !== requestId) fail(answer, 'expected the requestId in X-Request-Id');
  if ((code !== 0) !== namesAPage(error))
    fail(answer, 'expected of an error, and of nothing else, its id and the page about it');
  if (Object.keys(more).length > 0) fail(answer, 'more than the envelope');
}

/** The longest text of an error, and the sign that it was cut. */
const errorLengthMax = 301;

function judgeJsonRpc(answer: WireAnswer): void {
  const { jsonrpc, id, result, error, ...more } = envelopeOf(answer);
  if (jsonrpc !== '2.0' || id === undefined) fail(answer, 'expected jsonrpc and id');
  if ((result === undefined) === (error === undefined)) fail(answer, 'expected a result or an error');
  if (error !== undefined && String((error as { message?: unknown }).message).length > errorLengthMax)
    fail(answer, 'the text of the error is too long');
  if (Object.keys(more).length > 0) fail(answer, 'more than JSON-RPC has');
}

function namesAPage(error: unknown): boolean {
  const { id, doc_url } = (error ?? {}) as { readonly id?: unknown; readonly doc_url?: unknown };
  return typeof id === 'string' && doc_url === `/docs/errors/${id}`;
}

function envelopeOf(answer: WireAnswer): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(answer.body);
  } catch {
    return fail(answer, 'expected JSON');
  }
}

function fail({ status, headers, body }: WireAnswer, why: string): never {
  throw new Error(`${why}; got ${status} ${JSON.stringify([...headers])}\n${body.slice(0, 1_000)}`);
}
