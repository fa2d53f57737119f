import type { AdminKeyRecord, CreatedAdminKey, NewAdminKey } from './admin-keys.ts';
import { type ExplainQuestion, type Explanation, explainQuery } from './explain.ts';
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
import { type IngestOptions, type IngestSummary, ingest } from './ingest.ts';
import type { CreatedKey, KeyChanges, KeyRecord, NewKey } from './keys.ts';
import { inSteps, type PublishOptions, type PublishReport, publish, type Versions } from './publish.ts';
import type { LoginLink, SessionRecord } from './sessions.ts';
import { type SqlFormat, type SqlRows, sqlFile } from './sql.ts';
import { type Address, request } from './transport.ts';
import { type UsageQuestion, type UsageRow, usageQuery } from './usage.ts';

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
  /** Creates a link that logs in to the web console as the holder of the token, or of an admin key with the scope `view`. */
  createLoginLink(): Promise<LoginLink>;
  /** Sessions of the web console, newest first. Like the next one, it requires the admin token. */
  listSessions(): Promise<readonly SessionRecord[]>;
  endSession(id: string): Promise<SessionRecord>;
  /** Usage by period, then key, then endpoint; lags by a few seconds. */
  usage(question?: UsageQuestion): Promise<readonly UsageRow[]>;
  /** The rows of one SELECT over the documented views of the served version. */
  sql(statement: string): Promise<SqlRows>;
  /** The same as a file. */
  sqlFile(statement: string, format: SqlFormat): Promise<Uint8Array>;
  /** Where a served number comes from: its rule, its parts, and the observations behind it. */
  explain(question: ExplainQuestion): Promise<Explanation>;
}

export type AdminClientOptions = Address;

/** Creates a client for the admin API of a server. */
export function createAdminClient(address: AdminClientOptions): AdminClient {
  return {
    ...datasetMethods(address),
    ...historyMethods(address),
    ...keyMethods(address),
    ...adminKeyMethods(address),
    ...sessionMethods(address),
  };
}

type DatasetMethods = Pick<
  AdminClient,
  'ingest' | 'publish' | 'versions' | 'rollBack' | 'usage' | 'sql' | 'sqlFile' | 'explain'
>;

function datasetMethods(address: Address): DatasetMethods {
  return {
    ingest: (body, options) => ingest(address, body, options),
    publish: (options) => publish(address, options),
    versions: () => request(address, { method: 'GET', path: '/admin/v1/versions' }),
    rollBack: (version) => request(address, { method: 'POST', path: '/admin/v1/versions/rollback', json: { version } }),
    usage: (question) => request(address, { method: 'GET', path: `/admin/v1/usage?${usageQuery(question)}` }),
    sql: (sql) => request(address, { method: 'POST', path: '/admin/v1/sql', json: { sql } }),
    sqlFile: (sql, format) => sqlFile(address, sql, format),
    explain: (question) => request(address, { method: 'GET', path: `/admin/v1/explain?${explainQuery(question)}` }),
  };
}

type HistoryMethods = Pick<
  AdminClient,
  'forgetCreator' | 'previewForget' | 'batches' | 'withdrawBatch' | 'restoreBatch' | 'audit'
>;

function historyMethods(address: Address): HistoryMethods {
  return {
    forgetCreator: (userId, { confirm, unknown, onStep }) =>
      inSteps(address, '/admin/v1/forget/creator', { user_id: userId, confirm, unknown }, onStep),
    previewForget: (userId) =>
      request(address, { method: 'POST', path: '/admin/v1/forget/creator/preview', json: { user_id: userId } }),
    batches: (page) => request(address, { method: 'GET', path: `/admin/v1/ingest?${pageQuery(page)}` }),
    withdrawBatch: (batch, reason) =>
      request(address, { method: 'POST', path: `/admin/v1/ingest/${batch}/withdraw`, json: { reason } }),
    restoreBatch: (batch) => request(address, { method: 'POST', path: `/admin/v1/ingest/${batch}/restore` }),
    audit: (page) => request(address, { method: 'GET', path: `/admin/v1/audit?${pageQuery(page)}` }),
  };
}

type KeyMethods = Pick<
  AdminClient,
  'createKey' | 'listKeys' | 'updateKey' | 'rotateKey' | 'revokeKey' | 'grantCredits' | 'refundCredits'
>;

function keyMethods(address: Address): KeyMethods {
  const pathOf = (id: string) => `/admin/v1/keys/${encodeURIComponent(id)}`;
  const post = <Result>(path: string, json?: object, once?: Once) =>
    request<Result>(address, { method: 'POST', path, json, headers: named(once) });
  return {
    createKey: (wanted, once) => post('/admin/v1/keys', wanted, once),
    listKeys: () => request(address, { method: 'GET', path: '/admin/v1/keys' }),
    updateKey: (id, changes) => request(address, { method: 'PATCH', path: pathOf(id), json: changes }),
    rotateKey: (id, overlapMs, once) => post(`${pathOf(id)}/rotate`, { overlapMs }, once),
    revokeKey: (id) => post(`${pathOf(id)}/revoke`),
    grantCredits: (id, credits, expiresAt, once) => post(`${pathOf(id)}/grant`, { credits, expiresAt }, once),
    refundCredits: (id, credits, reason, once) => post(`${pathOf(id)}/refund`, { credits, reason }, once),
  };
}

type AdminKeyMethods = Pick<AdminClient, 'createAdminKey' | 'listAdminKeys' | 'revokeAdminKey'>;

function adminKeyMethods(address: Address): AdminKeyMethods {
  return {
    createAdminKey: (wanted, once) =>
      request(address, { method: 'POST', path: '/admin/v1/admin-keys', json: wanted, headers: named(once) }),
    listAdminKeys: () => request(address, { method: 'GET', path: '/admin/v1/admin-keys' }),
    revokeAdminKey: (id) =>
      request(address, { method: 'POST', path: `/admin/v1/admin-keys/${encodeURIComponent(id)}/revoke` }),
  };
}

type SessionMethods = Pick<AdminClient, 'createLoginLink' | 'listSessions' | 'endSession'>;

function sessionMethods(address: Address): SessionMethods {
  return {
    createLoginLink: () => request(address, { method: 'POST', path: '/admin/v1/login-links' }),
    listSessions: () => request(address, { method: 'GET', path: '/admin/v1/sessions' }),
    endSession: (id) => request(address, { method: 'POST', path: `/admin/v1/sessions/${encodeURIComponent(id)}/end` }),
  };
}

function named({ idempotencyKey }: Once = {}): Readonly<Record<string, string>> {
  return idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
}
