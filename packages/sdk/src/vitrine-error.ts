export interface VitrineErrorOptions extends ErrorOptions {
  readonly id?: string | undefined;
  readonly docUrl?: string | undefined;
}

/** What a server answered instead of what was asked for, or why it could not be reached. */
export class VitrineError extends Error {
  override readonly name: string = 'VitrineError';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** For the operator to find the cause in the log by. */
  readonly requestId: string | undefined;
  /** Name of the error, stable across releases, such as `credits-spent`; undefined when no server said it. */
  readonly id: string | undefined;
  /** The page about it: a path on the server, such as `/docs/errors/credits-spent`. */
  readonly docUrl: string | undefined;

  constructor(message: string, status: number, requestId?: string, options?: VitrineErrorOptions) {
    super(message, options);
    this.status = status;
    this.requestId = requestId;
    this.id = options?.id;
    this.docUrl = options?.docUrl;
  }
}

/** 400: a parameter is wrong, and the message says which. */
export class BadRequestError extends VitrineError {
  override readonly name = 'BadRequestError';
}

/** 401: there is no key, or not one that works. */
export class KeyError extends VitrineError {
  override readonly name = 'KeyError';
}

/** 402: the key has no credits left. */
export class CreditsSpentError extends VitrineError {
  override readonly name = 'CreditsSpentError';
}

/** 403: the key may not call this endpoint. */
export class ScopeError extends VitrineError {
  override readonly name = 'ScopeError';
}

/** 429: too many calls, also after the retries. */
export class RateLimitError extends VitrineError {
  override readonly name = 'RateLimitError';
}

/** 5xx, also after the retries. */
export class ServerError extends VitrineError {
  override readonly name = 'ServerError';
}

/** No answer came: nobody listens, the connection broke, or the time was up. */
export class ConnectionError extends VitrineError {
  override readonly name = 'ConnectionError';
}

const classes: Readonly<Record<number, typeof VitrineError>> = {
  0: ConnectionError,
  400: BadRequestError,
  401: KeyError,
  402: CreditsSpentError,
  403: ScopeError,
  429: RateLimitError,
};

/** The error of a status, of its own class where there is one. */
export function errorOf(
  message: string,
  status: number,
  requestId?: string,
  options?: VitrineErrorOptions,
): VitrineError {
  const ErrorClass = classes[status] ?? (status >= 500 ? ServerError : VitrineError);
  return new ErrorClass(message, status, requestId, options);
}
