export interface UsageQuestion {
  /** First and last UTC day, `YYYY-MM-DD`; default: the last 30 days, or the last day by hour. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Default `day`. */
  readonly by?: 'day' | 'hour' | undefined;
  readonly keyId?: string | undefined;
  readonly endpoint?: string | undefined;
}

/** Usage of one endpoint by one key in one hour or day. */
export interface UsageRow {
  /** Its start, such as `2026-11-21T13:00:00Z`. */
  readonly period: string;
  /** Empty for requests without a known key. */
  readonly keyId: string;
  /** `unknown` for unknown paths. */
  readonly endpoint: string;
  readonly requests: number;
  readonly credits: number;
  /** Requests by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly bytes: number;
  readonly latencyMicrosMean: number;
  /** Estimated, like the next two. */
  readonly latencyMicrosP50: number;
  readonly latencyMicrosP95: number;
  readonly latencyMicrosP99: number;
  readonly latencyMicrosMax: number;
}

/** The query string of a question; what is absent is not in it. */
export function usageQuery({ from, to, by, keyId, endpoint }: UsageQuestion = {}): string {
  const given = Object.entries({ from, to, by, key_id: keyId, endpoint }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new URLSearchParams(given).toString();
}
