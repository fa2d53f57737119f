import type { FastifyRequest } from 'fastify';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { CurrentDataset } from '../../serving/current-dataset.ts';
import { successEnvelope } from '../envelope.ts';
import { openApiDocument } from './openapi.ts';
import type { HttpServer } from './server.ts';

export interface OperationParts {
  readonly catalogue: readonly Endpoint[];
  readonly dataset: CurrentDataset;
  readonly metrics: Metrics;
  readonly productVersion: string;
}

/** What operators and machines ask of a server: free and without a key. */
export function addOperationRoutes(server: HttpServer, parts: OperationParts): void {
  const document = JSON.stringify(openApiDocument(parts.catalogue, parts.productVersion));
  server.get('/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
  server.get('/healthz', async (request) => successEnvelope({ status: 'ok' }, request.id));
  server.get('/readyz', async (request) => readiness(parts.dataset, request));
  server.get('/metrics', async (_request, reply) =>
    reply.type(parts.metrics.contentType).send(await parts.metrics.render()),
  );
}

function readiness(dataset: CurrentDataset, request: FastifyRequest) {
  const served = dataset.current();
  if (served === undefined) throw new ApiError(errors.datasetMissing, {});
  return successEnvelope({ status: 'ready', datasetVersion: served.version, asOf: served.asOf }, request.id);
}
