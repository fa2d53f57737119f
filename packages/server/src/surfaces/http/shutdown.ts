import { ApiError, errors } from '../../kernel/errors.ts';
import type { HttpServer } from './server.ts';

/** Requests under way are finished; those that still come in over open connections are sent elsewhere. */
export function refuseWhenClosing(server: HttpServer): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onRequest', async () => {
    if (closing) throw new ApiError(errors.shuttingDown, {}, { headers: { Connection: 'close' } });
  });
}
