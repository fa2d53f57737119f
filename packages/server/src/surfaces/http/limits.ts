/** What a caller may take of the server, whoever it is. */
export interface HttpLimits {
  /** Requests under way at a time, waiting ones included; further ones are told to come back (503). */
  readonly requestsMax: number;
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
  connectionsMax: 20_000,
  headersMsMax: 20_000,
  bodyMsMax: 30_000,
  silenceMsMax: 60_000,
};
