import { fastify } from 'fastify';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import { docsRoutes } from '../../../src/surfaces/docs/docs-routes.ts';
import { createSite, type Site } from '../../../src/surfaces/docs/site.ts';
import { handleErrors } from '../../../src/surfaces/http/error-handling.ts';
import { addSecurityHeaders } from '../../../src/surfaces/http/security-headers.ts';
import type { HttpServer } from '../../../src/surfaces/http/server.ts';

/** The docs of the catalogue without what answers its endpoints. */
export async function docsServer(): Promise<{ readonly server: HttpServer; readonly site: Site }> {
  const server: HttpServer = fastify();
  handleErrors(server);
  addSecurityHeaders(server);
  server.register(async (scope) => docsRoutes({ catalogue, productVersion: '1.2.3' })(scope));
  await server.ready();
  return { server, site: createSite(catalogue) };
}
