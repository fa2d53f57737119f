import { masked } from './secrets.ts';

/**
 * What a caller can be told to have gone wrong. `code` is the HTTP status and the number in the envelope; `id` names
 * the error in the docs; `{word}` in a message is filled in by {@link ApiError}. The documented contract's messages
 * are kept as beginnings, so that clients which match on them go on working.
 */
export const errors = {
  parameterMissing: {
    code: 400,
    id: 'parameter-missing',
    message: 'Missing required parameter: {name}',
    whatToDo: 'Send the parameter in the query string with a value; an empty value counts as absent.',
  },
  parameterInvalid: {
    code: 400,
    id: 'parameter-invalid',
    message: 'Invalid parameter: {name}: expected {expected}, got {given}',
    whatToDo: 'Send a value of the documented type and range.',
  },
  parameterRepeated: {
    code: 400,
    id: 'parameter-repeated',
    message: 'Repeated parameter: {name}: expected once, got {count} times',
    whatToDo:
      'Send every parameter at most once. Where several values are allowed, the endpoint documents how to join them.',
  },
  parameterUnknown: {
    code: 400,
    id: 'parameter-unknown',
    message: 'Unknown parameter: {name}: {hint}',
    whatToDo:
      'Use the names in the schema of the MCP tool. Over HTTP an unknown parameter is not an error: it is ignored and listed in the ' +
      'X-Ignored-Parameters header.',
  },
  bodyInvalid: {
    code: 400,
    id: 'body-invalid',
    message: 'Invalid request body: {reason}',
    whatToDo: 'Send a body of the documented content type and shape.',
  },
  hostMissing: {
    code: 400,
    id: 'host-missing',
    message: 'Invalid request: expected a Host header, got none',
    whatToDo:
      'Send the host name of the server in the Host header, as HTTP/1.1 requires. HTTP clients do this by default.',
  },
  notHttp: {
    code: 400,
    id: 'not-http',
    message: 'Invalid request: expected HTTP/1.1',
    whatToDo: 'Send an HTTP/1.1 request. Use plain HTTP unless a proxy terminates TLS.',
  },
  keyMissing: {
    code: 401,
    id: 'key-missing',
    message: 'apiKey is null',
    whatToDo: 'Send your key in the Authorization header: "Authorization: Bearer sk_live_…".',
  },
  keyMalformed: {
    code: 401,
    id: 'key-malformed',
    message: 'Invalid apiKey: {given} is not a valid key: it is mistyped or incomplete',
    whatToDo: 'Copy the whole key again. Its last characters are a checksum of the rest, and they do not match.',
  },
  keyUnknown: {
    code: 401,
    id: 'key-unknown',
    message: 'Invalid apiKey: {given} is well formed but unknown to this server',
    whatToDo: 'Check that the key was issued by this server. Operators can list its keys with "vitrine keys list".',
  },
  keyRevoked: {
    code: 401,
    id: 'key-revoked',
    message: 'Invalid apiKey: {given} was revoked at {moment}',
    whatToDo: 'Ask the operator for a new key. A revoked key cannot be reactivated.',
  },
  keyReplaced: {
    code: 401,
    id: 'key-replaced',
    message: 'Invalid apiKey: {given} was rotated and stopped working at {moment}',
    whatToDo: 'Use the new key that the operator issued with "vitrine keys rotate".',
  },
  keyExpired: {
    code: 401,
    id: 'key-expired',
    message: 'Invalid apiKey: {given} expired at {moment}',
    whatToDo: 'Ask the operator for a new key or a later expiry: "vitrine keys update ID --expires".',
  },
  keyNotYetValid: {
    code: 401,
    id: 'key-not-yet-valid',
    message: 'Invalid apiKey: {given} is not valid until {moment}',
    whatToDo: 'Wait until then, or ask the operator for an earlier start: "vitrine keys update ID --not-before".',
  },
  adminTokenInvalid: {
    code: 401,
    id: 'admin-token-invalid',
    message: 'admin token is missing or wrong: send it as "Authorization: Bearer TOKEN"',
    whatToDo: 'Send the admin token of the server (VITRINE_ADMIN_TOKEN) or an admin key.',
  },
  adminKeyEnded: {
    code: 401,
    id: 'admin-key-ended',
    message: 'admin key {given} {how} at {moment}',
    whatToDo: 'Ask a holder of the admin token for a new admin key: "vitrine admin-keys create".',
  },
  metricsTokenInvalid: {
    code: 401,
    id: 'metrics-token-invalid',
    message: 'metrics token is missing or wrong: send it as "Authorization: Bearer TOKEN"',
    whatToDo: 'Send the metrics token of the server (VITRINE_METRICS_TOKEN).',
  },
  creditsSpent: {
    code: 402,
    id: 'credits-spent',
    message: 'apiKey quota is not enough: a call costs {price} and key {keyId} has {left} left',
    whatToDo: 'Ask the operator to grant credits: "vitrine keys grant ID CREDITS".',
  },
  creditsShort: {
    code: 402,
    id: 'credits-short',
    message: 'apiKey quota is not enough: this costs more than the {credits} credits that key {keyId} has left',
    whatToDo:
      'Request fewer rows with the limit parameter (ten rows cost as much as a page of the list), or ask the operator to grant credits: ' +
      '"vitrine keys grant ID CREDITS". The number of rows is not disclosed for free.',
  },
  scopeMissing: {
    code: 403,
    id: 'scope-missing',
    message: 'This key may not call {scope}: expected one of {scopes}',
    whatToDo: 'Use a key with that scope, or ask the operator to add it: "vitrine keys update ID --scope".',
  },
  adminScopeMissing: {
    code: 403,
    id: 'admin-scope-missing',
    message: 'This admin key may not do this: it requires {expected}, but the key has the scopes {given}',
    whatToDo: 'Use an admin key with that scope ("vitrine admin-keys create --scope") or the admin token.',
  },
  creatorUnknown: {
    code: 404,
    id: 'creator-unknown',
    message: 'No records of this creator, and no creator with this user_id was erased before',
    whatToDo:
      'Check the user_id. To block a creator whose records may still arrive, confirm with "unknown": true (--unknown).',
  },
  pathUnknown: {
    code: 404,
    id: 'path-unknown',
    message: 'No such path: {path}{hint} See /docs for the list of paths',
    whatToDo: 'Call one of the paths listed in the docs.',
  },
  resourceUnknown: {
    code: 404,
    id: 'resource-unknown',
    message: 'No such {kind}: {id}',
    whatToDo: 'List the existing ones first, and use an id from that list.',
  },
  publishRefused: {
    code: 400,
    id: 'publish-refused',
    message: 'Cannot publish: {reason}',
    whatToDo:
      'Ingest observations first. Set as_of to an observed day (YYYY-MM-DD) or omit it. If the loss of rows is intended, set force to true.',
  },
  publishRunning: {
    code: 409,
    id: 'publish-running',
    message: 'A publish is already running',
    whatToDo: 'Wait for it to finish. Observations ingested after it started need another publish.',
  },
  publishFailed: {
    code: 500,
    id: 'publish-failed',
    message: 'Publish failed, the previous version is still served: {reason}',
    whatToDo: 'Fix the reported cause and publish again. Nothing needs to be undone.',
  },
  ingestRunning: {
    code: 409,
    id: 'ingest-running',
    message: 'Ingest batch {batch} is still open',
    whatToDo: 'Wait for it to finish (see "vitrine batches"), then try again.',
  },
  withdrawalRefused: {
    code: 409,
    id: 'withdrawal-refused',
    message: 'Cannot change batch {batch}: {reason}',
    whatToDo: 'Check the status of each batch with "vitrine batches".',
  },
  rollbackRefused: {
    code: 409,
    id: 'rollback-refused',
    message: 'Cannot roll back: {reason}',
    whatToDo: 'Only the version before the served one is kept. Check "vitrine versions list", or publish again.',
  },
  rotationRefused: {
    code: 409,
    id: 'rotation-refused',
    message: 'Cannot rotate key {id}: it is revoked',
    whatToDo: 'Create a new key. A revoked key cannot be reactivated.',
  },
  idempotencyUnfinished: {
    code: 409,
    id: 'idempotency-unfinished',
    message: 'The first request with this Idempotency-Key has no response yet',
    whatToDo:
      'Try again in a moment, and if the server stopped, a minute later: a change that was not made is made then. If the error ' +
      'persists, the change was made and its response is lost. Do not make it again; rotate a key whose secret was in the response.',
  },
  idempotencyKeyReused: {
    code: 422,
    id: 'idempotency-key-reused',
    message: 'This Idempotency-Key was already used with a different body',
    whatToDo: 'Use a new Idempotency-Key for each change, and reuse it only to retry the same request.',
  },
  storageFull: {
    code: 507,
    id: 'storage-full',
    message: 'The disk of the server is full: {reason}',
    whatToDo: 'Free disk space in the data directory and try again. Nothing is counted twice.',
  },
  methodNotAllowed: {
    code: 405,
    id: 'method-not-allowed',
    message: 'Method {method} is not allowed on {path}: expected {allowed}',
    whatToDo: 'Use one of the methods in the Allow header of this response.',
  },
  imageExpired: {
    code: 410,
    id: 'image-expired',
    message: 'This image URL expired at {moment}',
    whatToDo: 'Request a new one from /v1/tiktok/batch/cover/download with the original URL.',
  },
  bodyTooLarge: {
    code: 413,
    id: 'body-too-large',
    message: 'Request body is too large: expected at most {bytesMax} bytes',
    whatToDo: 'Split it into smaller requests.',
  },
  expectationUnknown: {
    code: 417,
    id: 'expectation-unknown',
    message: 'Unknown expectation: expected "100-continue" in the Expect header, or no such header',
    whatToDo: 'Omit the Expect header.',
  },
  rateExceeded: {
    code: 429,
    id: 'rate-exceeded',
    message: 'qps limit exceeded: this key may make {qps} calls per second, try again in {retryAfterSeconds} s',
    whatToDo: 'Wait for the number of seconds in the Retry-After header, and spread out your calls.',
  },
  concurrencyExceeded: {
    code: 429,
    id: 'concurrency-exceeded',
    message: 'Too many concurrent requests: {who} may have {max} in flight',
    whatToDo:
      'Wait for responses before sending more requests, or for the number of seconds in the Retry-After header.',
  },
  attemptsExceeded: {
    code: 429,
    id: 'attempts-exceeded',
    message: 'Too many invalid keys or tokens from your address: try again in {retryAfterSeconds} s',
    whatToDo: 'Wait for the number of seconds in the Retry-After header, and send a valid key.',
  },
  internal: {
    code: 500,
    id: 'internal',
    message: 'Internal server error',
    whatToDo:
      'Try again. If the error persists, send the requestId to the operator, who can look up the cause in the log.',
  },
  datasetMissing: {
    code: 503,
    id: 'dataset-missing',
    message: 'No dataset is published yet',
    whatToDo: 'Try again later. The operator loads data with "vitrine ingest" and "vitrine publish".',
  },
  accountsUnavailable: {
    code: 503,
    id: 'accounts-away',
    message: 'Keys and credits are temporarily unavailable: try again in a moment',
    whatToDo:
      'Wait for the number of seconds in the Retry-After header, longer after each attempt. Refused calls cost nothing.',
  },
  overloaded: {
    code: 503,
    id: 'overloaded',
    message: 'The server is overloaded: try again in a moment',
    whatToDo:
      'Wait for the number of seconds in the Retry-After header, longer after each attempt, and make fewer concurrent calls.',
  },
  tooSlow: {
    code: 503,
    id: 'too-slow',
    message: 'The request took longer than {seconds} s and was cancelled',
    whatToDo: 'Try again after the number of seconds in the Retry-After header. Narrower filters are faster.',
  },
  requestLate: {
    code: 408,
    id: 'request-late',
    message: 'The request did not arrive in time',
    whatToDo: 'Send the request line and all headers without delay.',
  },
  headersTooLarge: {
    code: 431,
    id: 'headers-too-large',
    message: 'Request line and headers are too large',
    whatToDo: 'Send fewer or shorter headers and parameters: the limit is 16 KiB in total.',
  },
  ingestRefused: {
    code: 400,
    id: 'ingest-refused',
    message: '{reason}',
    whatToDo: 'Fix the reported problem and send the records again. Nothing is counted twice.',
  },
  ingestFailed: {
    code: 500,
    id: 'ingest-failed',
    message: '{reason}',
    whatToDo: 'Check the server log for the cause and send the records again. Nothing is counted twice.',
  },
  bodyLate: {
    code: 408,
    id: 'body-late',
    message: 'The request body did not arrive within {seconds} s',
    whatToDo: 'Send the whole body without delay.',
  },
  shuttingDown: {
    code: 503,
    id: 'shutting-down',
    message: 'The server is shutting down',
    whatToDo: 'Try again: another node, or this one after its restart, will respond.',
  },
} as const;

/** One entry of the table. */
export type ErrorEntry = (typeof errors)[keyof typeof errors];

/** The words in braces of a message: `'No such {kind}: {id}'` has `'kind' | 'id'`. */
type Placeholders<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What fills the words in braces of an entry's message. */
export type ErrorValues<Entry extends ErrorEntry> = Readonly<Record<Placeholders<Entry['message']>, string | number>>;

export interface ApiErrorOptions {
  /** Response headers that belong to the error, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What led to it: for the log, never for the caller. */
  readonly cause?: unknown;
}

/** An error that the caller may read. Anything else that is thrown is for the log, and the caller gets a 500. */
export class ApiError<Entry extends ErrorEntry = ErrorEntry> extends Error {
  override readonly name = 'ApiError';
  /** HTTP status, and `code` of the envelope. */
  readonly status: Entry['code'];
  /** Kebab-case name, stable across releases. */
  readonly id: Entry['id'];
  readonly whatToDo: string;
  readonly headers: Readonly<Record<string, string>>;

  /** @param values one value for each word in braces of the entry's message. */
  constructor(entry: Entry, values: ErrorValues<Entry>, options: ApiErrorOptions = {}) {
    super(masked(filled(entry.message, values)), 'cause' in options ? { cause: options.cause } : {});
    this.status = entry.code;
    this.id = entry.id;
    this.whatToDo = entry.whatToDo;
    this.headers = options.headers ?? {};
  }
}

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, word: string) => String(values[word] ?? placeholder));
}
