import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AuditLog, Outcome } from '../../access/audit/audit-log.ts';
import { keyIdPattern } from '../../access/keys/key-format.ts';
import type { Envelope, ErrorEnvelope } from '../envelope.ts';
import type { HttpServer } from '../http/server.ts';
import { operatorOf } from './admin-hook.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the audit log calls a change, where the route's pattern does not say it. */
    readonly action?: string;
    /**
     * What its body is checked by. Of one that passes, these fields go into the audit log; of any other nothing does.
     */
    readonly accepts?: z.ZodType;
    /** What of them goes into it; default: all. */
    readonly recorded?: (body: object) => object;
    /** The same for its query. */
    readonly acceptsQuery?: z.ZodType;
    /** It takes access away, and is done even while the audit log cannot be written. */
    readonly isUrgent?: boolean;
    /** Its parameters are personal data and stay out of the audit log. */
    readonly isPersonal?: boolean;
  }
  interface FastifyRequest {
    /** Says how the change ended, where the answer does not tell. What is said first holds. */
    changeEnds?: (outcome: Outcome, detail: object) => Promise<void>;
  }
}

/**
 * Keeps a record of every request to these routes that may change something: from after its operator was let in, before
 * anything is done, to the answer.
 */
export function recordChanges(server: HttpServer, audit: AuditLog): void {
  server.addHook('preHandler', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') await begin(request, audit);
  });
  // Before it is written and, when it is long, compressed.
  server.addHook('preSerialization', async (request, _reply, payload) => {
    await endAsAnswered(request, payload as Envelope<unknown> | ErrorEnvelope);
    return payload;
  });
  // Errors come written.
  server.addHook('onSend', async (request, _reply, payload) => {
    if (request.changeEnds !== undefined && typeof payload === 'string')
      await endAsAnswered(request, JSON.parse(payload));
  });
  server.addHook('onRequest', async (_request, reply: FastifyReply) => {
    reply.header('Cache-Control', 'no-store');
  });
}

async function begin(request: FastifyRequest, audit: AuditLog): Promise<void> {
  const { isUrgent } = request.routeOptions.config;
  const what = { action: actionOf(request), request: parametersOf(request), isUrgent };
  const id = await audit.begin({ ...operatorOf(request), ...what });
  let hasEnded = false;
  request.changeEnds = async (outcome, detail) => {
    if (hasEnded) return;
    hasEnded = true;
    await audit.end(id, outcome, detail).catch((error: unknown) => {
      request.log.error({ err: error, auditId: id, outcome }, 'cannot record the outcome of a change in the audit log');
    });
  };
}

/** `/admin/v1/keys/:id/revoke` → `keys.revoke` */
function actionOf({ routeOptions: { config, url = '' } }: FastifyRequest): string {
  const words = url.split('/').filter((word) => word !== '' && !word.startsWith(':'));
  return config.action ?? words.slice(2).join('.');
}

/** An entry is for reading. */
const parametersLengthMax = 4_000;

function parametersOf({ query, params, body, routeOptions: { config } }: FastifyRequest): object {
  if (config.isPersonal) return {};
  const given = accepted(config.accepts, body ?? {});
  const parameters = {
    ...accepted(config.acceptsQuery, query),
    ...accepted(ids, params),
    ...(config.recorded?.(given) ?? given),
  };
  return JSON.stringify(parameters).length > parametersLengthMax ? { leftOut: 'too long' } : parameters;
}

/** What was pasted into a path by mistake is no id. */
const ids = z.union([
  z.object({ id: z.string().regex(keyIdPattern) }),
  z.object({ batch: z.string().regex(/^\d{1,9}$/) }),
]);

/** Whatever else a caller sends may be a secret in the wrong place. */
function accepted(schema: z.ZodType | undefined, given: unknown): object {
  const { data } = schema?.safeParse(given) ?? {};
  return typeof data === 'object' && data !== null ? data : {};
}

async function endAsAnswered(request: FastifyRequest, envelope: Envelope<unknown> | ErrorEnvelope): Promise<void> {
  if (request.changeEnds === undefined) return;
  if ('error' in envelope) return request.changeEnds('failed', failureOf(request, envelope));
  await request.changeEnds('done', namesIn(envelope.data));
}

/** What is wrong with a request, or with an upload, is told by quoting it. */
export function failureOf(
  { routeOptions: { config } }: FastifyRequest,
  { code, message, error: { id } }: ErrorEnvelope,
): object {
  return code < 409 || config.isUpload ? { code, error: id } : { code, error: id, message };
}

const naming = ['id', 'batch', 'version', 'from', 'person'];

/** What the change made, by the names it goes by: the data of an answer may hold a key. */
export function namesIn(data: unknown): object {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter(([name]) => naming.includes(name)));
}
