import type { AdminKeyRecord, CreatedAdminKey, NewAdminKey } from './admin-keys.ts';
import {
  type AuditEntry,
  type ForgetOptions,
  type ForgetPreview,
  type ForgetReport,
  type IngestBatch,
  type ListPage,
  pageQuery,
  type RollbackReport,
} from './history.ts';
import type { CreatedKey, KeyChanges, KeyRecord, NewKey } from './keys.ts';
import { type Address, answeredLines, brokenOff, dataOf, envelopeIn, request, send, textOf } from './transport.ts';
import { VitrineError } from './vitrine-error.ts';

/** A rejected line. */
export interface Reject {
  /** Line where the record starts, from 1; the row number for Parquet. */
  readonly line: number;
  /** Empty if the whole line is invalid. */
  readonly field: string;
  readonly reason: string;
  /** The value or the line, truncated to 200 characters. */
  readonly value: string;
}

/** Result of an ingest. */
export interface IngestSummary {
  readonly batch: number;
  readonly source: string;
  /** Ingested records by kind. */
  readonly records: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Skipped records of erased creators; absent if there were none. */
  readonly forgotten?: number;
  /** Number of records with an unknown field, by `kind.field`. */
  readonly unknownFields: Readonly<Record<string, number>>;
  /** Unknown names that look misspelled, with the field that was most likely meant; absent if there are none. */
  readonly meantFields?: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly seconds: number;
  readonly recordsPerSecond: number;
  /** Path on the server: all rejects as NDJSON. */
  readonly rejectsFile?: string;
  readonly firstRejects: readonly Reject[];
}

export interface IngestOptions {
  /** Default `ndjson`. */
  readonly format?: 'ndjson' | 'csv' | 'parquet' | undefined;
  readonly gzip?: boolean | undefined;
  /** Kind of all records; required for CSV and Parquet. */
  readonly kind?: string | undefined;
  /** Name of the file in the list of batches, messages and the audit log, without its folder; default `http`. */
  readonly source?: string | undefined;
  /** Ingest nothing if any line is invalid. */
  readonly strict?: boolean | undefined;
}

/** Products and records excluded from a version so that the rest of it can be served. */
export interface Quarantine {
  /** Products that failed a check: they are served as in the previous version, or not at all. */
  readonly products: number;
  /** Records with an out-of-range value that bypassed ingest: the rest of their entity is served. */
  readonly records: number;
  /** The first 100 of both. */
  readonly first: readonly Quarantined[];
}

export interface Quarantined {
  readonly kind: string;
  readonly id: string;
  /** UTC day of the record, `YYYY-MM-DD`; empty for a product. */
  readonly day: string;
  readonly why: string;
  /** `as in version 7`, `not at all` or `without the record`. */
  readonly served: string;
}

/** Result of a publish. */
export interface PublishReport {
  readonly version: number;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Version whose state it continued; 0: none. */
  readonly base: number;
  readonly seconds: number;
  readonly steps: Readonly<Record<string, number>>;
  /** Rows by serving table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows with a capped number, by serving table; tables without any are omitted. */
  readonly saturated: Readonly<Record<string, number>>;
  /** Products whose amounts count as 0 because an exchange rate is missing, by currency. */
  readonly withoutRate: Readonly<Record<string, number>>;
  /** Records in a currency other than their product's, whose amounts are ignored, by their currency. */
  readonly otherCurrency: Readonly<Record<string, number>>;
  readonly quarantine: Quarantine;
  /** Number of interrupted erasures that were completed first; absent if there were none. */
  readonly erasuresFinished?: number;
  /** Why data of earlier versions could not be removed, which the next publish does again; absent: it was. */
  readonly untidied?: string;
}

export interface PublishOptions {
  /** As-of day, `YYYY-MM-DD`; default: the latest UTC day with an observation. */
  readonly asOf?: string | undefined;
  /** Publishes even if the day is outside the observed days or a list loses more than half its rows. */
  readonly force?: boolean | undefined;
  /** Called at the start of each step. */
  readonly onStep?: ((step: string, index: number, count: number) => void) | undefined;
}

export interface DatasetVersion {
  readonly version: number;
  readonly asOf: string;
  readonly status: 'building' | 'ready' | 'failed' | 'dropped';
}

export interface Versions {
  /** Null before the first publish. */
  readonly served: number | null;
  /** Quarantine of the served version; null if unknown. */
  readonly quarantine: Quarantine | null;
  /** Newest first. */
  readonly versions: readonly DatasetVersion[];
}

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

/** 422: every line was rejected, and nothing was ingested. */
export class NothingTakenInError extends VitrineError {
  override readonly name = 'NothingTakenInError';
  readonly summary: IngestSummary;

  constructor(message: string, summary: IngestSummary, requestId: string) {
    super(message, 422, requestId);
    this.summary = summary;
  }
}

/** For changes that may be retried. */
export interface Once {
  /**
   * A new random string for each change, such as a UUID. Retried within a day with the same body, the change is made
   * once.
   */
  readonly idempotencyKey?: string | undefined;
}

/** Operations of the admin API. Every method rejects with a `VitrineError`. */
export interface AdminClient {
  /** @throws NothingTakenInError when every line was rejected. */
  ingest(body: AsyncIterable<Uint8Array>, options?: IngestOptions): Promise<IngestSummary>;
  publish(options?: PublishOptions): Promise<PublishReport>;
  versions(): Promise<Versions>;
  /** Rolls back to an earlier version; default: the previous one. */
  rollBack(version?: number): Promise<RollbackReport>;
  /** Erases a creator permanently with all their videos and lives, and publishes without them. */
  forgetCreator(userId: string, options: ForgetOptions): Promise<ForgetReport>;
  /** Shows who and what would be erased, without changing anything. */
  previewForget(userId: string): Promise<ForgetPreview>;
  /** Ingest batches, newest first. */
  batches(page?: ListPage): Promise<readonly IngestBatch[]>;
  /**
   * Withdraws a batch: the next publish is the same as if it had never been ingested.
   *
   * @param reason for the audit log
   */
  withdrawBatch(batch: number, reason: string): Promise<IngestBatch>;
  /** Restores a withdrawn batch. */
  restoreBatch(batch: number): Promise<IngestBatch>;
  /** The audit log, newest first. */
  audit(page?: ListPage): Promise<readonly AuditEntry[]>;
  createKey(wanted: NewKey, once?: Once): Promise<CreatedKey>;
  listKeys(): Promise<readonly KeyRecord[]>;
  updateKey(id: string, changes: KeyChanges): Promise<KeyRecord>;
  /** Issues a new secret for the key; the old one keeps working for `overlapMs`, by default one day. */
  rotateKey(id: string, overlapMs?: number, once?: Once): Promise<CreatedKey>;
  revokeKey(id: string): Promise<KeyRecord>;
  /** @param expiresAt when unused credits expire, epoch milliseconds; absent: never. */
  grantCredits(id: string, credits: number, expiresAt?: number, once?: Once): Promise<KeyRecord>;
  /** Refunds charged credits. */
  refundCredits(id: string, credits: number, reason: string, once?: Once): Promise<KeyRecord>;
  /** Creates an admin key. Like the next two, it requires the admin token. */
  createAdminKey(wanted: NewAdminKey, once?: Once): Promise<CreatedAdminKey>;
  listAdminKeys(): Promise<readonly AdminKeyRecord[]>;
  revokeAdminKey(id: string): Promise<AdminKeyRecord>;
  /** Usage by period, then key, then endpoint; lags by a few seconds. */
  usage(question?: UsageQuestion): Promise<readonly UsageRow[]>;
}

export type AdminClientOptions = Address;

/** Creates a client for the admin API of a server. */
export function createAdminClient(address: AdminClientOptions): AdminClient {
  const keyPath = (id: string, ...verb: readonly string[]) =>
    ['/admin/v1/keys', encodeURIComponent(id), ...verb].join('/');
  return {
    ingest: (body, options) => ingest(address, body, options),
    publish: (options) => publish(address, options),
    versions: () => request(address, { method: 'GET', path: '/admin/v1/versions' }),
    rollBack: (version) => request(address, { method: 'POST', path: '/admin/v1/versions/rollback', json: { version } }),
    forgetCreator: (userId, { confirm, unknown, onStep }) =>
      inSteps(address, '/admin/v1/forget/creator', { user_id: userId, confirm, unknown }, onStep),
    previewForget: (userId) =>
      request(address, { method: 'POST', path: '/admin/v1/forget/creator/preview', json: { user_id: userId } }),
    batches: (page) => request(address, { method: 'GET', path: `/admin/v1/ingest?${pageQuery(page)}` }),
    withdrawBatch: (batch, reason) =>
      request(address, { method: 'POST', path: `/admin/v1/ingest/${batch}/withdraw`, json: { reason } }),
    restoreBatch: (batch) => request(address, { method: 'POST', path: `/admin/v1/ingest/${batch}/restore` }),
    audit: (page) => request(address, { method: 'GET', path: `/admin/v1/audit?${pageQuery(page)}` }),
    createKey: (wanted, once) =>
      request(address, { method: 'POST', path: '/admin/v1/keys', json: wanted, headers: named(once) }),
    listKeys: () => request(address, { method: 'GET', path: '/admin/v1/keys' }),
    updateKey: (id, changes) => request(address, { method: 'PATCH', path: keyPath(id), json: changes }),
    rotateKey: (id, overlapMs, once) =>
      request(address, { method: 'POST', path: keyPath(id, 'rotate'), json: { overlapMs }, headers: named(once) }),
    revokeKey: (id) => request(address, { method: 'POST', path: keyPath(id, 'revoke') }),
    grantCredits: (id, credits, expiresAt, once) =>
      request(address, {
        method: 'POST',
        path: keyPath(id, 'grant'),
        json: { credits, expiresAt },
        headers: named(once),
      }),
    refundCredits: (id, credits, reason, once) =>
      request(address, {
        method: 'POST',
        path: keyPath(id, 'refund'),
        json: { credits, reason },
        headers: named(once),
      }),
    createAdminKey: (wanted, once) =>
      request(address, { method: 'POST', path: '/admin/v1/admin-keys', json: wanted, headers: named(once) }),
    listAdminKeys: () => request(address, { method: 'GET', path: '/admin/v1/admin-keys' }),
    revokeAdminKey: (id) =>
      request(address, { method: 'POST', path: `/admin/v1/admin-keys/${encodeURIComponent(id)}/revoke` }),
    usage: (question) => request(address, { method: 'GET', path: `/admin/v1/usage?${usageQuery(question)}` }),
  };
}

function named({ idempotencyKey }: Once = {}): Readonly<Record<string, string>> {
  return idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
}

function usageQuery({ from, to, by, keyId, endpoint }: UsageQuestion = {}): string {
  const given = Object.entries({ from, to, by, key_id: keyId, endpoint }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new URLSearchParams(given).toString();
}

async function ingest(
  address: Address,
  body: AsyncIterable<Uint8Array>,
  { format = 'ndjson', gzip = false, kind, source, strict = false }: IngestOptions = {},
): Promise<IngestSummary> {
  const query = new URLSearchParams({ format, strict: strict ? '1' : '0' });
  if (kind !== undefined) query.set('kind', kind);
  if (source !== undefined) query.set('source', source);
  const headers = { 'content-type': 'application/octet-stream', ...(gzip ? { 'content-encoding': 'gzip' } : {}) };
  const response = await send(address, { method: 'POST', path: `/admin/v1/ingest?${query}`, body, headers });
  const envelope = envelopeIn(await textOf(address, response), response.status);
  if (envelope.code === 422 && envelope.data !== null) {
    throw new NothingTakenInError(envelope.message, envelope.data as IngestSummary, envelope.requestId);
  }
  return dataOf(envelope);
}

function publish(address: Address, { asOf, force, onStep }: PublishOptions = {}): Promise<PublishReport> {
  return inSteps(address, '/admin/v1/publish', { as_of: asOf, force }, onStep);
}

/** The answer is told line by line, so that it may take longer than any client waits for a first byte. */
async function inSteps<Report>(
  address: Address,
  path: string,
  json: object,
  onStep: PublishOptions['onStep'],
): Promise<Report> {
  const headers = { accept: 'application/x-ndjson' };
  const response = await send(address, { method: 'POST', path, json, headers });
  if (!response.ok || response.body === null)
    return dataOf(envelopeIn(await textOf(address, response), response.status));
  for await (const line of answeredLines(address, response.body)) {
    const told = JSON.parse(line) as { step?: string; index?: number; count?: number };
    if (told.step === undefined) return dataOf(envelopeIn(line, response.status));
    onStep?.(told.step, told.index ?? 0, told.count ?? 0);
  }
  throw brokenOff(address);
}
