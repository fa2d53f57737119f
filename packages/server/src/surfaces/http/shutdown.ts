import type { HttpServer } from './server.ts';

/**
 * Makes closing quick and kind: requests under way are finished, and a connection closes as soon as nothing is
 * under way on it. Browsers open some that they never use, and Node itself would wait for these until they time out.
 */
export function closeGently(server: HttpServer): void {
  server.addHook('preClose', async () => server.exchanges.connections.close());
}
