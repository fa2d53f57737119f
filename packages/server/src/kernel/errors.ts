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
    message: 'Invalid parameter: {name}: expected {expected}, given {given}',
    whatToDo: 'Send a value of the type and range the endpoint documents.',
  },
  parameterRepeated: {
    code: 400,
    id: 'parameter-repeated',
    message: 'Repeated parameter: {name}: expected once, given {count} times',
    whatToDo:
      'Send every parameter at most once; where several values are allowed, the endpoint says how to join them.',
  },
  parameterUnknown: {
    code: 400,
    id: 'parameter-unknown',
    message: 'Unknown parameter: {name}: {hint}',
    whatToDo:
      'Use the names in the schema of the MCP tool. Over HTTP an unknown parameter is no error: it is ignored, and the header ' +
      'X-Ignored-Parameters names it.',
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
    message: 'Invalid request: expected a Host header, given none',
    whatToDo: 'Send the name of the server as the header Host, as HTTP/1.1 demands; every client does so by itself.',
  },
  notHttp: {
    code: 400,
    id: 'not-http',
    message: 'Invalid request: expected HTTP/1.1',
    whatToDo: 'Send a request of HTTP/1.1, in clear where no proxy takes TLS off.',
  },
  keyMissing: {
    code: 401,
    id: 'key-missing',
    message: 'apiKey is null',
    whatToDo: 'Send your key in the header "Authorization: Bearer sk_live_…".',
  },
  keyMalformed: {
    code: 401,
    id: 'key-malformed',
    message: 'Invalid apiKey: {given} is not a key, a character is wrong or lost',
    whatToDo: 'Copy the key again as a whole: its last characters are a checksum of the others, and they do not match.',
  },
  keyUnknown: {
    code: 401,
    id: 'key-unknown',
    message: 'Invalid apiKey: {given} is well formed but not known here',
    whatToDo: 'Check that the key was issued on this server; an operator lists its keys with "vitrine keys list".',
  },
  keyRevoked: {
    code: 401,
    id: 'key-revoked',
    message: 'Invalid apiKey: {given} was revoked at {moment}',
    whatToDo: 'Ask the operator for a new key; a revoked one never works again.',
  },
  keyReplaced: {
    code: 401,
    id: 'key-replaced',
    message: 'Invalid apiKey: {given} was replaced by a new one, and has not worked since {moment}',
    whatToDo: 'Use the newer key: the operator issued it with "vitrine keys rotate".',
  },
  keyExpired: {
    code: 401,
    id: 'key-expired',
    message: 'Invalid apiKey: {given} expired at {moment}',
    whatToDo: 'Ask the operator for a new key, or for a later end: "vitrine keys update ID --expires".',
  },
  keyNotYetValid: {
    code: 401,
    id: 'key-not-yet-valid',
    message: 'Invalid apiKey: {given} works from {moment} on',
    whatToDo: 'Wait until then, or ask the operator for an earlier beginning: "vitrine keys update ID --not-before".',
  },
  adminTokenInvalid: {
    code: 401,
    id: 'admin-token-invalid',
    message: 'admin token is missing or wrong: send it as "Authorization: Bearer TOKEN"',
    whatToDo: 'Send the token that the server was started with (VITRINE_ADMIN_TOKEN), or an admin key.',
  },
  adminKeyEnded: {
    code: 401,
    id: 'admin-key-ended',
    message: 'admin key {given} {how} at {moment}',
    whatToDo: 'Ask whoever has the admin token for a new admin key: "vitrine admin-keys create".',
  },
  metricsTokenInvalid: {
    code: 401,
    id: 'metrics-token-invalid',
    message: 'metrics token is missing or wrong: send it as "Authorization: Bearer TOKEN"',
    whatToDo: 'Send the token that the server was started with (VITRINE_METRICS_TOKEN).',
  },
  creditsSpent: {
    code: 402,
    id: 'credits-spent',
    message: 'apiKey quota is not enough: a call costs 1 credit and key {keyId} has none left',
    whatToDo: 'Have credits granted: "vitrine keys grant ID CREDITS".',
  },
  creditsShort: {
    code: 402,
    id: 'credits-short',
    message: 'apiKey quota is not enough: this costs more than the {left} credits that key {keyId} has left',
    whatToDo:
      'Ask for less with the parameter limit (a credit pays for ten rows), or have credits granted: "vitrine keys grant ID CREDITS". ' +
      'The number of rows is not reported for free.',
  },
  scopeMissing: {
    code: 403,
    id: 'scope-missing',
    message: 'This key may not call {scope}: expected one of {scopes}',
    whatToDo: 'Use a key with that scope, or ask the operator for it: "vitrine keys update ID --scope".',
  },
  adminScopeMissing: {
    code: 403,
    id: 'admin-scope-missing',
    message: 'This admin key may not do this: it takes {expected}, and the key has the scopes {given}',
    whatToDo: 'Use an admin key with that scope, or the admin token: "vitrine admin-keys create --scope".',
  },
  creatorUnknown: {
    code: 404,
    id: 'creator-unknown',
    message: 'No record is of this creator, and nobody with this user_id was forgotten before',
    whatToDo:
      'Check the user_id. To leave out somebody whose records may still come, confirm with "unknown": true (--unknown).',
  },
  pathUnknown: {
    code: 404,
    id: 'path-unknown',
    message: 'No such path: {path}{hint} See /docs for all paths',
    whatToDo: 'Call one of the paths that the docs list.',
  },
  resourceUnknown: {
    code: 404,
    id: 'resource-unknown',
    message: 'No such {kind}: {id}',
    whatToDo: 'List what there is first, and use an id from that list.',
  },
  publishRefused: {
    code: 400,
    id: 'publish-refused',
    message: 'Cannot publish: {reason}',
    whatToDo:
      'Ingest observations first. Give as_of as a day (YYYY-MM-DD) among the observed ones, or not at all. Where rows would be lost on purpose, send force.',
  },
  publishRunning: {
    code: 409,
    id: 'publish-running',
    message: 'A publish is running already',
    whatToDo: 'Wait until it is done; observations ingested after it began need one more publish.',
  },
  publishFailed: {
    code: 500,
    id: 'publish-failed',
    message: 'Publish failed, and what was served before is still served: {reason}',
    whatToDo: 'Fix what the reason names and publish again; nothing has to be undone.',
  },
  ingestRunning: {
    code: 409,
    id: 'ingest-running',
    message: 'Ingest batch {batch} is still open',
    whatToDo: 'Wait until it is done, see "vitrine batches", and do it again.',
  },
  withdrawalRefused: {
    code: 409,
    id: 'withdrawal-refused',
    message: 'Cannot change batch {batch}: {reason}',
    whatToDo: 'See "vitrine batches" for the state of each batch.',
  },
  rollbackRefused: {
    code: 409,
    id: 'rollback-refused',
    message: 'Cannot roll back: {reason}',
    whatToDo: 'Only the version before the served one is kept: see "vitrine versions list", or publish anew.',
  },
  rotationRefused: {
    code: 409,
    id: 'rotation-refused',
    message: 'Cannot rotate key {id}: it is revoked',
    whatToDo: 'Issue a new key; a revoked one never works again.',
  },
  idempotencyUnfinished: {
    code: 409,
    id: 'idempotency-unfinished',
    message: 'The first request with this Idempotency-Key has no response yet',
    whatToDo:
      'Try again in a moment. If it stays, the server ended while it worked on it: look whether it was done ("vitrine audit"), and ' +
      'send it under another Idempotency-Key if it was not.',
  },
  idempotencyKeyReused: {
    code: 422,
    id: 'idempotency-key-reused',
    message: 'This Idempotency-Key was sent with another body before',
    whatToDo: 'Make a new Idempotency-Key for each change, and use it again only to repeat that very request.',
  },
  storageFull: {
    code: 507,
    id: 'storage-full',
    message: 'The disk of the server is full: {reason}',
    whatToDo: 'Free space on the disk of the data directory and try again; nothing is counted twice.',
  },
  methodNotAllowed: {
    code: 405,
    id: 'method-not-allowed',
    message: 'Method {method} is not allowed on {path}: expected {allowed}',
    whatToDo: 'Use a method that the Allow header of this response names.',
  },
  imageExpired: {
    code: 410,
    id: 'image-expired',
    message: 'This address of an image expired at {moment}',
    whatToDo: 'Request a new one: /v1/tiktok/batch/cover/download returns it for the original address.',
  },
  bodyTooLarge: {
    code: 413,
    id: 'body-too-large',
    message: 'Request body is too large: expected at most {bytesMax} bytes',
    whatToDo: 'Send it in smaller parts.',
  },
  expectationUnknown: {
    code: 417,
    id: 'expectation-unknown',
    message: 'Unknown expectation: expected "100-continue" in the header Expect, or no such header',
    whatToDo: 'Leave the header Expect out.',
  },
  rateExceeded: {
    code: 429,
    id: 'rate-exceeded',
    message: 'qps limit exceeded: this key may call {qps} times a second, try again in {retryAfterSeconds} s',
    whatToDo: 'Wait as long as the Retry-After header says, and spread the calls.',
  },
  concurrencyExceeded: {
    code: 429,
    id: 'concurrency-exceeded',
    message: 'Too many requests at once: {who} may have {max} under way',
    whatToDo: 'Wait for responses before you send further requests, or for as long as the Retry-After header says.',
  },
  attemptsExceeded: {
    code: 429,
    id: 'attempts-exceeded',
    message: 'Too many keys or tokens that do not work came from your address: try again in {retryAfterSeconds} s',
    whatToDo: 'Wait as long as the Retry-After header says, and send a key that works.',
  },
  internal: {
    code: 500,
    id: 'internal',
    message: 'Internal server error',
    whatToDo: 'Try again; if it stays, give the requestId to the operator, who finds the cause in the log under it.',
  },
  datasetMissing: {
    code: 503,
    id: 'dataset-missing',
    message: 'No dataset is published yet',
    whatToDo: 'Try again later; the operator feeds the server with "vitrine ingest" and "vitrine publish".',
  },
  accountsAway: {
    code: 503,
    id: 'accounts-away',
    message: 'Keys and credits cannot be looked up or charged right now: try again in a moment',
    whatToDo: 'Wait as long as the Retry-After header says, longer each time. Refused calls cost nothing.',
  },
  overloaded: {
    code: 503,
    id: 'overloaded',
    message: 'The server has too much to do: try again in a moment',
    whatToDo: 'Wait as long as the Retry-After header says, longer each time, and make fewer calls at once.',
  },
  tooSlow: {
    code: 503,
    id: 'too-slow',
    message: 'The answer took longer than {seconds} s and was given up',
    whatToDo: 'Try again after as long as the Retry-After header says; narrower filters are quicker.',
  },
  requestLate: {
    code: 408,
    id: 'request-late',
    message: 'The request did not arrive in time',
    whatToDo: 'Send the whole head of the request at once.',
  },
  headersTooLarge: {
    code: 431,
    id: 'headers-too-large',
    message: 'Request line and headers are too large',
    whatToDo: 'Send fewer or shorter headers and parameters: 16 KiB for all of them together.',
  },
  ingestRefused: {
    code: 400,
    id: 'ingest-refused',
    message: '{reason}',
    whatToDo: 'Mend what the message names and send it again: nothing is counted twice.',
  },
  ingestFailed: {
    code: 500,
    id: 'ingest-failed',
    message: '{reason}',
    whatToDo: 'See the log of the server for the cause, and send it again: nothing is counted twice.',
  },
  bodyLate: {
    code: 408,
    id: 'body-late',
    message: 'The request body did not arrive within {seconds} s',
    whatToDo: 'Send the whole body at once.',
  },
  shuttingDown: {
    code: 503,
    id: 'shutting-down',
    message: 'The server is shutting down',
    whatToDo: 'Try again; another node, or this one after its restart, will respond.',
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
