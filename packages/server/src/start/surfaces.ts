import { IdempotentRequests } from '../access/idempotency/idempotent-requests.ts';
import { exported, lists } from '../catalogue/catalogue.ts';
import type { Endpoint } from '../catalogue/endpoint.ts';
import { accountRoutes } from '../surfaces/account/account-routes.ts';
import { adminRoutes } from '../surfaces/admin/admin-routes.ts';
import { consoleRoutes } from '../surfaces/console/console-routes.ts';
import { docsRoutes } from '../surfaces/docs/docs-routes.ts';
import { exportRoutes } from '../surfaces/export/export-routes.ts';
import type { HttpExtension } from '../surfaces/http/server.ts';
import { mcpRoutes } from '../surfaces/mcp/mcp-routes.ts';
import type { McpParts } from '../surfaces/mcp/mcp-server.ts';
import { docsResources, openApiResource } from '../surfaces/mcp/resources.ts';
import { consoleDirectory } from './console-directory.ts';
import { productVersion } from './product-version.ts';
import { withRealExamples } from './real-examples.ts';
import type { ServerParts } from './server-parts.ts';
import type { Vitrine } from './vitrine.ts';

/**
 * What is served besides the endpoints of the catalogue. A new surface is a line here.
 *
 * @param realExamples whether the docs show rows of the data.
 */
export function surfaces(vitrine: Vitrine, parts: ServerParts, realExamples: boolean): readonly HttpExtension[] {
  const { credits, gate, lookupsAndMedia, operatorAccess, reader, rows, series } = parts;
  const { dataset, usage } = vitrine;
  const { catalogue, lookups } = lookupsAndMedia;
  const withExamples = () => withRealExamples(catalogue, { reader: rows, lookups, dataset });
  return [
    ...adminRoutes({
      ...vitrine,
      ...operatorAccess,
      repeatable: new IdempotentRequests(vitrine.accounts, vitrine.clock),
    }),
    ...consoleSurface(vitrine, parts),
    accountRoutes({ gate, credits, usage }),
    mcpRoutes({ gate, reader: rows, dataset, lookups, ...mcpParts(catalogue) }),
    ...lookupsAndMedia.mediaRoutes,
    exportRoutes({ gate, reader, series, dataset, exported, count: lookupsAndMedia.count }),
    docsRoutes({
      catalogue,
      productVersion: productVersion(),
      dataset,
      hasFront: consoleDirectory() === undefined,
      ...(realExamples && { withExamples }),
    }),
  ];
}

/** The web console; without pages where its files were not built. */
function consoleSurface(vitrine: Vitrine, parts: ServerParts): readonly HttpExtension[] {
  const { lookupsAndMedia, operatorAccess, rows, series } = parts;
  const { dataset, explainer, ingestion, publish } = vitrine;
  const directory = consoleDirectory();
  return consoleRoutes({
    ...vitrine,
    ...operatorAccess,
    operating: { ingestion, publish },
    reading: { ...lookupsAndMedia, dataset, explainer, reader: rows, series, lists, exported },
    ...(directory !== undefined && { pages: { directory } }),
  });
}

/** What the Model Context Protocol is told, over HTTP and on standard input alike. */
export function mcpParts(catalogue: readonly Endpoint[]): McpParts {
  return {
    catalogue,
    resources: [openApiResource(catalogue, productVersion()), ...docsResources(catalogue)],
    productVersion: productVersion(),
  };
}
