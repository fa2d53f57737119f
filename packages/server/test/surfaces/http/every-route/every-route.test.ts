import { channel } from 'node:diagnostics_channel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HttpServer } from '../../../../src/surfaces/http/server.ts';
import { type AdminServer, adminServer } from '../../admin/admin-server.ts';
import { adminRoutes, keyedRoutes, openPaths, otherRoutes } from './routes.ts';

/** Every route that the server of this file registers, as Fastify tells them. */
const registered = new Set<string>();
const created = channel('fastify.initialization');

function listen(message: unknown): void {
  const { fastify } = message as { readonly fastify: HttpServer };
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) registered.add(`${each} ${url.replaceAll(/:\w+/g, ':id')}`);
  });
}

let server: AdminServer;
beforeAll(async () => {
  created.subscribe(listen);
  server = await adminServer();
  created.unsubscribe(listen);
});
afterAll(() => server.remove());

/** HEAD comes with GET where Fastify adds it. */
function isOwn(route: string): boolean {
  return !route.startsWith('HEAD ') || !registered.has(route.replace('HEAD', 'GET'));
}

it('the status tests know every route that the server has, and no other', () => {
  const known = [
    ...keyedRoutes.map(({ path }) => `GET ${path}`),
    ...adminRoutes.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, ':id')}`),
    ...openPaths.map((path) => `GET ${path}`),
    ...otherRoutes.map(({ method, path }) => `${method} ${path}`),
  ];
  const served = [...registered].filter(isOwn);
  expect(served.sort(), 'add what is new to the lists of routes.ts, which all status tests walk').toEqual(known.sort());
});
