import { z } from 'zod';
import type { KeyAdministration } from '../../access/keys/keys.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension, HttpServer } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';
import { keyIdOf } from './key-id.ts';

export interface KeyRouteParts extends AdminHookParts {
  readonly keys: KeyAdministration;
}

type AdminHook = ReturnType<typeof requireAdmin>;

const scopes = z.array(z.string());
const quotaPeriod = z.enum(['calendar', 'anniversary']);
const moment = z.number();

/** Strict: a misspelt `credits` would make a key that never runs out. Ranges are the store's to check. */
const newKey = z.strictObject({
  name: z.string(),
  mode: z.enum(['live', 'test']).optional(),
  owner: z.string().optional(),
  scopes: scopes.optional(),
  credits: z.number().optional(),
  monthlyQuota: z.number().optional(),
  quotaPeriod: quotaPeriod.optional(),
  qps: z.number().optional(),
  burst: z.number().optional(),
  notBefore: moment.optional(),
  expiresAt: moment.optional(),
});
const changes = z.strictObject({
  name: z.string().optional(),
  owner: z.string().optional(),
  scopes: scopes.nullish(),
  qps: z.number().nullish(),
  burst: z.number().optional(),
  monthlyQuota: z.number().nullish(),
  quotaPeriod: quotaPeriod.optional(),
  notBefore: moment.nullish(),
  expiresAt: moment.nullish(),
});
const rotation = z.strictObject({ overlapMs: z.number().optional() });
const grant = z.strictObject({ credits: z.number(), expiresAt: moment.optional() });
const refund = z.strictObject({ credits: z.number(), reason: z.string() });

/**
 * `POST /admin/v1/keys` makes a key (201), `GET` lists them. Below `…/keys/:id`: `PATCH` changes one, `POST …/rotate`
 * gives it a new secret (201), `…/revoke` ends it, `…/grant` adds credits, `…/refund` gives charged ones back. Only a
 * 201 holds a key. 400: a body that is not as documented; 404: no such key; 409: rotation of a revoked key.
 */
export function keyRoutes({ keys, ...hook }: KeyRouteParts): HttpExtension {
  const onRequest = requireAdmin(hook, 'keys');
  return (server) => {
    ruleRoutes(server, keys, onRequest);
    secretRoutes(server, keys, onRequest);
    creditRoutes(server, keys, onRequest);
  };
}

/** Creating, listing and updating keys. */
function ruleRoutes(server: HttpServer, keys: KeyAdministration, onRequest: AdminHook): void {
  server.post(
    '/admin/v1/keys',
    { onRequest, config: { action: 'keys.create', accepts: newKey, isRepeatable: true } },
    async (request, reply) => {
      const created = await keys.create(checkedBody(newKey, request), request.claim?.markDone);
      return reply.code(201).send(successEnvelope(created, request.id));
    },
  );
  server.get('/admin/v1/keys', { onRequest }, async (request) => successEnvelope(await keys.list(), request.id));
  server.patch(
    '/admin/v1/keys/:id',
    { onRequest, config: { action: 'keys.update', accepts: changes } },
    async (request) =>
      successEnvelope(await keys.update(keyIdOf(request, 'key'), checkedBody(changes, request)), request.id),
  );
}

/** What a key is presented as, and its end. */
function secretRoutes(server: HttpServer, keys: KeyAdministration, onRequest: AdminHook): void {
  server.post(
    '/admin/v1/keys/:id/rotate',
    { onRequest, config: { accepts: rotation, isRepeatable: true } },
    async (request, reply) => {
      const { overlapMs } = checkedBody(rotation, request);
      const rotated = await keys.rotate(keyIdOf(request, 'key'), overlapMs, request.claim?.markDone);
      return reply.code(201).send(successEnvelope(rotated, request.id));
    },
  );
  server.post('/admin/v1/keys/:id/revoke', { onRequest, config: { isUrgent: true } }, async (request) =>
    successEnvelope(await keys.revoke(keyIdOf(request, 'key')), request.id),
  );
}

/** Credits of a key. */
function creditRoutes(server: HttpServer, keys: KeyAdministration, onRequest: AdminHook): void {
  server.post(
    '/admin/v1/keys/:id/grant',
    { onRequest, config: { accepts: grant, isRepeatable: true } },
    async (request) => {
      const { credits, expiresAt } = checkedBody(grant, request);
      const granted = await keys.grant(keyIdOf(request, 'key'), credits, expiresAt, request.claim?.markDone);
      return successEnvelope(granted, request.id);
    },
  );
  server.post(
    '/admin/v1/keys/:id/refund',
    { onRequest, config: { accepts: refund, isRepeatable: true } },
    async (request) => {
      const { credits, reason } = checkedBody(refund, request);
      const refunded = await keys.refund(keyIdOf(request, 'key'), credits, reason, request.claim?.markDone);
      return successEnvelope(refunded, request.id);
    },
  );
}
