/** What a caller may take of the server, whoever it is. */
export interface HttpLimits {
  /** Requests of callers under way at a time, waiting ones included; further ones are told to come back (503). */
  readonly requestsMax: number;
  /** The same for requests without a key. */
  readonly keylessRequestsMax: number;
  /** Requests of one key under way at a time; further ones are told to come back (429). */
  readonly keyRequestsMax: number;
  /** Requests under way on one connection; further ones are told to come back (429). */
  readonly connectionRequestsMax: number;
  /** Open connections; further ones are closed at once. */
  readonly connectionsMax: number;
  /** Request line and headers must be here by then. */
  readonly headersMsMax: number;
  /** And the body by then, except of uploads. */
  readonly bodyMsMax: number;
  /** A connection on which nothing moves is cut. */
  readonly silenceMsMax: number;
}

export const defaultHttpLimits: HttpLimits = {
  requestsMax: 1_000,
  keylessRequestsMax: 500,
  keyRequestsMax: 100,
  connectionRequestsMax: 32,
  connectionsMax: 20_000,
  headersMsMax: 20_000,
  bodyMsMax: 30_000,
  silenceMsMax: 60_000,
};
