import { catalogue } from '../../../../src/catalogue/catalogue.ts';
import { exampleUrl } from '../test-server.ts';

/** A route that wants a key. */
export interface KeyedRoute {
  readonly path: string;
  /** With a right question. */
  readonly url: string;
  /** With a question that is not right; null where there is nothing to ask. */
  readonly wrongUrl: string | null;
}

/** The endpoints of the catalogue: what credits are for. */
export const paidRoutes: readonly KeyedRoute[] = catalogue.map((endpoint) => ({
  path: endpoint.path,
  url: exampleUrl(endpoint),
  wrongUrl: exampleUrl(endpoint, { page_num: '0' }),
}));

/** What a key may always ask about itself. */
export const accountRoutes: readonly KeyedRoute[] = [
  { path: '/v1/account/balance', url: '/v1/account/balance', wrongUrl: null },
  { path: '/v1/account/usage', url: '/v1/account/usage', wrongUrl: '/v1/account/usage?by=week' },
];

export const keyedRoutes = [...paidRoutes, ...accountRoutes];

/** A route that wants the admin token. */
export interface AdminRoute {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
}

/** `{id}` stands for a key's id. */
export const adminRoutes: readonly AdminRoute[] = [
  { method: 'POST', path: '/admin/v1/ingest' },
  { method: 'POST', path: '/admin/v1/publish' },
  { method: 'GET', path: '/admin/v1/versions' },
  { method: 'GET', path: '/admin/v1/usage' },
  { method: 'POST', path: '/admin/v1/keys' },
  { method: 'GET', path: '/admin/v1/keys' },
  { method: 'PATCH', path: '/admin/v1/keys/{id}' },
  { method: 'POST', path: '/admin/v1/keys/{id}/rotate' },
  { method: 'POST', path: '/admin/v1/keys/{id}/revoke' },
  { method: 'POST', path: '/admin/v1/keys/{id}/grant' },
  { method: 'POST', path: '/admin/v1/keys/{id}/refund' },
];

/** What anybody may ask. */
export const openPaths = ['/openapi.json', '/healthz', '/readyz', '/metrics'] as const;
