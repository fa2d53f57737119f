import type { IngestDependencies } from '../../ingest/ingest.ts';
import { uploadRoute } from '../admin/ingest-route.ts';
import { type PublishingParts, publishingRoute } from '../admin/publish-route.ts';
import type { HttpExtension } from '../http/server.ts';
import { consolePath } from './console-path.ts';
import { requireSession, type SessionHookParts } from './session-hook.ts';

export interface OperatingParts extends PublishingParts {
  readonly ingestion: IngestDependencies;
}

/**
 * What the console changes, for sessions with the scope `operate`: `POST /console/v1/ingest` and `POST
 * /console/v1/publish` are what they are below `/admin/v1`.
 */
export function operateRoutes(parts: OperatingParts & SessionHookParts): readonly HttpExtension[] {
  const onRequest = requireSession(parts, 'operate');
  return [
    uploadRoute(parts.ingestion, { url: consolePath('/v1/ingest'), onRequest }),
    publishingRoute(parts, { url: consolePath('/v1/publish'), onRequest }),
  ];
}
