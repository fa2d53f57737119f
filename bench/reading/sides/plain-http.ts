import type { AddressInfo } from 'node:net';
import { fastify, type RouteHandlerMethod } from 'fastify';
import type { ListEndpoint } from '../../../packages/server/src/catalogue/endpoint.ts';
import { createLogger } from '../../../packages/server/src/kernel/logger.ts';
import { handleErrors } from '../../../packages/server/src/surfaces/http/error-handling.ts';
import { serverOptions } from '../../../packages/server/src/surfaces/http/server-options.ts';
import { measuredLists } from '../measured-lists.ts';
import type { Stoppable } from './served.ts';

/** The catalogue's routes on the product's own HTTP server, without keys, credits, request logs and metrics. */
export async function servePlainly(
  handlerOf: (endpoint: ListEndpoint) => RouteHandlerMethod,
  onStop: () => Promise<void> = async () => {},
): Promise<Stoppable> {
  const server = fastify(serverOptions(createLogger()));
  handleErrors(server);
  for (const endpoint of measuredLists) server.get(endpoint.path, handlerOf(endpoint));
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
