import type { Engine } from '../engine/engine.ts';
import { readSqlFile } from '../sql-files.ts';

/** Length of the periods of a report. */
export const usageGrains = ['day', 'hour'] as const;

export type UsageGrain = (typeof usageGrains)[number];

/** What is asked about the use of the server. */
export interface UsageQuestion {
  /** First and last UTC day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly by: UsageGrain;
  /** Undefined: all, as the next one. */
  readonly keyId?: string | undefined;
  readonly endpoint?: string | undefined;
}

/** What one key did with one endpoint in one hour or day. */
export interface UsageRow {
  /** Its start, such as `2026-11-21T13:00:00Z`. */
  readonly period: string;
  /** Empty for requests without a key that is known. */
  readonly keyId: string;
  readonly endpoint: string;
  readonly requests: number;
  readonly credits: number;
  /** Requests by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly bytes: number;
  readonly latencyMicrosMean: number;
  /** Estimates, within a few per cent. */
  readonly latencyMicrosP50: number;
  readonly latencyMicrosP95: number;
  readonly latencyMicrosP99: number;
  readonly latencyMicrosMax: number;
}

interface SqlRow {
  readonly period: string;
  readonly key_id: string;
  readonly endpoint: string;
  readonly requests: string;
  readonly credits: string;
  readonly statuses: readonly [names: readonly string[], requests: readonly string[]];
  readonly rows: string;
  readonly bytes: string;
  readonly latency_us_mean: number;
  readonly latency_us_quantiles: readonly [number, number, number];
  readonly latency_us_max: string;
}

/** A report that takes longer is given up; `report.sql` says so to the engine. */
export const reportSecondsMax = 10;

const [reportSql = ''] = readSqlFile(new URL('./report.sql', import.meta.url)).statements;

/** The use of the server, by period, then key, then endpoint. @param rowsMax no more than these. @throws EngineError */
export async function readUsage(
  engine: Engine,
  { from, to, by, keyId = '', endpoint = '' }: UsageQuestion,
  rowsMax: number,
): Promise<readonly UsageRow[]> {
  const parameters = { from, to, grain: by, key_id: keyId, endpoint, rows_max: rowsMax };
  return (await engine.rows<SqlRow>(reportSql, parameters)).map(usageRow);
}

function usageRow(row: SqlRow): UsageRow {
  const [p50, p95, p99] = row.latency_us_quantiles.map(Math.round);
  const [statuses, requests] = row.statuses;
  return {
    period: row.period,
    keyId: row.key_id,
    endpoint: row.endpoint,
    requests: Number(row.requests),
    credits: Number(row.credits),
    statuses: Object.fromEntries(statuses.map((status, i) => [status, Number(requests[i])])),
    rows: Number(row.rows),
    bytes: Number(row.bytes),
    latencyMicrosMean: Math.round(row.latency_us_mean),
    latencyMicrosP50: p50 ?? 0,
    latencyMicrosP95: p95 ?? 0,
    latencyMicrosP99: p99 ?? 0,
    latencyMicrosMax: Number(row.latency_us_max),
  };
}
