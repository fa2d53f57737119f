import { afterAll, beforeAll, describe, it } from 'vitest';
import { type AdminServer, adminServer } from '../../admin/admin-server.ts';
import { expectNoRate, expectRate, expectRefusal } from './exactly.ts';
import { adminRoutes, callAdmin, keyedRoutes, makeKeys, type PathIds, pathWith } from './routes.ts';

let server: AdminServer;
let ids: PathIds;
let token: string;
beforeAll(async () => {
  server = await adminServer();
  ({ ids, token } = await makeKeys(server, { credits: 0 }));
});
afterAll(() => server.remove());

const asking = keyedRoutes.flatMap(({ path, wrongUrl, wrong }) =>
  wrongUrl === null ? [] : [{ path, wrongUrl, wrong }],
);
const administering = adminRoutes.flatMap((route) => (route.wrong === null ? [] : [{ route, wrong: route.wrong }]));
const moment = Date.UTC(2020, 0, 1);

describe('400, with what was expected and what was given', () => {
  it.each(asking)('GET $path', async ({ wrongUrl, wrong }) => {
    const answer = await server.call('GET', wrongUrl, { token });
    expectRefusal(answer, 400, new RegExp(`^Invalid parameter: ${wrong}: expected .+, got "x"$`));
    expectRate(answer, { limit: 1_000 });
  });

  it.each(administering)('$route.method $route.path', async ({ route, wrong }) => {
    const answer = await callAdmin(server, route, wrong, ids);
    expectRefusal(
      answer,
      400,
      /^(Invalid (parameter|request body): |Cannot publish: |The statement was not run: ).*(expected|Expected|given)/,
    );
    expectNoRate(answer);
  });

  it.each([
    ['POST', '/admin/v1/keys', { name: 'x', scope: 'product-list' }, /^Invalid request body: .*scope/],
    ['POST', '/admin/v1/keys', { name: 'x', mode: 'free' }, /^Invalid request body: mode: /],
    [
      'POST',
      '/admin/v1/keys',
      { name: 'x', scopes: [] },
      /^Invalid parameter: scopes: expected one or more of .*got none$/,
    ],
    [
      'POST',
      '/admin/v1/keys',
      { name: 'x', scopes: ['product-lists'] },
      /^Invalid parameter: scopes: expected one or more of product-list, .*got "product-lists"$/,
    ],
    ['POST', '/admin/v1/keys', { name: 'x', burst: -1 }, /^Invalid parameter: burst: expected a whole number from 0/],
    ['POST', '/admin/v1/keys', { name: 'x', owner: 'x'.repeat(101) }, /^Invalid parameter: owner: .*got 101$/],
    [
      'POST',
      '/admin/v1/keys',
      { name: 'x', expiresAt: moment },
      /^Invalid parameter: expiresAt: expected a time after/,
    ],
    [
      'POST',
      '/admin/v1/keys',
      { name: 'x', mode: 'test', credits: 1 },
      /^Invalid parameter: credits: expected no value, .*got 1$/,
    ],
    ['PATCH', '/admin/v1/keys/{id}', { qps: 0 }, /^Invalid parameter: qps: expected a whole number from 1/],
    ['PATCH', '/admin/v1/keys/{id}', { credits: 7 }, /^Invalid request body: .*credits/],
    ['POST', '/admin/v1/keys/{id}/rotate', { overlapMs: -1 }, /^Invalid parameter: overlapMs: expected a whole number/],
    ['POST', '/admin/v1/keys/{id}/rotate', { overlap: 1 }, /^Invalid request body: .*overlap/],
    ['POST', '/admin/v1/keys/{id}/grant', { credits: 0.5 }, /^Invalid parameter: credits: expected a whole number/],
    ['POST', '/admin/v1/keys/{id}/grant', { credits: 1, expires: 1 }, /^Invalid request body: .*expires/],
    ['POST', '/admin/v1/keys/{id}/refund', { credits: 1 }, /^Invalid request body: reason/],
    [
      'POST',
      '/admin/v1/keys/{id}/refund',
      { credits: 1e6, reason: 'x' },
      /^Invalid parameter: credits: expected at most/,
    ],
    ['POST', '/admin/v1/keys', { name: 'x', monthlyQuota: 0 }, /^Invalid parameter: monthlyQuota: expected a whole/],
  ] as const)('%s %s %j', async (method, path, body, message) => {
    const answer = await server.call(method, pathWith(path, ids), { body });
    expectRefusal(answer, 400, message);
    expectNoRate(answer);
  });
});
