/** What is kept of one request; never the key itself. */
export interface UsageRecord {
  /** When its answer was done, epoch milliseconds. */
  readonly at: number;
  /** Public id of the key; empty when no known key was presented. */
  readonly keyId: string;
  /** Endpoint id; `unknown` for a path that nothing answers. */
  readonly endpoint: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /** Credits that were charged. */
  readonly credits: number;
  readonly latencyMicros: number;
  /** Rows of the page. */
  readonly rows: number;
  /** Bytes of the body. */
  readonly bytes: number;
  /** What was answered from; 0: nothing was read. */
  readonly datasetVersion: number;
}

/** Takes note of requests. */
export interface UsageLog {
  /** Returns at once: the work is done later. */
  record(record: UsageRecord): void;
}

/** Records as lines of JSON, named as the columns of `usage_record`. */
export function usageLines(records: readonly UsageRecord[]): Buffer {
  return Buffer.from(records.map(lineOf).join(''));
}

/** The engine takes a whole number for milliseconds; a date as text would take longer to write than the rest. */
function lineOf(record: UsageRecord): string {
  const row = {
    at: record.at,
    key_id: record.keyId,
    endpoint: record.endpoint,
    status: record.status,
    credits: record.credits,
    latency_us: record.latencyMicros,
    rows: record.rows,
    bytes: record.bytes,
    dataset_version: record.datasetVersion,
  };
  return `${JSON.stringify(row)}\n`;
}
