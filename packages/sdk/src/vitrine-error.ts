export interface VitrineErrorOptions extends ErrorOptions {
  readonly id?: string | undefined;
  readonly docUrl?: string | undefined;
}

/** An error response of the server, or the reason why it could not be reached. */
export class VitrineError extends Error {
  override readonly name: string = 'VitrineError';
  /** HTTP status; 0 if there was no response. */
  readonly status: number;
  /** Identifies the request in the server log. */
  readonly requestId: string | undefined;
  /** Stable identifier of the error, such as `credits-spent`; undefined if it is not from the server. */
  readonly id: string | undefined;
  /** Documentation of the error: a path on the server, such as `/docs/errors/credits-spent`. */
  readonly docUrl: string | undefined;

  constructor(message: string, status: number, requestId?: string, options?: VitrineErrorOptions) {
    super(message, options);
    this.status = status;
    this.requestId = requestId;
    this.id = options?.id;
    this.docUrl = options?.docUrl;
  }
}

/** 400: a parameter is invalid; the message says which. */
export class BadRequestError extends VitrineError {
  override readonly name = 'BadRequestError';
}

/** 401: the key is missing or invalid. */
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

/** 429: too many calls, even after retries. */
export class RateLimitError extends VitrineError {
  override readonly name = 'RateLimitError';
}

/** 5xx, even after retries. */
export class ServerError extends VitrineError {
  override readonly name = 'ServerError';
}

/** No response: nothing is listening, the connection was lost, or the request timed out. */
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
