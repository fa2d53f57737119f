import { fastify } from 'fastify';
import type { UsageLog } from '../../access/usage/usage-record.ts';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { AnswerParts } from '../answer.ts';
import { refuseUnknownPaths } from './allowed-methods.ts';
import { withoutBasePath } from './base-path.ts';
import { shedOverload } from './budgets.ts';
import { addCatalogueRoutes } from './catalogue-routes.ts';
import { compressResponses } from './compression.ts';
import { allowOrigins } from './cors.ts';
import { handleErrors } from './error-handling.ts';
import { Exchanges } from './exchanges.ts';
import { boundJsonBodies } from './json-bodies.ts';
import { defaultHttpLimits, type HttpLimits } from './limits.ts';
import { refuseMalformedRequests } from './malformed-requests.ts';
import { observeRequests } from './observation.ts';
import { addOperationRoutes } from './operation-routes.ts';
import { addSecurityHeaders } from './security-headers.ts';
import type { HttpExtension, HttpServer } from './server.ts';
import { serverOptions } from './server-options.ts';
import { closeGently } from './shutdown.ts';
import { limitConnections, limitKeys } from './simultaneous.ts';
import { limitBodyTime } from './slow-bodies.ts';
import { warnOfUntrustedProxy } from './untrusted-proxy.ts';
import { recordUsage } from './usage-hook.ts';

export interface HttpParts extends AnswerParts {
  readonly catalogue: readonly Endpoint[];
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly usage: UsageLog;
  /** Who answers for each list, by endpoint id. */
  readonly readers?: () => Readonly<Record<string, string>>;
  /** Proxies that are believed about where a call comes from; default: none. */
  readonly trustProxy?: readonly string[];
  readonly limits?: Partial<HttpLimits>;
  /** Who reads the metrics presents it; default: nobody has to. */
  readonly metricsToken?: string | undefined;
  /** Origins whose pages may call; default: none but the server's own. */
  readonly corsOrigins?: readonly string[];
  /** Path under which callers reach the server, such as `/vitrine`; default: none. */
  readonly basePath?: string;
  /** Version of the product, for the OpenAPI document. */
  readonly productVersion: string;
  /** Routes of other surfaces. */
  readonly extensions?: readonly HttpExtension[];
}

/**
 * Builds the HTTP server: the catalogue's endpoints, `/openapi.json`, `/healthz`, `/readyz`, `/metrics`, and what the
 * extensions add. It does not listen yet; closing it leaves the parts open, they are not its own.
 */
export async function buildHttp(parts: HttpParts): Promise<HttpServer> {
  const limits = { ...defaultHttpLimits, ...parts.limits };
  const exchanges = new Exchanges();
  const { basePath = '' } = parts;
  const server: HttpServer = fastify({
    ...serverOptions(parts.logger, parts.trustProxy, limits, exchanges),
    ...withoutBasePath(basePath),
  });
  server.decorate('basePath', basePath);
  exchanges.follow(server);
  server.server.maxConnections = limits.connectionsMax;
  handleErrors(server);
  addSecurityHeaders(server);
  compressResponses(server);
  warnOfUntrustedProxy(server);
  observeRequests(server, parts.metrics);
  recordUsage(server, parts.usage);
  closeGently(server);
  limitConnections(server, limits.connectionRequestsMax);
  limitKeys(server, limits.keyRequestsMax);
  parts.metrics.watchRequests(shedOverload(server, limits));
  boundJsonBodies(server);
  limitBodyTime(server, limits.bodyMsMax);
  allowOrigins(server, parts.corsOrigins ?? []);
  refuseUnknownPaths(server);
  refuseMalformedRequests(server);
  addCatalogueRoutes(server, parts);
  addOperationRoutes(server, parts);
  for (const extend of parts.extensions ?? []) server.register(async (scope) => extend(scope));
  await server.ready();
  return server;
}
