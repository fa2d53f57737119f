import type { HTTPMethods } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import { ApiError, errors } from '../../kernel/errors.ts';
import { unknownPath } from './error-handling.ts';
import { nearestPath } from './nearest-path.ts';
import { pathOf, shownPath } from './request-path.ts';
import type { HttpServer } from './server.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The known path that was most likely meant. */
    pathMeant?(given: string): string | undefined;
  }
}

const askedMethods: readonly HTTPMethod[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Tells a path that is unknown (404) from one that has other methods (405, with Allow). It is done before anything is
 * read of the request, so that these two come first whatever else is wrong with it. Call before adding routes.
 */
export function refuseUnknownPaths(server: HttpServer): void {
  const routes = findMyWay();
  const paths = new Set<string>();
  server.decorate('pathMeant', (given: string) => nearestPath(given, paths));
  server.addHook('onRoute', ({ method, url }) => {
    if (!/[:*]/.test(url)) paths.add(url);
    for (const each of asList(method)) if (!routes.hasRoute(each, url)) routes.on(each, url, () => {});
  });
  server.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404) return done();
    const path = pathOf(request);
    const allowed = askedMethods.filter((method) => routes.find(method, path) !== null);
    done(allowed.length === 0 ? unknownPath(request) : methodNotAllowed(request.method, path, allowed.join(', ')));
  });
}

function asList(method: HTTPMethods | HTTPMethods[]): readonly HTTPMethod[] {
  return [method].flat() as HTTPMethod[];
}

function methodNotAllowed(method: string, path: string, allowed: string): ApiError {
  const headers = { Allow: allowed };
  return new ApiError(errors.methodNotAllowed, { method, path: shownPath(path), allowed }, { headers });
}
