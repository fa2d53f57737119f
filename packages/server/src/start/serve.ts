import { lists } from '../catalogue/catalogue.ts';
import { createLogger, type Logger } from '../kernel/logger.ts';
import { createMetrics } from '../kernel/metrics.ts';
import { systemPlatform } from '../mirror/upstream/platform.ts';
import { type LoginLink, loginUrl } from '../surfaces/admin/login-link-route.ts';
import { buildHttp } from '../surfaces/http/build-http.ts';
import { proofRoute } from '../surfaces/http/proof-route.ts';
import type { HttpExtension, HttpServer } from '../surfaces/http/server.ts';
import { systemConnector } from '../surfaces/media/origin/connector.ts';
import type { Network } from '../surfaces/media/origin/pinned-request.ts';
import { systemResolver } from '../surfaces/media/origin/resolver.ts';
import { publishAutomatically } from './automatic-publish.ts';
import { listen, urlOf } from './listen.ts';
import { listsLacking, listsLackingInWords } from './lists-lacking.ts';
import { productVersion } from './product-version.ts';
import { type Closable, ResourceStack } from './resource-stack.ts';
import { mirrorFacts, scheduleMirror } from './scheduled-mirror.ts';
import { removeServerFile, writeServerFile } from './server-file.ts';
import { openServerParts, type ServerParts } from './server-parts.ts';
import { ServerProof } from './server-proof.ts';
import { startFailure } from './start-failure.ts';
import { surfaces } from './surfaces.ts';
import type { Vitrine } from './vitrine.ts';

/** A server that listens. */
export interface VitrineServer {
  /** Where it is reached from this machine. */
  readonly url: string;
  /** As-of day of what it serves at first, yyyy-MM-dd; undefined when nothing is published. */
  readonly asOf: string | undefined;
  /** Makes a link that logs in to the console once, as the admin token does. @throws what the database reports */
  newLoginLink(): Promise<LoginLink>;
  /** Finishes the requests under way, then closes everything. */
  stop(): Promise<void>;
}

const systemNetwork: Network = { resolve: systemResolver, connect: systemConnector };

export interface ServeOptions {
  /** Where images are fetched from; default: the network. */
  readonly network?: Network | undefined;
  /**
   * The docs show rows of the served data to everybody, so that their calls answer; default: they show made-up ones.
   */
  readonly realExamples?: boolean;
}

/** Serves an open data directory, and closes it when it stops or cannot start. @throws StartError */
export async function serve(vitrine: Vitrine, options: ServeOptions = {}): Promise<VitrineServer> {
  const { network = systemNetwork, realExamples = false } = options;
  const { config, dataset, paths } = vitrine;
  const logger = createLogger({ level: config.logLevel });
  tellOfLateEntries(vitrine, logger);
  const resources = new ResourceStack();
  resources.add(vitrine);
  try {
    const parts = await openServerParts(vitrine, resources, logger, network);
    const proof = new ServerProof(paths.directory);
    const http = await buildServer(vitrine, parts, [...surfaces(vitrine, parts, realExamples), proofRoute(proof)]);
    resources.add({ close: () => http.close() });
    // Callers are answered while a publish is finished.
    resources.add({ close: () => vitrine.endChanges() });
    // First: a call that publishes is under way until what it published is served.
    resources.add({ close: async () => parts.reader.stopBuilding() });
    await listen(http, config);
    const url = urlOf(http, config.host);
    writeServerFile(paths.serverFile, { url, pid: process.pid, secret: proof.secret });
    proof.listensAt(url);
    resources.add({ close: async () => removeServerFile(paths.serverFile) });
    tellOfNewLists(vitrine, logger);
    dataset.poll({ onError: (error) => logger.error({ err: error }, 'cannot look up the served version') });
    const finishing = finishErasures(vitrine, logger);
    resources.add({ close: () => finishing });
    for (const work of workOfItsOwn(vitrine, logger)) resources.add(work);
    return {
      url,
      asOf: dataset.current()?.asOf,
      newLoginLink: () => loginLink(parts, url + config.basePath),
      stop: () => stopped(resources, logger),
    };
  } catch (cause) {
    // Why it could not start says more than why it could not close.
    await resources.close().catch(() => {});
    throw startFailure(cause, { directory: paths.directory, host: config.host, port: config.port });
  }
}

async function loginLink({ operatorAccess }: ServerParts, origin: string): Promise<LoginLink> {
  const { code, expiresAt } = await operatorAccess.loginCodes.create('admin-token');
  return { url: loginUrl(origin, code), expiresAt };
}

/** What a server does without being told each time. */
function workOfItsOwn(vitrine: Vitrine, logger: Logger): readonly Closable[] {
  const works = [publishAutomatically(vitrine, logger, systemPlatform), scheduleMirror(vitrine, logger)];
  return works.filter((work) => work !== undefined);
}

/** What is done without an entry in the audit log is at least in this one. */
function tellOfLateEntries({ audit }: Vitrine, logger: Logger): void {
  audit.subscribe({
    onLate: (change, err) =>
      logger.warn({ ...change, err }, 'a change was made before it could be recorded in the audit log'),
    onWritten: (change) => logger.info(change, 'an earlier change is now recorded in the audit log'),
    onLost: (change) => logger.error(change, 'a change could not be recorded in the audit log'),
  });
}

/** After an upgrade, until a publish. */
function tellOfNewLists({ dataset }: Vitrine, logger: Logger): void {
  const lists = listsLacking(dataset.current() ?? {});
  const words = listsLackingInWords(lists);
  if (words !== undefined) logger.warn({ lists }, words);
}

function buildServer(vitrine: Vitrine, parts: ServerParts, extensions: readonly HttpExtension[]): Promise<HttpServer> {
  const { config, dataset } = vitrine;
  const { gate, logger, lookupsAndMedia, reader, rows, usage } = parts;
  return buildHttp({
    catalogue: lookupsAndMedia.catalogue,
    lookups: lookupsAndMedia.lookups,
    gate,
    reader: rows,
    dataset,
    logger,
    metrics: createMetrics({
      datasetVersion: () => dataset.current()?.version,
      pagesRead: () => reader.pagesRead(),
      usage,
      mirror: mirrorFacts(vitrine),
    }),
    usage,
    readers: () => reader.shares(lists, dataset.current()?.version),
    productVersion: productVersion(),
    trustProxy: config.trustProxy,
    corsOrigins: config.corsOrigins,
    basePath: config.basePath,
    limits: {
      requestsMax: config.requestsMax,
      keylessRequestsMax: config.keylessRequestsMax,
      keyRequestsMax: config.keyRequestsMax,
    },
    metricsToken: config.metricsToken,
    extensions,
  });
}

async function stopped(resources: ResourceStack, logger: Logger): Promise<void> {
  logger.info('stopping: waiting for requests, ingest and publish in progress');
  await resources.close();
  logger.info('stopped');
}

/** Beside the requests: it publishes anew, which may take minutes. What is not completed now is by the next publish. */
async function finishErasures(vitrine: Vitrine, logger: Logger): Promise<void> {
  try {
    const finished = await vitrine.finishErasures();
    if (finished !== undefined) logger.warn(finished, 'completed interrupted erasures');
  } catch (err) {
    logger.error({ err }, 'cannot complete interrupted erasures: the next publish tries again');
  }
}
