import { ApiError, errors } from '../../kernel/errors.ts';
import type { HttpServer } from './server.ts';

/**
 * Refuses in the envelope what Node would refuse without a body: an unknown `Expect`, and no `Host` (RFC 9112, 3.2).
 */
export function refuseMalformedRequests(server: HttpServer): void {
  const { connections } = server.exchanges;
  server.server.on('checkContinue', (request, response) => {
    // While an answer before it is not complete, Node would write it between head and body of its own.
    if (connections.isIdle(request.socket)) response.writeContinue();
    server.server.emit('request', request, response);
  });
  server.server.on('checkExpectation', (request, response) => server.server.emit('request', request, response));
  server.addHook('onRequest', ({ raw: { headers, httpVersion } }, _reply, done) => {
    if (httpVersion === '1.1' && headers.host === undefined) return done(new ApiError(errors.hostMissing, {}));
    if (isUnknown(headers.expect)) return done(new ApiError(errors.expectationUnknown, {}));
    done();
  });
}

/** What Node knows it has dealt with by now. */
function isUnknown(expectation: string | undefined): boolean {
  return expectation !== undefined && !/(?:^|\W)100-continue(?:$|\W)/i.test(expectation);
}
