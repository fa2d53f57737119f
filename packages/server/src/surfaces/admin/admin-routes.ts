import type { IngestDependencies } from '../../ingest/ingest.ts';
import type { HttpExtension } from '../http/server.ts';
import { ingestRoute } from './ingest-route.ts';
import { type KeyRouteParts, keyRoutes } from './key-routes.ts';
import { type PublishRouteParts, publishRoute } from './publish-route.ts';
import { type UsageRouteParts, usageRoute } from './usage-route.ts';
import { type VersionRouteParts, versionRoutes } from './version-routes.ts';

export interface AdminParts extends KeyRouteParts, VersionRouteParts, PublishRouteParts, UsageRouteParts {
  readonly ingestion: IngestDependencies;
}

/** What the operator does over HTTP, under `/admin/v1`, with the admin token as bearer token. */
export function adminRoutes(parts: AdminParts): readonly HttpExtension[] {
  const { adminToken, attempts, ingestion } = parts;
  const ingest = ingestRoute({ adminToken, attempts, ...ingestion });
  return [ingest, publishRoute(parts), versionRoutes(parts), keyRoutes(parts), usageRoute(parts)];
}
