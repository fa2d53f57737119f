/** What a server says once it serves. */
export interface Served {
  readonly url: string;
  /** What requests to it must carry. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A server that can be stopped. */
export interface Stoppable extends Served {
  stop(): Promise<void>;
}
