import type { FastifyRequest } from 'fastify';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { CurrentDataset } from '../../serving/current-dataset.ts';
import { successEnvelope } from '../envelope.ts';
import { bearerCheck } from './bearer.ts';
import { openApiDocument } from './openapi.ts';
import { asOpenApi30 } from './openapi-30.ts';
import type { HttpServer } from './server.ts';

export interface OperationParts {
  readonly catalogue: readonly Endpoint[];
  readonly dataset: CurrentDataset;
  readonly metrics: Metrics;
  /** Who answers for each list, by endpoint id. */
  readonly readers?: () => Readonly<Record<string, string>>;
  readonly productVersion: string;
  /** Who reads the metrics presents it; absent: nobody has to. */
  readonly metricsToken?: string | undefined;
}

/** What operators and machines ask of a server: free and without a key, the metrics with a token where there is one. */
export function addOperationRoutes(server: HttpServer, parts: OperationParts): void {
  const document = {
    ...openApiDocument(parts.catalogue, parts.productVersion),
    servers: [{ url: `${server.basePath}/` }],
  };
  const vital = { config: { isVital: true } };
  addDocument(server, '/openapi.json', document);
  addDocument(server, '/openapi-3.0.json', asOpenApi30(document));
  server.get('/healthz', vital, async (request) => successEnvelope({ status: 'ok' }, request.id));
  server.get('/readyz', vital, async (request) => readiness(parts, request));
  server.get('/metrics', { ...vital, ...requireMetricsToken(parts) }, async (_request, reply) =>
    reply.type(parts.metrics.contentType).send(await parts.metrics.render()),
  );
}

function requireMetricsToken({ metricsToken }: OperationParts) {
  if (metricsToken === undefined) return {};
  const isPresented = bearerCheck(metricsToken);
  const onRequest = async ({ headers }: FastifyRequest) => {
    if (!isPresented(headers.authorization)) throw new ApiError(errors.metricsTokenInvalid, {});
  };
  return { onRequest };
}

function addDocument(server: HttpServer, path: string, document: Readonly<Record<string, unknown>>): void {
  const text = JSON.stringify(document);
  server.get(path, async (_request, reply) => reply.type('application/json; charset=utf-8').send(text));
}

function readiness({ dataset, readers = () => ({}) }: OperationParts, request: FastifyRequest) {
  const served = dataset.current();
  if (served === undefined) throw new ApiError(errors.datasetMissing, {});
  const { version: datasetVersion, asOf } = served;
  return successEnvelope({ status: 'ready', datasetVersion, asOf, readers: readers() }, request.id);
}
