import type { IdempotentRequests } from '../../access/idempotency/idempotent-requests.ts';
import type { IngestDependencies } from '../../ingest/ingest.ts';
import type { HttpExtension } from '../http/server.ts';
import { confirmOperators } from './admin-hook.ts';
import { type AdminKeyRouteParts, adminKeyRoutes } from './admin-key-routes.ts';
import { recordChanges } from './audit-hook.ts';
import { type AuditRouteParts, auditRoute } from './audit-route.ts';
import { type BatchesRouteParts, batchesRoute } from './batches-route.ts';
import { type ErasureRouteParts, erasureRoute } from './erasure-route.ts';
import { type ExplainRouteParts, explainRoute } from './explain-route.ts';
import { repeatOnce } from './idempotency-hook.ts';
import { ingestRoute } from './ingest-route.ts';
import { type KeyRouteParts, keyRoutes } from './key-routes.ts';
import { type LoginLinkRouteParts, loginLinkRoute } from './login-link-route.ts';
import { type PublishRouteParts, publishRoute } from './publish-route.ts';
import { type SessionAdminRouteParts, sessionAdminRoutes } from './session-admin-routes.ts';
import { type SqlRouteParts, sqlRoute } from './sql-route.ts';
import { type UsageRouteParts, usageRoute } from './usage-route.ts';
import { type VersionRouteParts, versionRoutes } from './version-routes.ts';

export interface AdminParts
  extends KeyRouteParts,
    AdminKeyRouteParts,
    SessionAdminRouteParts,
    LoginLinkRouteParts,
    VersionRouteParts,
    PublishRouteParts,
    UsageRouteParts,
    SqlRouteParts,
    ExplainRouteParts,
    AuditRouteParts,
    ErasureRouteParts,
    Omit<BatchesRouteParts, 'batches'> {
  readonly ingestion: IngestDependencies;
  readonly repeatable: IdempotentRequests;
}

/**
 * What the operator does over HTTP, under `/admin/v1`, with the admin token, or an admin key, as bearer token. Every
 * change is recorded.
 */
export function adminRoutes(parts: AdminParts): readonly HttpExtension[] {
  const { adminGate, ingestion, audit } = parts;
  const routes = [
    ingestRoute({ adminGate, ...ingestion }),
    batchesRoute({ ...parts, batches: ingestion.batches }),
    publishRoute(parts),
    versionRoutes(parts),
    keyRoutes(parts),
    adminKeyRoutes(parts),
    sessionAdminRoutes(parts),
    loginLinkRoute(parts),
    usageRoute(parts),
    sqlRoute(parts),
    explainRoute(parts),
    auditRoute(parts),
    erasureRoute(parts),
  ];
  return routes.map((route) => (server) => {
    confirmOperators(server);
    repeatOnce(server, parts.repeatable);
    recordChanges(server, audit);
    return route(server);
  });
}
