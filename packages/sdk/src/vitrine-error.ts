/** What a server answered instead of what was asked for, or why it could not be reached. */
export class VitrineError extends Error {
  override readonly name = 'VitrineError';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** For the operator to find the cause in the log by. */
  readonly requestId: string | undefined;

  constructor(message: string, status: number, requestId?: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.requestId = requestId;
  }
}
