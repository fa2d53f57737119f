import type { RouteHandlerMethod } from 'fastify';
import { catalogue } from '../../../packages/server/src/catalogue/catalogue.ts';
import { servePlainly } from './plain-http.ts';
import type { Stoppable } from './served.ts';

export interface FloorOptions {
  readonly answerBytes: number;
}

/** The least that any answer costs: the same routes send a buffer that is ready. */
export function serveFloor({ answerBytes }: FloorOptions): Promise<Stoppable> {
  const answer = Buffer.alloc(answerBytes, ' ');
  const send: RouteHandlerMethod = (_request, reply) => reply.type('application/json; charset=utf-8').send(answer);
  return servePlainly(catalogue, () => send);
}
