import type { AddressInfo } from 'node:net';
import { fastify, type RouteHandlerMethod } from 'fastify';
import { createLogger } from '../../../packages/server/src/kernel/logger.ts';
import { handleErrors } from '../../../packages/server/src/surfaces/http/error-handling.ts';
import { serverOptions } from '../../../packages/server/src/surfaces/http/server-options.ts';
import type { Stoppable } from './served.ts';

/** Routes of the catalogue on the product's own HTTP server, without keys, credits, request logs and metrics. */
export async function servePlainly<Endpoint extends { readonly path: string }>(
  endpoints: readonly Endpoint[],
  handlerOf: (endpoint: Endpoint) => RouteHandlerMethod,
  onStop: () => Promise<void> = async () => {},
): Promise<Stoppable> {
  const server = fastify(serverOptions(createLogger()));
  handleErrors(server);
  for (const endpoint of endpoints) server.get(endpoint.path, handlerOf(endpoint));
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    headers: {},
    async stop() {
      await server.close();
      await onStop();
    },
  };
}
