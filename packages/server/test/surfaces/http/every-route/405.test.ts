import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer } from '../../admin/admin-server.ts';
import { expectNoRate, expectRefusal } from './exactly.ts';
import { adminRoutes, keyedRoutes, openPaths, pathWith } from './routes.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
});
afterAll(() => server.remove());

const adminPaths = [...new Set(adminRoutes.map(({ path }) => pathWith(path)))];
const paths = [...keyedRoutes.map(({ path }) => path), ...adminPaths, ...openPaths];

describe('405 for a method that a path does not have, with those it has, before the key is looked at', () => {
  it.each(paths)('%s', async (path) => {
    for (const method of ['PUT', 'DELETE']) {
      const answer = await server.call(method, path, { token: null, body: '{' });
      const allowed = answer.headers.get('allow') ?? '';
      expect(allowed).toMatch(/^(GET|GET, HEAD|GET, HEAD, POST|POST|PATCH)$/);
      expectRefusal(answer, 405, `Method ${method} is not allowed on ${path}: expected ${allowed}`);
      expectNoRate(answer);
    }
  });

  it.each(keyedRoutes)('$path has nothing but GET', async ({ path }) => {
    const answer = await server.call('POST', path, { token: null });
    expect(answer.headers.get('allow')).toBe('GET');
    expectRefusal(answer, 405, `Method POST is not allowed on ${path}: expected GET`);
  });
});
