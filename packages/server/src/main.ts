import { catalogue, lists } from './catalogue/catalogue.ts';
import type { Config } from './config.ts';
import { createLogger } from './kernel/logger.ts';
import { createMetrics } from './kernel/metrics.ts';
import { Opened } from './start/closing.ts';
import { listen, urlOf } from './start/listen.ts';
import { productVersion } from './start/product-version.ts';
import { removeServerFile, writeServerFile } from './start/server-file.ts';
import { openServerParts, type ServerParts } from './start/server-parts.ts';
import { startFailure } from './start/start-failure.ts';
import { mcpParts, surfaces } from './start/surfaces.ts';
import { openVitrine, type Vitrine } from './start/vitrine.ts';
import { buildHttp } from './surfaces/http/build-http.ts';
import type { HttpServer } from './surfaces/http/server.ts';
import type { CallEndpoint } from './surfaces/mcp/mcp-server.ts';
import { serveStdio } from './surfaces/mcp/stdio.ts';
import { systemConnector } from './surfaces/media/origin/connector.ts';
import type { Network } from './surfaces/media/origin/pinned-request.ts';
import { systemResolver } from './surfaces/media/origin/resolver.ts';

export { recorded } from './access/audit/audit-log.ts';
export type { KeyStore } from './access/keys.ts';
export { type Config, ConfigError, readConfig } from './config.ts';
export type { IngestInput } from './ingest/ingest.ts';
export { formatOf, type IngestFormat, ingestFormats, isGzipName } from './ingest/sources/format.ts';
export type { IngestProgress, IngestSummary } from './ingest/summary.ts';
export { type Finding, inspect } from './start/inspection.ts';
export { productVersion } from './start/product-version.ts';
export { sampleQuestion } from './start/sample-question.ts';
export { type FoundServer, findServer } from './start/server-file.ts';
export { stopOnSignals } from './start/signals.ts';
export { openVitrine, type Vitrine } from './start/vitrine.ts';
export type { PublishReport, PublishRequest } from './warehouse/publish/publish.ts';
export type { VersionStore } from './warehouse/versions.ts';

/** A server that listens. */
export interface VitrineServer {
  /** Where it is reached from this machine. */
  readonly url: string;
  /** Finishes the requests under way, then closes everything. */
  stop(): Promise<void>;
}

/** Opens the data directory and serves it. @throws StartError */
export async function startServer(config: Config): Promise<VitrineServer> {
  return serve(await openVitrine(config));
}

const systemNetwork: Network = { resolve: systemResolver, connect: systemConnector };

export interface ServeOptions {
  /** Where images are fetched from; default: the network. */
  readonly network?: Network | undefined;
  /** The docs show rows of the served data to everybody, so that their calls answer; default: they show made-up ones. */
  readonly realExamples?: boolean;
}

/** Serves an open data directory, and closes it when it stops or cannot start. @throws StartError */
export async function serve(vitrine: Vitrine, options: ServeOptions = {}): Promise<VitrineServer> {
  const { network = systemNetwork, realExamples = false } = options;
  const { config, dataset, paths } = vitrine;
  const logger = createLogger({ level: config.logLevel });
  const opened = new Opened();
  opened.add(vitrine);
  try {
    const parts = await openServerParts(vitrine, opened, logger, network);
    const http = await buildServer(vitrine, parts, realExamples);
    opened.add({ close: () => http.close() });
    // First: a call that publishes is under way until what it published is served.
    opened.add({ close: async () => parts.reader.stopBuilding() });
    await listen(http, config);
    const url = urlOf(http, config.host);
    writeServerFile(paths.serverFile, { url, pid: process.pid });
    opened.add({ close: async () => removeServerFile(paths.serverFile) });
    dataset.poll({ onError: (error) => logger.error({ err: error }, 'cannot look up the served version') });
    return { url, stop: () => opened.close() };
  } catch (cause) {
    // Why it could not start says more than why it could not close.
    await opened.close().catch(() => {});
    throw startFailure(cause, { directory: paths.directory, host: config.host, port: config.port });
  }
}

function buildServer(vitrine: Vitrine, parts: ServerParts, realExamples: boolean): Promise<HttpServer> {
  const { config, dataset } = vitrine;
  const { gate, logger, offer, reader, usage } = parts;
  return buildHttp({
    catalogue: offer.catalogue,
    lookups: offer.lookups,
    gate,
    reader,
    dataset,
    logger,
    metrics: createMetrics({
      datasetVersion: () => dataset.current()?.version,
      pagesRead: () => reader.pagesRead(),
      usage,
    }),
    usage,
    readers: () => reader.shares(lists, dataset.current()?.version),
    productVersion: productVersion(),
    trustProxy: config.trustProxy,
    limits: { requestsMax: config.requestsMax },
    extensions: surfaces(vitrine, parts, realExamples),
  });
}

/** Speaks the Model Context Protocol on standard input and output; who calls the endpoints is up to the caller. */
export function serveMcp(call: CallEndpoint): Promise<void> {
  return serveStdio(mcpParts(catalogue), call);
}
