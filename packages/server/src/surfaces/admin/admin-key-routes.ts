import { z } from 'zod';
import type { AdminKeyStore } from '../../access/admin-keys/admin-keys.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';
import { keyIdOf } from './key-id.ts';

export interface AdminKeyRouteParts extends AdminHookParts {
  readonly adminKeys: AdminKeyStore;
}

const newKey = z.strictObject({ name: z.string(), scopes: z.array(z.string()), expiresAt: z.number().optional() });

/**
 * `POST /admin/v1/admin-keys` makes an admin key (201), shown this once; `GET` lists them; `POST …/:id/revoke` ends
 * one. All of it is for the admin token alone, so that no key can give itself more than it was given. 400: a body that
 * is not as documented; 404: no such key.
 */
export function adminKeyRoutes({ adminKeys, ...hook }: AdminKeyRouteParts): HttpExtension {
  const onRequest = requireAdmin(hook, null);
  return (server) => {
    server.post(
      '/admin/v1/admin-keys',
      { onRequest, config: { action: 'admin-keys.create', accepts: newKey, isRepeatable: true } },
      async (request, reply) => {
        const created = await adminKeys.create(checkedBody(newKey, request), request.claim?.markDone);
        return reply.code(201).send(successEnvelope(created, request.id));
      },
    );
    server.get('/admin/v1/admin-keys', { onRequest }, async (request) =>
      successEnvelope(await adminKeys.list(), request.id),
    );
    server.post('/admin/v1/admin-keys/:id/revoke', { onRequest, config: { isUrgent: true } }, async (request) =>
      successEnvelope(await adminKeys.revoke(keyIdOf(request, 'admin key')), request.id),
    );
  };
}
