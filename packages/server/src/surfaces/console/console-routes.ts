import type { AuditLog } from '../../access/audit/audit-log.ts';
import { confirmOperators } from '../admin/admin-hook.ts';
import { recordChanges } from '../admin/audit-hook.ts';
import { type ExportRowParts, exportRoutes } from '../export/export-routes.ts';
import type { HttpExtension } from '../http/server.ts';
import type { ImageStore } from '../media/image-store.ts';
import { catalogueRoute } from './catalogue-route.ts';
import { consolePath } from './console-path.ts';
import { type DatasetRouteParts, datasetRoute } from './dataset-route.ts';
import { type DistributionParts, distributionRoutes } from './distribution-routes.ts';
import { type ConsoleExplainParts, consoleExplainRoute } from './explain-route.ts';
import { imageRoute } from './image-route.ts';
import { openGate } from './open-gate.ts';
import { type OperatingParts, operateRoutes } from './operate-routes.ts';
import { type PageParts, pageRoutes } from './page-routes.ts';
import { type RowRouteParts, rowRoutes } from './row-routes.ts';
import { requireSession } from './session-hook.ts';
import { loginRoute, type SessionRouteParts, sessionRoutes } from './session-routes.ts';
import { sourceRoute } from './source-route.ts';

export interface ConsoleParts extends SessionRouteParts {
  readonly audit: AuditLog;
  /** Absent where its files were not built. */
  readonly pages?: PageParts;
  /** What there is to look at; absent: nothing but who is logged in. */
  readonly reading?: ReadingParts;
  /** What there is to change; absent: nothing. */
  readonly operating?: OperatingParts;
}

export interface ReadingParts
  extends RowRouteParts,
    DistributionParts,
    DatasetRouteParts,
    ExportRowParts,
    ConsoleExplainParts {
  /** Absent where images are switched off. */
  readonly images?: Pick<ImageStore, 'image'>;
}

/**
 * The web console: its pages, and what they ask under `/console/v1` with the cookie of a session. Every change is
 * recorded. What the console reads is a line of `readingRoutes`.
 */
export function consoleRoutes(parts: ConsoleParts): readonly HttpExtension[] {
  const { audit, operating, pages, reading } = parts;
  const read = reading === undefined ? [] : readingRoutes(reading);
  const changes = operating === undefined ? [] : operateRoutes({ ...parts, ...operating });
  const routes = [sessionRoutes(parts), ...read.map((route) => forViewers(parts, route)), ...changes];
  const recorded = routes.map(
    (route): HttpExtension =>
      (server) => {
        confirmOperators(server);
        recordChanges(server, audit);
        return route(server);
      },
  );
  return [...(pages === undefined ? [] : [pageRoutes(pages)]), loginRoute(parts), ...recorded];
}

function readingRoutes(parts: ReadingParts): readonly HttpExtension[] {
  const { catalogue, images } = parts;
  return [
    rowRoutes(parts),
    catalogueRoute(catalogue),
    datasetRoute(parts),
    distributionRoutes(parts),
    consoleExplainRoute(parts),
    sourceRoute,
    exportRoutes({ ...parts, gate: openGate, routeOf: (_endpoint, path) => ({ url: consolePath(path) }) }),
    ...(images === undefined ? [] : [imageRoute(images)]),
  ];
}

/** Routes that only who is logged in may read. */
function forViewers(parts: SessionRouteParts, routes: HttpExtension): HttpExtension {
  return (server) => {
    server.addHook('onRequest', requireSession(parts, 'view'));
    return routes(server);
  };
}
