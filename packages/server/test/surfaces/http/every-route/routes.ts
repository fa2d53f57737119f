import type { AdminScope } from '../../../../src/access/admin-keys/admin-keys.ts';
import type { NewKey } from '../../../../src/access/keys/keys.ts';
import { aliasesOf } from '../../../../src/catalogue/aliases.ts';
import { catalogue, exported, lists } from '../../../../src/catalogue/catalogue.ts';
import type { Endpoint } from '../../../../src/catalogue/endpoint.ts';
import { consolePages } from '../../../../src/surfaces/console/page-routes.ts';
import type { AdminServer, Answer } from '../../admin/admin-server.ts';
import { exampleUrl } from '../test-server.ts';

/** A route that wants a key. */
export interface KeyedRoute {
  readonly path: string;
  /** With a right question. */
  readonly url: string;
  /** With a question that is not right; null where there is nothing to ask. */
  readonly wrongUrl: string | null;
  /** The parameter that is not right in it. */
  readonly wrong: string;
  /** Whether its answer has a tag. */
  readonly hasTag: boolean;
}

function wrongParameter({ kind, parameters }: Endpoint): string {
  const isPaged = kind === 'list' || kind === 'trend' || kind === 'ranking';
  // Any words are right.
  const first = parameters.find(({ domain }) => domain.kind !== 'phrase');
  return isPaged ? 'page_num' : (first?.name ?? '');
}

/** The endpoints of the catalogue: what credits are for. */
export const paidRoutes: readonly KeyedRoute[] = catalogue.map((endpoint) => ({
  path: endpoint.path,
  url: exampleUrl(endpoint),
  wrongUrl: exampleUrl(endpoint, { [wrongParameter(endpoint)]: 'x' }),
  wrong: wrongParameter(endpoint),
  hasTag: endpoint.kind !== 'lookup',
}));

/** What a key may always ask about itself. */
export const accountRoutes: readonly KeyedRoute[] = [
  { path: '/v1/account/balance', url: '/v1/account/balance', wrongUrl: null, wrong: '', hasTag: false },
  {
    path: '/v1/account/usage',
    url: '/v1/account/usage',
    wrongUrl: '/v1/account/usage?by=x',
    wrong: 'by',
    hasTag: false,
  },
];

export const keyedRoutes = [...paidRoutes, ...accountRoutes];

/** A request to an admin route besides its method and path. */
export interface AdminRequest {
  /** With its question mark. */
  readonly query?: string;
  readonly body?: unknown;
  /** Default: JSON, where there is a body. */
  readonly type?: string;
}

/**
 * A route that wants the admin token. `{id}` stands for a key's id, `{batch}` for the first batch, `{admin_key}` for an
 * admin key's id, `{session}` for a session's.
 */
export interface AdminRoute {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  /** Status of a success. */
  readonly status: 200 | 201;
  /** A request that succeeds on a server where a key was called and two versions are published. */
  readonly right: AdminRequest;
  /** What an admin key needs for it; null: only the token will do. */
  readonly scope: AdminScope | null;
  /** One that is a 400; null where nothing can be wrong. */
  readonly wrong: AdminRequest | null;
}

/** By the first part of a path below `/admin/v1`. */
const scopes: Readonly<Record<string, AdminScope | null>> = {
  ingest: 'ingest',
  publish: 'publish',
  versions: 'publish',
  keys: 'keys',
  usage: 'usage',
  audit: 'audit',
  forget: 'forget',
  sql: 'sql',
  explain: 'view',
  'admin-keys': null,
  sessions: null,
  'login-links': 'view',
};

/** In an order in which each can succeed after the ones before it. */
export const adminRoutes: readonly AdminRoute[] = [
  get('/admin/v1/versions', {}, null),
  get('/admin/v1/usage', {}, { query: '?by=week' }),
  get('/admin/v1/audit', { query: '?limit=5' }, { query: '?limit=0' }),
  get('/admin/v1/ingest', { query: '?limit=5' }, { query: '?before=x' }),
  get('/admin/v1/keys', {}, null),
  change('POST', '/admin/v1/ingest', { body: '', type: 'application/x-ndjson' }, { body: '', type: 'text/html' }),
  change('POST', '/admin/v1/ingest/{batch}/withdraw', { body: { reason: 'wrong' } }, { body: { reason: 7 } }),
  change('POST', '/admin/v1/ingest/{batch}/restore', { body: {} }, null),
  change('POST', '/admin/v1/publish', { body: {} }, { body: { as_of: 'x' } }),
  get(
    '/admin/v1/explain',
    { query: '?kind=product&id=77&field=total_sale_cnt' },
    { query: '?kind=product&id=1&field=total_sales' },
  ),
  change('POST', '/admin/v1/sql', { body: { sql: 'SELECT 1' } }, { body: { sql: 'DROP TABLE products' } }),
  change('POST', '/admin/v1/versions/rollback', { body: {} }, { body: { version: 'x' } }),
  change(
    'POST',
    '/admin/v1/forget/creator',
    { body: { user_id: '5', confirm: true, unknown: true } },
    { body: { user_id: '5' } },
  ),
  change('POST', '/admin/v1/forget/creator/preview', { body: { user_id: '5' } }, { body: { user_id: 5 } }),
  change('POST', '/admin/v1/keys', { body: { name: 'made' } }, { body: { name: 7 } }, 201),
  change('PATCH', '/admin/v1/keys/{id}', { body: { qps: 2_000 } }, { body: { qps: 0 } }),
  change('POST', '/admin/v1/keys/{id}/grant', { body: { credits: 5 } }, { body: { credits: 0.5 } }),
  change('POST', '/admin/v1/keys/{id}/refund', { body: { credits: 1, reason: 'outage' } }, { body: { credits: 1 } }),
  change('POST', '/admin/v1/keys/{id}/rotate', { body: {} }, { body: { overlapMs: -1 } }, 201),
  change('POST', '/admin/v1/keys/{id}/revoke', { body: {} }, null),
  get('/admin/v1/admin-keys', {}, null),
  change(
    'POST',
    '/admin/v1/admin-keys',
    { body: { name: 'made', scopes: ['publish'] } },
    { body: { name: 'made', scopes: ['everything'] } },
    201,
  ),
  change('POST', '/admin/v1/admin-keys/{admin_key}/revoke', { body: {} }, null),
  get('/admin/v1/sessions', {}, null),
  change('POST', '/admin/v1/sessions/{session}/end', { body: {} }, null),
  change('POST', '/admin/v1/login-links', { body: {} }, null, 201),
];

function scopeOf(path: string): AdminScope | null {
  const scope = scopes[path.split('/')[3] ?? ''];
  if (scope === undefined) throw new Error(`${path}: which scope is it for?`);
  return scope;
}

function get(path: string, right: AdminRequest, wrong: AdminRequest | null): AdminRoute {
  return { method: 'GET', path, status: 200, right, scope: scopeOf(path), wrong };
}

function change(
  method: 'POST' | 'PATCH',
  path: string,
  right: AdminRequest,
  wrong: AdminRequest | null,
  status: 200 | 201 = 200,
): AdminRoute {
  return { method, path, status, right, scope: scopeOf(path), wrong };
}

/** What stands in the paths of admin routes. */
export interface PathIds {
  readonly id: string;
  readonly admin_key: string;
  readonly session: string;
}

/** A path with ids in it; default: some that could be. */
export function pathWith(path: string, { id, admin_key, session }: PathIds = possibleIds): string {
  return path
    .replace('{id}', id)
    .replace('{admin_key}', admin_key)
    .replace('{session}', session)
    .replace('{batch}', '1');
}

const possibleIds: PathIds = { id: 'key_1', admin_key: 'adm_1', session: 'ses_1' };

/** Makes the keys that admin routes are about. */
export async function makeKeys({ call, vitrine }: AdminServer, wanted: Omit<NewKey, 'name'> = {}) {
  const { id, key } = await vitrine.keys.create({ name: 'caller', qps: 1_000, ...wanted });
  const { id: adminKey } = await vitrine.adminKeys.create({ name: 'a service', scopes: ['ingest'] });
  const viewer = await vitrine.adminKeys.create({ name: 'a viewer', scopes: ['view'] });
  const headers = { 'x-vitrine-console': '1' };
  const opened = await call('POST', '/console/v1/session', { headers, body: { key: viewer.key } });
  const { id: session } = opened.json.data as { readonly id: string };
  return { ids: { id, admin_key: adminKey, session } satisfies PathIds, token: key };
}

/** Calls an admin route with one of its requests. */
export function callAdmin(
  server: AdminServer,
  { method, path }: Pick<AdminRoute, 'method' | 'path'>,
  { query = '', body, type }: AdminRequest,
  ids: PathIds,
  token?: string,
): Promise<Answer> {
  return server.call(method, pathWith(path, ids) + query, {
    ...(token === undefined ? {} : { token }),
    ...(body === undefined ? {} : { body }),
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  });
}

/** What anybody may ask. */
export const openPaths = [
  '/openapi.json',
  '/openapi-3.0.json',
  '/llms.txt',
  '/llms-full.txt',
  '/healthz',
  '/readyz',
  '/metrics',
  '/media/image.webp',
] as const;

/** What the console changes with the cookie of a session. */
export const consoleChanging = ['/console/v1/ingest', '/console/v1/publish'] as const;

/** What the console reads with the cookie of a session. */
export const consoleReading: readonly string[] = [
  '/console/v1/catalogue',
  '/console/v1/dataset',
  '/console/v1/explain',
  '/console/v1/image',
  '/console/v1/sources',
  ...lists.flatMap(({ id }) => [`/console/v1/counts/${id}`, `/console/v1/distributions/${id}`]),
  ...catalogue.map(({ path }) => `/console${path}`),
  ...exported.map(({ id }) => `/console/v1/export/${id}`),
];

/** Routes whose answers are not those of all others, and where theirs are tested. */
export const otherRoutes: readonly { readonly method: string; readonly path: string; readonly testedIn: string }[] = [
  { method: 'GET', path: '/', testedIn: 'packages/server/test/surfaces/docs' },
  { method: 'GET', path: '/docs', testedIn: 'packages/server/test/surfaces/docs' },
  { method: 'GET', path: '/docs/*', testedIn: 'packages/server/test/surfaces/docs' },
  ...exported.map(({ id }) => ({
    method: 'GET',
    path: `/v1/export/${id}`,
    testedIn: 'packages/server/test/surfaces/export',
  })),
  ...['GET', 'POST', 'DELETE'].map((method) => ({
    method,
    path: '/console/v1/session',
    testedIn: 'packages/server/test/surfaces/console',
  })),
  ...consoleReading.map((path) => ({ method: 'GET', path, testedIn: 'packages/server/test/surfaces/console' })),
  ...consoleChanging.map((path) => ({ method: 'POST', path, testedIn: 'packages/server/test/surfaces/console' })),
  ...consolePages
    .flatMap((name) => [`/${name}`, `/${name}/*`])
    .map((path) => ({
      method: 'GET',
      path,
      testedIn: 'packages/console/test/browser',
    })),
  { method: 'GET', path: '/console/assets/*', testedIn: 'packages/console/test/browser' },
  { method: 'GET', path: '/server-proof', testedIn: 'packages/server/test/start' },
  ...catalogue.flatMap(aliasesOf).map((path) => ({
    method: 'GET',
    path,
    testedIn: 'packages/server/test/surfaces/http/aliases.test.ts',
  })),
  { method: 'POST', path: '/mcp', testedIn: 'packages/server/test/surfaces/mcp' },
  { method: 'POST', path: '/tiktok/mcp', testedIn: 'packages/server/test/surfaces/mcp' },
];
