import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { KeyStore } from '../../access/keys.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';

export interface KeyRouteParts {
  readonly adminToken: string;
  readonly keys: KeyStore;
}

/** Strict: a misspelt `credits` would make a key that never runs out. Ranges are the store's to check. */
const newKey = z.strictObject({ name: z.string(), credits: z.number().optional(), qps: z.number().optional() });
const grant = z.strictObject({ credits: z.number() });

/**
 * `POST /admin/v1/keys` makes a key (201, the only answer that holds it), `GET` lists them, `POST …/:id/revoke` ends one,
 * `POST …/:id/grant` adds credits. 400: a body that is not as documented; 404: no such key.
 */
export function keyRoutes({ adminToken, keys }: KeyRouteParts): HttpExtension {
  const onRequest = requireAdmin(adminToken);
  return (server) => {
    server.post('/admin/v1/keys', { onRequest }, async (request, reply) => {
      const created = await keys.create(checkedBody(newKey, request));
      return reply.code(201).send(successEnvelope(created, request.id));
    });
    server.get('/admin/v1/keys', { onRequest }, async (request) => successEnvelope(await keys.list(), request.id));
    server.post('/admin/v1/keys/:id/revoke', { onRequest }, async (request) =>
      successEnvelope(await keys.revoke(idOf(request)), request.id),
    );
    server.post('/admin/v1/keys/:id/grant', { onRequest }, async (request) => {
      const { credits } = checkedBody(grant, request);
      return successEnvelope(await keys.grant(idOf(request), credits), request.id);
    });
  };
}

function idOf(request: FastifyRequest): string {
  return (request.params as { readonly id: string }).id;
}
