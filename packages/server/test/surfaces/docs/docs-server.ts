import { fastify } from 'fastify';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import type { Dataset } from '../../../src/serving/current-dataset.ts';
import { docsRoutes } from '../../../src/surfaces/docs/docs-routes.ts';
import { createSite, type Site } from '../../../src/surfaces/docs/site.ts';
import { handleErrors } from '../../../src/surfaces/http/error-handling.ts';
import { addSecurityHeaders } from '../../../src/surfaces/http/security-headers.ts';
import type { HttpServer } from '../../../src/surfaces/http/server.ts';

/** The docs of the catalogue without what answers its endpoints. @param served what the front page says is served */
export async function docsServer(served?: Dataset): Promise<{ readonly server: HttpServer; readonly site: Site }> {
  const server: HttpServer = fastify();
  handleErrors(server);
  addSecurityHeaders(server);
  server.register(async (scope) =>
    docsRoutes({ catalogue, productVersion: '1.2.3', dataset: { current: () => served } })(scope),
  );
  await server.ready();
  return { server, site: createSite(catalogue) };
}
